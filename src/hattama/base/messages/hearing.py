"""Refusals of one student's hearing: steps, room, questions, mishaps."""

from django.utils.translation import gettext_lazy as _

from hattama.base.messages.now import (
    ACT,
    ANSWER,
    BRING,
    DECIDE,
    NEXT,
    NONE,
    QUORUM,
    SEE,
    WAIT,
    WAIT_CALL,
    WRITE,
)
from hattama.base.messages.refusal import Refusal

REFUSALS = {
    "already-called": Refusal(_("This student has been called already."), NEXT),
    "not-called": Refusal(_("This student has not been called yet."), WAIT_CALL),
    "not-next-in-queue": Refusal(
        _("Another student is next in the queue."),
        _("Call the next one, or change the queue and say why."),
    ),
    "not-identified": Refusal(
        _("The student has not been identified."),
        _("Identify the student by the identity document first."),
    ),
    "student-absent": Refusal(_("The student is not in the room."), BRING),
    "student-present": Refusal(
        _("The student is in the room."), _("Identify and call the student.")
    ),
    "member-absent": Refusal(
        _("This member is not in the room or not identified."), QUORUM
    ),
    "another-hearing": Refusal(
        _("Another student stands before the commission."),
        _("Finish the questions to that student first."),
    ),
    "hearing-ended": Refusal(_("This hearing has ended."), SEE),
    "hearing-halted": Refusal(
        _("The hearing is stopped: the student refused what is required."), DECIDE
    ),
    "hearing-interrupted": Refusal(_("The hearing is interrupted."), DECIDE),
    "hearing-over": Refusal(_("The student's part of the hearing is over."), NEXT),
    "already-begun": Refusal(_("This step has been taken already."), NONE),
    "step-out-of-order": Refusal(_("This step is not the next one."), NEXT),
    "no-such-step": Refusal(_("This kind of hearing has no such step."), NEXT),
    "step-not-optional": Refusal(_("This step cannot be left out."), NEXT),
    "step-by-own-deed": Refusal(_("This step is taken by its own button."), NEXT),
    "room-not-shown": Refusal(
        _("The student has not shown the room."),
        _("Let the room be shown on camera and record it."),
    ),
    "already-shown": Refusal(_("The room has been shown already."), NONE),
    "object-in-room": Refusal(
        _("A foreign object is in the student's room."),
        _("Let it be removed and the room be shown again."),
    ),
    "already-reported": Refusal(_("A foreign object is reported already."), NONE),
    "nothing-to-remove": Refusal(_("No foreign object was reported."), NONE),
    "nothing-refused": Refusal(_("The student has refused nothing."), SEE),
    "already-drawn": Refusal(_("Ticket %(ticket)s has been drawn already."), NONE),
    "no-tickets": Refusal(
        _("This sitting has no tickets."), _("Leave the step out and say why.")
    ),
    "no-tickets-left": Refusal(
        _("No tickets are left."), _("Add tickets before the next sitting.")
    ),
    "no-digest": Refusal(
        _("The picture of the answer sheet is missing."),
        _("Take the picture and send it again."),
    ),
    "no-review-read": Refusal(
        _("No review has been read."), _("Record the review that was read.")
    ),
    "no-reviews-now": Refusal(_("Reviews are not read at this step."), NEXT),
    "no-author": Refusal(_("The author of the review is missing."), WRITE),
    "already-read": Refusal(_("This review has been read already."), NONE),
    "work-goes-on": Refusal(
        _("The time of the work is not over: %(seconds)s seconds are left."),
        _("Wait, or let the student ask the chair to finish early."),
    ),
    "not-working": Refusal(_("The student is not at work on the task now."), SEE),
    "not-asked": Refusal(
        _("The student has not asked to finish early."),
        _("Wait for the student's request."),
    ),
    "already-asked": Refusal(
        _("This has been asked for already."), _("Wait for the answer.")
    ),
    "already-granted": Refusal(_("The chair has allowed it already."), NONE),
    "no-question": Refusal(_("The question is empty."), WRITE),
    "no-questions-now": Refusal(
        _("Questions are not put at this step."), _("Wait for the step of questions.")
    ),
    "no-such-question": Refusal(_("There is no question number %(number)s."), ANSWER),
    "already-writing": Refusal(_("Questions are put in writing already."), NONE),
    "already-speaking": Refusal(_("Questions are put by voice already."), NONE),
    "asked-aloud": Refusal(_("This question was asked aloud."), ANSWER),
    "already-read-out": Refusal(_("This question has been read out already."), ANSWER),
    "not-read-out": Refusal(
        _("The technical secretary has not read this question out."),
        _("Wait until it is read out."),
    ),
    "answer-aloud": Refusal(
        _("Questions are put by voice: answers are spoken."),
        _("Answer aloud; if you cannot be heard, tell the technical secretary."),
    ),
    "already-answered": Refusal(_("This question has been answered already."), ANSWER),
    "no-answer": Refusal(_("The answer is empty."), WRITE),
    "not-interrupted": Refusal(_("The hearing is not interrupted."), SEE),
    "not-petitioned": Refusal(
        _("The student has not asked to continue."),
        _("Record the student's petition; it may come by telephone."),
    ),
    "no-act": Refusal(_("There is no act on a technical failure."), ACT),
    "impossible-times": Refusal(
        _("The failure ends before it begins, or in the future."),
        _("Correct the times."),
    ),
    "before-planned-time": Refusal(_("The student's time is %(earliest)s."), WAIT),
    "not-excused": Refusal(
        _("The absence is not excused."),
        _(
            "The chair decides on the student's application and the document"
            " that confirms the reason."
        ),
    ),
    "already-excused": Refusal(
        _("The absence is excused already."), _("Set the other day.")
    ),
    "no-application": Refusal(
        _("The student's application is missing."),
        _("Register the application and name it here."),
    ),
    "no-evidence": Refusal(
        _("The document that confirms the reason is missing."),
        _("Attach the document."),
    ),
    "day-past": Refusal(_("%(day)s is too early."), _("Choose a later day.")),
    "day-not-scheduled": Refusal(
        _("%(day)s is no day of the commission's schedule."),
        _("Choose a day of the schedule."),
    ),
    "no-ground": Refusal(_("It is not said why no hearing is possible."), WRITE),
    "no-inputs": Refusal(
        _("The grades that the result rests on are missing."),
        _("Enter the grades of current and interim attestation."),
    ),
    "no-work": Refusal(
        _("No work was handed in beforehand."),
        _("Name the diploma project that was handed in before."),
    ),
}
