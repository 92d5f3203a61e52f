"""What the help pages say: steps for each role."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class Step:
    """One step, and the norm behind it."""

    what: str | Promise
    norm: str = ""


@dataclass(frozen=True)
class Help:
    """One help page.

    Attributes:
        title: for whom, or for what.
        lead: one sentence.
        steps: what to do, in order.
    """

    title: str | Promise
    lead: str | Promise
    steps: tuple[Step, ...]


HELP: Mapping[str, Help] = {
    "ballot": Help(
        _("How to vote"),
        _("For the chair and the members of a commission."),
        (
            Step(
                _("The secretary opens the ballot; the form appears on your page."),
                "he-attestation-2020/p57b",
            ),
            Step(_("There is one form for each student. Check the name on it.")),
            Step(
                _("Choose one grade and press “Cast my vote”: you vote once."),
                "he-attestation-2020/p57b",
            ),
            Step(
                _(
                    "In a secret ballot nobody sees what you chose, not even in the "
                    "database; only that you have voted is shown."
                )
            ),
            Step(_("If the connection breaks, load the page again: your vote counts.")),
            Step(_("When all have voted, the ballot is closed and counted for good.")),
        ),
    ),
    "student": Help(
        _("For students"),
        _("From the first letter to the published result."),
        (
            Step(
                _("Read the procedure and confirm it: by the link or under Notices."),
                "tve-attestation-2020/p17c",
            ),
            Step(
                _("Hand in your work, the review and the presentation in time."),
                "tve-process-2020/p21-3y",
            ),
            Step(
                _("Take part in the technical check with camera and microphone."),
                "tve-process-2020/p21-3z",
            ),
            Step(
                _("On the day open “Your turn” and keep your identity document ready."),
                "he-attestation-2020/p42",
            ),
            Step(_("The page shows your place in the queue and your own clock.")),
            Step(
                _("The result stands on your page once the protocol is signed."),
                "tve-process-2020/p21-5a",
            ),
            Step(
                _("If you disagree, lodge an appeal while its time runs."),
                "he-attestation-2020/p64a",
            ),
        ),
    ),
    "secretary": Help(
        _("For technical secretaries"),
        _("One console for the whole sitting."),
        (
            Step(
                _("Check the room and every student’s equipment the day before."),
                "tve-process-2020/p21-3z",
            ),
            Step(
                _("Announce the sitting: everybody gets the time and a calendar file.")
            ),
            Step(
                _("Identify members and students before the beginning."),
                "he-attestation-2020/p42",
            ),
            Step(_("Follow the one large button: it names the next lawful step.")),
            Step(
                _("If the connection fails, record it; the act is drawn up for you."),
                "he-attestation-2020/p23b",
            ),
            Step(_("Close the sitting, draw up the protocols, sign after the chair.")),
        ),
    ),
    "commission": Help(
        _("For chairs and members"),
        _("What you do before, during and after a sitting."),
        (
            Step(_("Join by the link on Today and let the secretary identify you.")),
            Step(_("Say so at once if you have a conflict of interest.")),
            Step(_("Ask questions: your name and the question go into the protocol.")),
            Step(_("Vote when the form appears; the chair decides a tie.")),
            Step(
                _("The chair signs the protocols the same day; then results come out."),
                "tve-process-2020/p21-5a",
            ),
        ),
    ),
    "office": Help(
        _("For heads, deans and registrars"),
        _("Deadlines and orders of a campaign."),
        (
            Step(_("Create the campaign: every date is counted with its paragraph.")),
            Step(
                _("Have the orders signed in time: commission, topics, admission."),
                "tve-attestation-2020/p15b",
            ),
            Step(
                _("Appoint the appeals commission: odd, without examiners."),
                "he-attestation-2020/p65b",
            ),
            Step(_("Today shows what is due and what is late, with the paragraph.")),
            Step(
                _("What is registered and public stands on the public site by itself."),
                "tve-process-2020/p21-3j",
            ),
            Step(_("Records show every act and prove that none was changed.")),
        ),
    ),
}
