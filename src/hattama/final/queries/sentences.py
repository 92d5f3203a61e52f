"""Each line of a sitting's log as a sentence, for the console and for the protocol."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date, datetime
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hattama.base.texts import said, say
from hattama.core.sitting import Step
from hattama.core.sitting.events import (
    Cause,
    Event,
    Ground,
    HearingRescheduled,
    InterruptionDecided,
    Matter,
    RefusalDecided,
    StudentAbsent,
)
from hattama.final.queries.names import Names

STEPS: dict[str, str | Promise] = {
    Step.IDENTIFICATION: _("identification"),
    Step.ROOM_CHECK: _("check of the room"),
    Step.ANNOUNCEMENT: _("announcement"),
    Step.TALK: _("talk"),
    Step.TICKET: _("ticket"),
    Step.PREPARATION: _("preparation"),
    Step.SHEET: _("answer sheet"),
    Step.ANSWER: _("answer"),
    Step.WORK: _("written work"),
    Step.QUESTIONS: _("questions"),
    Step.REVIEWS: _("reviews"),
    Step.REPLY: _("reply"),
    Step.SCORE: _("score"),
    Step.DISCUSSION: _("closed discussion"),
    Step.BALLOT: _("vote"),
    Step.RESULT: _("result"),
}
MATTERS: dict[str, str | Promise] = {
    Matter.GRADE: _("the grade"),
    Matter.DEGREE: _("the degree"),
}
CAUSES: dict[str, str | Promise] = {
    Cause.CONNECTION_LOST: _("the connection was lost"),
    Cause.LEFT: _("the student left the room"),
    Cause.TECHNICAL: _("a technical failure"),
    Cause.OTHER: _("another reason"),
}
GROUNDS: dict[str, str | Promise] = {
    Ground.ABSENCE: _("absence for a valid reason"),
    Ground.TECHNICAL: _("a technical failure"),
    Ground.SUSPENSION: _("suspension by the commission"),
    Ground.NOT_REACHED: _("the commission could not hear the student that day"),
}
OPINIONS: dict[str, str | Promise] = {
    "review": _("the review"),
    "supervisor": _("the supervisor's opinion"),
}
METHODS: dict[str, str | Promise] = {
    "document": _("by the identity document shown"),
    "visual": _("by sight, the camera being on"),
    "account": _("by the account and by sight"),
}
CHOICES: dict[str, str | Promise] = {
    "award": _("to award"),
    "refuse": _("not to award"),
}
WORDS = (
    STEPS
    | MATTERS
    | CAUSES
    | GROUNDS
    | OPINIONS
    | METHODS
    | CHOICES
    | {"whole": _("the hearing")}
)

SENTENCES: dict[str, str | Promise] = {
    "sitting-convened": _("The sitting is convened."),
    "clock-found-behind": _("The server's clock was %(seconds)s s behind the log."),
    "sitting-opened": _("The chair opens the sitting; a quorum is present."),
    "member-identified": _("%(person)s is identified: %(method)s."),
    "student-identified": _("%(student)s is identified: %(method)s."),
    "identification-refused": _("%(person)s could not be identified: %(reason)s"),
    "person-joined": _("%(person)s enters the room."),
    "person-left": _("%(person)s leaves the room."),
    "queue-changed": _("%(student)s moves to place %(place)s in the queue: %(reason)s"),
    "recess-began": _("The sitting is interrupted for a recess: %(reason)s"),
    "recess-ended": _("The sitting goes on."),
    "day-extended": _("The commission sits longer than the day's limit: %(reason)s"),
    "breach-noted": _("Breach of academic integrity by %(person)s: %(what)s"),
    "seed-revealed": _("The seed of the ticket draw is published: %(seed)s"),
    "sitting-closed": _("The chair closes the sitting."),
    "student-called": _("%(student)s is called."),
    "room-shown": _("%(student)s has shown the room; nothing foreign was found."),
    "object-found": _("Found in the room of %(student)s: %(what)s"),
    "object-removed": _("%(student)s has removed it from the room."),
    "room-refused": _("%(student)s refuses; the hearing is stopped: %(what)s"),
    "refusal-decided": _(
        "The commission ends the attestation of %(student)s, %(ayes)s votes to "
        "%(noes)s: %(reason)s"
    ),
    "ticket-drawn": _("%(student)s draws ticket %(ticket)s."),
    "sheet-kept": _("The answer sheet of %(student)s is shown and kept."),
    "step-begun": _("Begins: %(step)s."),
    "step-skipped": _("Left out: %(step)s. Reason: %(reason)s"),
    "overrun-noted": _("Time is exceeded by %(seconds)s s: %(what)s."),
    "writing-began": _("Questions are put in writing: %(reason)s"),
    "writing-ended": _("Questions are put aloud again."),
    "question-asked": _("%(asker)s asks: %(text)s"),
    "question-read-out": _("The technical secretary reads question %(number)s out."),
    "question-answered": _("%(student)s answers question %(number)s. %(text)s"),
    "review-read": _("Read out: %(opinion)s, author: %(author)s."),
    "early-finish-asked": _("%(student)s asks to finish early."),
    "early-finish-granted": _("The chair lets %(student)s finish early."),
    "score-recorded": _("Score of the test of %(student)s: %(grade)s."),
    "conflict-declared": _("%(member)s does not vote on %(student)s: %(reason)s"),
    "ballot-opened": _("The vote on %(matter)s of %(student)s is opened."),
    "vote-cast": _("%(by)s has voted."),
    "ballot-closed": _("The vote on %(matter)s of %(student)s is closed and counted."),
    "ballot-annulled": _("The vote on %(matter)s is annulled: %(reason)s"),
    "tie-decided": _("The chair settles the tie on %(matter)s: %(choice)s."),
    "result-announced": _("Announced: %(student)s, grade %(grade)s."),
    "hearing-interrupted": _("The hearing of %(student)s is interrupted: %(cause)s."),
    "continuation-asked": _("%(student)s asks the technical secretary to continue."),
    "interruption-decided": _(
        "The commission decides to go on with the hearing of %(student)s, %(ayes)s "
        "votes to %(noes)s."
    ),
    "act-drawn-up": _("Act on a technical failure of %(student)s: %(what)s"),
    "student-absent": _("%(student)s did not appear."),
    "absence-excused": _("The chair accepts the reason of absence of %(student)s."),
    "hearing-rescheduled": _("%(student)s is heard on another day: %(ground)s."),
    "graded-by-exception": _(
        "%(student)s is graded without a hearing, %(ayes)s votes to %(noes)s: "
        "%(grade)s. Ground: %(ground)s"
    ),
}
# Where the same act can come out in two ways.
STOPPED = _(
    "The commission decides to stop the hearing of %(student)s, %(ayes)s votes to "
    "%(noes)s."
)
SUSPENDED = _(
    "The commission puts the attestation of %(student)s off, %(ayes)s votes to "
    "%(noes)s: %(reason)s"
)
UNIDENTIFIED = _("%(student)s could not be identified and counts as absent.")
MOVED = _("%(student)s is heard on %(day)s: %(ground)s.")


def sentence(event: Event, names: Names) -> dict[str, str]:
    """Say an event in every language.

    Args:
        event: a line of the log.
        names: of the people and hearings that it names.
    """
    return said(_marked(event), **_words(event, names))


def spoken(event: Event, names: Names) -> str:
    """Say an event in the reader's language; args as for `sentence`."""
    return say(_marked(event), **_words(event, names))


def _marked(event: Event) -> str | Promise:
    match event:
        case InterruptionDecided(go_on=False):
            return STOPPED
        case RefusalDecided(suspend=True):
            return SUSPENDED
        case StudentAbsent(unidentified=True):
            return UNIDENTIFIED
        case HearingRescheduled(day=date()):
            return MOVED
    return SENTENCES[event.act]


def _words(event: Event, names: Names) -> Mapping[str, object]:
    typed = {name: getattr(event, name) for name in event.texts}
    told = {
        each.name: _word(each.name, getattr(event, each.name), names)
        for each in fields(event)
        if each.name not in typed
    }
    hearing = getattr(event, "hearing", None)
    return {**told, **typed, "student": names.student(hearing) if hearing else ""}


def _word(name: str, value: object, names: Names) -> object:
    if name in ("by", "person", "asker", "member", "author"):
        return names.person(str(value))
    if isinstance(value, StrEnum):
        return WORDS[value]
    if isinstance(value, bool) or not isinstance(value, str | int | date | datetime):
        return ""
    return WORDS.get(value, value) if isinstance(value, str) else value
