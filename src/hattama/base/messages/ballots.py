"""Refusals of ballots and of the commission's decisions."""

from django.utils.translation import gettext_lazy as _

from hattama.base.messages.now import COUNT, LIST, NEXT, NONE, QUORUM, SEE
from hattama.base.messages.refusal import Refusal

REFUSALS = {
    "no-quorum": Refusal(
        _("No quorum: %(present)s take part, %(needed)s are needed."), QUORUM
    ),
    "not-all-present": Refusal(
        _("A collegial discussion needs all members; %(number)s are missing."), QUORUM
    ),
    "votes-impossible": Refusal(
        _("%(votes)s votes were counted, but %(seated)s members are present."), COUNT
    ),
    "not-carried": Refusal(
        _("The decision was not carried: %(ayes)s for, %(noes)s against."),
        _("Record the decision that the commission did take."),
    ),
    "not-discussed": Refusal(
        _("The defence or exam has not come to its discussion."), NEXT
    ),
    "no-degree-here": Refusal(_("No degree is awarded in this sitting."), NONE),
    "grade-first": Refusal(
        _("The degree is voted on after the grade."),
        _("Close the ballot on the grade first."),
    ),
    "already-open-ballot": Refusal(_("This student's ballot is open already."), NONE),
    "already-decided": Refusal(
        _("This has been decided; a decision is not voted on twice."), SEE
    ),
    "tie-waits-for-chair": Refusal(
        _("The votes are equal and wait for the chair."),
        _("Let the chair decide among the tied choices."),
    ),
    "no-ballot": Refusal(
        _("No ballot on this student is open."),
        _("Wait until the technical secretary opens it."),
    ),
    "ballot-open": Refusal(
        _("Votes on this student are being cast."), _("Close the ballot first.")
    ),
    "ballot-closed": Refusal(
        _("The ballot is closed; nobody can change its count."), NONE
    ),
    "ballot-begun": Refusal(
        _("The ballot on this student has begun."),
        _(
            "Tell the technical secretary: an open ballot can be given up"
            " and held again."
        ),
    ),
    "ballot-complete": Refusal(
        _("All votes are in: the ballot is closed, not given up."),
        _("Close the ballot."),
    ),
    "already-excluded": Refusal(
        _("This member does not vote on this student already."), NONE
    ),
    "not-a-voter": Refusal(_("You have no vote on this student."), NONE),
    "already-voted": Refusal(_("Your vote is in; each member votes once."), NONE),
    "voter-absent": Refusal(
        _("You are not in the room or not identified."),
        _("Join the room; the ballot is still open."),
    ),
    "not-on-scale": Refusal(_("“%(choice)s” is not on the scale."), LIST),
    "votes-missing": Refusal(
        _("%(number)s members who are present have not voted."),
        _("Wait for their votes, or record that they left."),
    ),
    "counts-differ": Refusal(
        _("%(papers)s papers were counted, but %(voted)s members voted."),
        _("Tell the administrator; nothing was changed."),
    ),
    "count-reveals": Refusal(
        _("This count would tell how single members voted."),
        _("Tell the chair, then close the ballot with the confirmation."),
    ),
    "no-tie": Refusal(_("No tie waits for a decision."), SEE),
    "revote-instead": Refusal(
        _("The chair may not settle this tie."), _("Open a new ballot.")
    ),
    "chair-absent": Refusal(
        _("The chair is not in the room or not identified."), QUORUM
    ),
    "not-tied": Refusal(_("Only one of these can be chosen: %(tied)s."), LIST),
    "no-result-yet": Refusal(
        _("There is no result to announce yet."),
        _("Close the ballots on this student first."),
    ),
    "already-announced": Refusal(_("This result has been announced already."), NONE),
    "protocol-not-signed": Refusal(
        _("The protocol is not signed."),
        _("Let the chair and the technical secretary sign it first."),
    ),
}
