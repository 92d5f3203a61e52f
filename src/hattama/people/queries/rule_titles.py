"""What the rules of the rulebooks are called, and their values in words."""

from collections.abc import Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from hattama.base.dates import day_text
from hattama.core.norms.rulebook import Rule, Value

Words = Mapping[str, str | Promise]

TITLES: Words = {
    "commission-order": _("Order on the commission: before the first sitting"),
    "acquaintance": _("Acquaintance with the procedure: before the first sitting"),
    "pack-submission": _("Handing in the work, review and opinion: before the defence"),
    "webinar": _("Webinar: opens before the first sitting"),
    "defence-notice": _("Telling the time of the defence: before it"),
    "technical-check": _("Technical check: before the sitting"),
    "identification": _("Identification: before the beginning"),
    "results": _("Publication of results: after the sitting"),
    "incident-act": _("Act on a technical failure: after it"),
    "appeal-window": _("Lodging an appeal: after the results"),
    "appeal-hearing": _("Sitting of the appeals commission: after the appeal"),
    "appeal-answer": _("Answer to the appeal: after the sitting"),
    "defence-total-minutes": _("One defence, whole"),
    "slot-minutes": _("Time planned for one student"),
    "talk-warning-minutes": _("The talk: warning"),
    "talk-minutes": _("The talk: end"),
    "oral-exam-minutes": _("One oral answer"),
    "preparation-minutes": _("Preparing for an oral answer"),
    "sitting-hours-per-day": _("Sittings of one day, at most"),
    "written-exam-academic-hours": _("Written exam, length"),
    "academic-hour-minutes": _("Academic hour"),
    "commission-seats": _("Seats in the attestation commission"),
    "appeals-commission-seats": _("Seats in the appeals commission"),
    "quorum": _("Quorum"),
    "grade-ballots-per-student": _("Grade ballots for one student"),
    "votes-per-member": _("Votes of one member"),
    "grade-vote": _("Vote on the grade"),
    "degree-vote": _("Vote on the degree or qualification"),
    "scale": _("Grading scale"),
    "grade-rule": _("How the votes make the grade"),
    "tie": _("Equal votes"),
    "supervisor-votes": _("The supervisor votes on the own student"),
    "secretary-votes": _("The technical secretary votes"),
    "attempts-to-raise-a-grade": _("Repeated attempts to raise a grade"),
    "attempts-after-a-fail": _("Repeated attempts after a fail in this period"),
    "student-contact-days": _("Answer to a student's question"),
    "academic-debts": _("Debts with which a student is admitted"),
    "readmission": _("Second admission after a fail"),
    "health-papers-after-a-fail": _("Medical papers handed in after a fail count"),
    "postponed-exam-last-date": _("Postponed exam, last day"),
    "postponed-comprehensive-exam-last-date": _(
        "Postponed comprehensive exam, last day"
    ),
    "moved-attestation-last-date": _("Moved attestation, last day"),
}
UNITS = {
    "working-day": ngettext_lazy("%d working day", "%d working days"),
    "day": ngettext_lazy("%d day", "%d days"),
    "week": ngettext_lazy("%d week", "%d weeks"),
    "month": ngettext_lazy("%d month", "%d months"),
    "hour": ngettext_lazy("%d hour", "%d hours"),
    "minute": ngettext_lazy("%d minute", "%d minutes"),
    "academic-hour": ngettext_lazy("%d academic hour", "%d academic hours"),
}
CHOICES: Words = {
    "odd": _("an odd number"),
    "any": _("any number"),
    "open": _("open"),
    "secret": _("secret"),
    "letter": _("letters"),
    "five": _("five-point"),
    "points": _("points"),
    "majority": _("the grade with most votes"),
    "mean": _("the mean of the votes"),
    "chair": _("the chair decides"),
    "revote": _("a second vote"),
    "same-school-year": _("within the same school year"),
}
STRENGTHS: Words = {
    "binding": _("binding"),
    "duty": _("binding"),
    "recommended": _("recommended"),
    "institution": _("the institution decides"),
}


def title_of(rule: str) -> str:
    """What a rule is called; its id where no words are known."""
    return str(TITLES.get(rule, rule))


def amount_text(rule: Rule) -> str:
    """What a rule holds, in words: «2 working days», «secret», «yes»."""
    words = UNITS.get(rule.unit)
    return words % rule.amount if words else value_text(rule.value)


def value_text(value: Value | str) -> str:
    """A value in words: yes, no, a day, a choice, a number."""
    if isinstance(value, bool):
        return str(_("yes")) if value else str(_("no"))
    if isinstance(value, date):
        return day_text(value)
    return str(CHOICES.get(str(value), value))
