"""Refusals of the sitting as a whole: plan, roles, presence, queue, time."""

from django.utils.translation import gettext_lazy as _

from hattama.base.messages.now import (
    CHAIR,
    LIST,
    NONE,
    PLAN,
    SECRETARY,
    SEE,
    SEED,
    WAIT,
    WRITE,
)
from hattama.base.messages.refusal import Refusal

REFUSALS = {
    "not-convened": Refusal(
        _("The sitting has not been convened yet."),
        _("Convene it with its agenda and commission."),
    ),
    "no-agenda": Refusal(_("The agenda has no students."), PLAN),
    "listed-twice": Refusal(_("A student stands twice in the agenda."), PLAN),
    "role-twice": Refusal(_("One person has two roles in this sitting."), PLAN),
    "no-commission-order": Refusal(
        _("The order that approves the commission has no number."),
        _("Register the order first."),
    ),
    "no-such-scale": Refusal(_("There is no grading scale “%(scale)s”."), PLAN),
    "bad-quorum": Refusal(_("A quorum of %(upper)s/%(lower)s is impossible."), PLAN),
    "work-too-short": Refusal(
        _(
            "The written work has %(minutes)s minutes; at least %(shortest)s"
            " are required."
        ),
        _("Give the work more time."),
    ),
    "too-few-tickets": Refusal(
        _("There are %(tickets)s tickets for %(students)s students."),
        _("Add tickets: each is drawn once."),
    ),
    "no-commitment": Refusal(
        _("The draw of tickets has not been sealed beforehand."), PLAN
    ),
    "not-chair": Refusal(_("Only the chair of the commission may do this."), CHAIR),
    "not-secretary": Refusal(_("Only the technical secretary may do this."), SECRETARY),
    "not-chair-or-secretary": Refusal(
        _("Only the chair or the technical secretary may do this."), SECRETARY
    ),
    "not-identifier": Refusal(
        _(
            "Chair and members are identified by the head of department or"
            " the dean only."
        ),
        _("Ask the head of department or the dean to do it."),
    ),
    "not-a-member": Refusal(
        _("This person is no member of the commission with a vote."), LIST
    ),
    "not-of-commission": Refusal(
        _("Only the chair, the members and the technical secretary may do this."),
        SECRETARY,
    ),
    "not-yours": Refusal(
        _("This can be done in one's own name only."),
        _("Ask the person concerned or the technical secretary."),
    ),
    "not-the-student": Refusal(
        _("Only the student may ask for this."),
        _("Let the student ask on the own page."),
    ),
    "not-invited": Refusal(
        _("This person has no place in this sitting."),
        _("Check the composition of the commission and the agenda."),
    ),
    "unknown-hearing": Refusal(
        _("This hearing is not on the agenda of the sitting."), SEE
    ),
    "sitting-not-open": Refusal(
        _("The sitting has not been opened yet."),
        _("Wait until the chair or the technical secretary opens it."),
    ),
    "already-open": Refusal(_("The sitting is open already."), NONE),
    "sitting-closed": Refusal(
        _("The sitting is closed."),
        _("What has to be added goes into a new document, not into this sitting."),
    ),
    "in-recess": Refusal(
        _("The sitting is in recess."), _("Wait until the chair ends the recess.")
    ),
    "not-in-recess": Refusal(_("The sitting is not in recess."), NONE),
    "hearing-under-way": Refusal(
        _("A hearing is under way."),
        _("Take the recess after this student's questions."),
    ),
    "hearings-left": Refusal(
        _("%(number)s hearings have not ended."),
        _("Hear these students, or record absence or another day for them."),
    ),
    "date-not-set": Refusal(
        _("A suspended hearing has been given no other time."),
        _("Record the other time, or that it is set later."),
    ),
    "day-over": Refusal(
        _(
            "The commission has sat %(minutes)s minutes today; %(limit)s a"
            " day are recommended."
        ),
        _(
            "Hear the student another day, or let the chair record the"
            " reason for going on."
        ),
    ),
    "already-extended": Refusal(_("The chair has extended this day already."), NONE),
    "already-present": Refusal(_("This person is in the room already."), NONE),
    "already-away": Refusal(_("This person is not in the room."), NONE),
    "already-identified": Refusal(_("This person is identified already."), NONE),
    "already-refused": Refusal(
        _("It is recorded already that this person could not be identified."),
        _("Identify the person as soon as the document is shown."),
    ),
    "too-early-to-identify": Refusal(_("Identification opens at %(earliest)s."), WAIT),
    "no-method": Refusal(_("It is not said how the person was identified."), WRITE),
    "not-in-queue": Refusal(_("This student does not wait in the queue."), SEE),
    "no-such-place": Refusal(_("The queue has %(places)s places."), LIST),
    "already-there": Refusal(_("The student has this place already."), NONE),
    "no-reason": Refusal(_("The reason is missing; the protocol shows it."), WRITE),
    "no-description": Refusal(
        _("It is not said what happened; the protocol shows it."), WRITE
    ),
    "weak-seed": Refusal(_("The seed of the draw is not 32 random bytes."), SEED),
    "wrong-seed": Refusal(
        _("This seed is not the one that was sealed before the sitting."), SEED
    ),
    "slot-empty": Refusal(
        _("A slot without minutes holds no hearing."),
        _("Give each student some minutes."),
    ),
    "slot-too-long": Refusal(
        _(
            "A slot of %(slot)s minutes is longer than the %(longest)s"
            " minutes of one student."
        ),
        _("Choose shorter slots."),
    ),
    "no-room-in-day": Refusal(
        _("Not one hearing of %(slot)s minutes fits into this day."),
        _("Let the day begin earlier or shorten the breaks."),
    ),
    "too-few-days": Refusal(
        _("The hearings need %(needed)s days; %(given)s are given."),
        _("Add days to the sitting."),
    ),
}
