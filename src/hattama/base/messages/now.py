"""What to do now, where several refusals of a sitting say the same."""

from django.utils.translation import gettext_lazy as _

CHAIR = _("Ask the chair to do it.")
LIST = _("Choose one of the values in the list.")
NONE = _("Nothing more needs to be done.")
PLAN = _("Correct the plan of the sitting and convene it again.")
SECRETARY = _("Ask the technical secretary to do it.")
SEE = _("Look at the page again: it shows how things stand now.")
SEED = _(
    "The institution's own seed is used by itself; if this goes on,"
    " tell the administrator."
)
WAIT = _("Wait until then and try again.")
WRITE = _("Write it in the form and send it again.")
ACT = _(
    "If a technical failure was the cause, let the technical secretary draw up the act."
)
ANSWER = _("Take the questions that are still open.")
BRING = _("Ask the student to join the room.")
DECIDE = _("The commission decides first; record its decision.")
NEXT = _("Take the next step that the page offers.")
QUORUM = _(
    "Wait for the missing members; their connection and"
    " identification are shown on the page."
)
WAIT_CALL = _("Wait until the chair or the technical secretary calls the student.")
COUNT = _("Count the hands again and record the numbers.")
