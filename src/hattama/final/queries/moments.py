"""Where a student stands in a sitting, in plain words: now, next, what is expected."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hattama.core.sitting import Hearing, State, Step
from hattama.core.sitting.events import Ending
from hattama.core.sitting.state import Room
from hattama.final.queries.sentences import STEPS

Words = str | Promise


@dataclass(frozen=True)
class Moment:
    """What a student reads first.

    Attributes:
        now: what happens now.
        todo: what is expected of the student.
        tone: "", "ok", "warn" or "danger".
    """

    now: Words
    todo: Words
    tone: str = ""


_WAIT = _("Stay near the computer: the page changes by itself.")
_LISTEN = _("Nothing is expected of you at this moment.")

MOMENTS: dict[str, Moment] = {
    "not-open": Moment(_("The sitting has not been opened yet."), _WAIT),
    "recess": Moment(_("The commission has a recess."), _WAIT),
    "closed": Moment(_("The sitting is closed."), _LISTEN),
    "outside": Moment(
        _("You have not entered the room yet."),
        _("Enter the room, so that the commission sees that you are here."),
        "warn",
    ),
    "unidentified": Moment(
        _("You are in the room. The technical secretary identifies you."),
        _("Have your identity document at hand and the camera on."),
    ),
    "refused-identity": Moment(
        _("You could not be identified yet."),
        _("Show the original of your document again; ask the technical secretary."),
        "warn",
    ),
    "waiting": Moment(_("You are identified and wait for your turn."), _WAIT, "ok"),
    "next": Moment(
        _("You are the next one."),
        _("Be ready: document, camera, microphone, presentation."),
        "ok",
    ),
    Step.ROOM_CHECK: Moment(
        _("You are called. The commission looks at your room."),
        _("Show the whole room with the camera: desk, walls, door."),
    ),
    "object": Moment(
        _("Something foreign was found in your room."),
        _("Remove it and show the room again."),
        "warn",
    ),
    "halted": Moment(
        _("The hearing is stopped. The commission decides."), _WAIT, "danger"
    ),
    "interrupted": Moment(
        _("Your hearing is interrupted; your time stands still."),
        _("When you are ready, ask the technical secretary to continue."),
        "warn",
    ),
    "asked": Moment(
        _("You asked to continue. The commission decides; your time stands still."),
        _WAIT,
        "warn",
    ),
    Step.ANNOUNCEMENT: Moment(
        _("Your topic is announced to the commission."),
        _("Share your screen and be ready to speak."),
    ),
    Step.TALK: Moment(_("Your talk."), _("Speak; watch the clock.")),
    Step.TICKET: Moment(_("Your ticket is drawn."), _LISTEN),
    Step.PREPARATION: Moment(
        _("Prepare your answer."), _("Write on the answer sheet, camera on.")
    ),
    Step.SHEET: Moment(_("Show your answer sheet."), _("Hold it before the camera.")),
    Step.ANSWER: Moment(_("Your answer."), _("Speak; watch the clock.")),
    Step.WORK: Moment(
        _("The written work goes on."),
        _("Work; when you are ready earlier, ask the chair to finish."),
    ),
    Step.QUESTIONS: Moment(
        _("Questions of the commission."), _("Listen and answer each question.")
    ),
    Step.REVIEWS: Moment(_("The reviews are read out."), _("Listen.")),
    Step.REPLY: Moment(
        _("Your reply to the remarks."), _("Answer the remarks of the reviews.")
    ),
    Step.SCORE: Moment(_("The score is recorded."), _LISTEN),
    Step.DISCUSSION: Moment(_("The commission discusses in private."), _LISTEN),
    Step.BALLOT: Moment(_("The commission votes."), _LISTEN),
    Step.RESULT: Moment(_("The commission has decided."), _LISTEN),
    "decided": Moment(
        _("Your hearing is over. The result is announced by the chair."), _WAIT, "ok"
    ),
    "announced": Moment(_("Your result is announced."), _LISTEN, "ok"),
    Ending.ABSENT: Moment(
        _("It is recorded that you did not appear."),
        _("If you had a valid reason, lodge an application to the chair."),
        "danger",
    ),
    Ending.RESCHEDULED: Moment(
        _("Your hearing is held on another day. It does not count as an attempt."),
        _("The new time will be told to you."),
        "warn",
    ),
    Ending.STOPPED: Moment(
        _("The commission stopped the hearing."),
        _("Ask the technical secretary how it goes on."),
        "danger",
    ),
    Ending.SUSPENDED: Moment(
        _("The commission suspended your hearing."),
        _("The new time will be told to you."),
        "warn",
    ),
    Ending.TERMINATED: Moment(
        _("The commission ended your attestation."),
        _("You can lodge an appeal."),
        "danger",
    ),
}


def moment_of(state: State, hearing: Hearing) -> Moment:
    """Say where a student stands."""
    return MOMENTS[_code(state, hearing)]


def next_step(hearing: Hearing) -> Words:
    """What comes after the present step; "" after the last one."""
    step = hearing.next_step
    return STEPS[step] if step and hearing.ending is None else ""


def _code(state: State, hearing: Hearing) -> str:
    if hearing.announced:
        return "announced"
    if hearing.ending is Ending.GRADED:
        return "decided"
    if hearing.ending is not None:
        return hearing.ending
    if state.closed:
        return "closed"
    return _in_session(state, hearing) if hearing.was_called else _early(state, hearing)


def _in_session(state: State, hearing: Hearing) -> str:
    if hearing.halted:
        return "halted"
    if hearing.interruption:
        return "asked" if hearing.interruption.asked else "interrupted"
    if state.in_recess:
        return "recess"
    if hearing.room is Room.OBJECT:
        return "object"
    return hearing.step or "waiting"


def _early(state: State, hearing: Hearing) -> str:
    student = hearing.turn.student
    if student not in state.present:
        return "outside"
    if student in state.unidentified:
        return "refused-identity"
    if student not in state.identified:
        return "unidentified"
    if state.opened is None:
        return "not-open"
    if state.in_recess:
        return "recess"
    return "next" if state.queue[:1] == (hearing.turn.id,) else "waiting"
