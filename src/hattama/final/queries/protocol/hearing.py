"""The protocol of one student's hearing."""

from datetime import datetime
from typing import TypedDict

from hattama.base.texts import said
from hattama.core.sitting import Ballot, HearingProtocol, Step, protocol
from hattama.core.sitting.events import GradedByException, Matter
from hattama.core.sitting.reading import present_during
from hattama.documents import facts
from hattama.documents.facts import (
    Entry,
    Member,
    Paper,
    ProgrammeLine,
    Question,
    Review,
    Tally,
    Texts,
)
from hattama.final.models import Attestation, Candidate, Hearing, PackPart, Result
from hattama.final.queries import papers
from hattama.final.queries.protocol.parts import (
    PLATFORM,
    Reading,
    entries,
    of_hearing,
    points,
    voters,
)
from hattama.final.queries.protocol.words import awarded, grade_words
from hattama.final.queries.sentences import OPINIONS, sentence

# What everybody saw, without who came and went or who pressed which button.
_COURSE = frozenset(
    {
        "student-called",
        "student-identified",
        "room-shown",
        "object-found",
        "object-removed",
        "room-refused",
        "refusal-decided",
        "ticket-drawn",
        "sheet-kept",
        "step-begun",
        "step-skipped",
        "overrun-noted",
        "writing-began",
        "writing-ended",
        "review-read",
        "early-finish-granted",
        "score-recorded",
        "conflict-declared",
        "ballot-closed",
        "ballot-annulled",
        "tie-decided",
        "graded-by-exception",
    }
)
_INCIDENTS = frozenset(
    {
        "hearing-interrupted",
        "continuation-asked",
        "interruption-decided",
        "act-drawn-up",
        "breach-noted",
        "student-absent",
        "absence-excused",
        "hearing-rescheduled",
    }
)


class _Frame(TypedDict):
    sitting: str
    programme: ProgrammeLine
    commission_order: Paper
    admission_order: Paper | None
    remote: bool
    platform: str
    started_at: str
    ended_at: str


class _Student(TypedDict):
    student: str
    group: str
    identified: Texts
    topic: Texts
    supervisor: str
    reviewer: str
    ticket: str
    papers: list[Texts]


class _Room(TypedDict):
    present: list[Member]
    absent: list[Member]
    secretary: str
    guests: list[str]


class _Course(TypedDict):
    course: list[Entry]
    questions: list[Question]
    reviews: list[Review]


class _Votes(TypedDict):
    grade_secret: bool | None
    degree_secret: bool | None
    quorum: str
    grade_tally: list[Tally]
    degree_tally: list[Tally]


class _Outcome(TypedDict):
    grade: str
    grade_words: Texts
    points: int | None
    passed: bool
    basis: str
    degree: Texts
    special_opinions: list[Review]
    incidents: list[Entry]


def hearing_facts(
    hearing: Hearing, read: Reading, now: datetime
) -> facts.HearingProtocol:
    """Everything that the protocol of one student says.

    Norms: he-attestation-2020/p62a; that it was remote, tve-attestation-2020/p30.

    Args:
        hearing: of the sitting that was read; with a grade.
        read: of the sitting.
        now: aware; the end of what still lasts.
    """
    told = protocol(read.state, str(hearing.pk), now)
    return {
        **_frame(hearing, told, read),
        **_student(hearing, told, read),
        **_room(told, read),
        **_course(told, read),
        **_votes(told, read),
        **_outcome(hearing, told, read),
    }


def _frame(hearing: Hearing, told: HearingProtocol, read: Reading) -> _Frame:
    admission = hearing.candidate.admission_order
    return {
        "sitting": str(read.sitting.pk),
        "programme": papers.programme_line(hearing.candidate.attestation),
        "commission_order": papers.reference(read.sitting.commission.order),
        "admission_order": papers.reference(admission) if admission else None,
        "remote": told.remote,
        "platform": PLATFORM,
        "started_at": papers.moment(told.called, read.institution),
        "ended_at": papers.moment(told.result.at, read.institution),
    }


def _student(hearing: Hearing, told: HearingProtocol, read: Reading) -> _Student:
    candidate = hearing.candidate
    return {
        "student": candidate.student.person.full_name,
        "group": candidate.student.group.name,
        "identified": _identified(told, read),
        "topic": papers.topic(candidate),
        "supervisor": candidate.supervisor.full_name if candidate.supervisor else "",
        "reviewer": candidate.reviewer.full_name if candidate.reviewer else "",
        "ticket": _ticket(told.ticket, candidate.attestation),
        "papers": _pack(candidate),
    }


def _identified(told: HearingProtocol, read: Reading) -> Texts:
    found = of_hearing(read, told.hearing, {"student-identified"})
    return sentence(found[-1], read.names) if found else {}


def _ticket(number: str | None, attestation: Attestation) -> str:
    if number is None:
        return ""
    texts, place = attestation.tickets, int(number) - 1
    return f"{number}. {texts[place]}" if place < len(texts) else number


def _pack(candidate: Candidate) -> list[Texts]:
    """Kinds of what was handed in, each once."""
    kinds = dict.fromkeys(part.kind for part in candidate.pack.all())
    return [said(PackPart.Kind(kind).label) for kind in kinds]


def _room(told: HearingProtocol, read: Reading) -> _Room:
    seen, turn = _seen(told, read), read.state.hearings[told.hearing].turn
    guests = [
        key
        for key in dict.fromkeys((*turn.supervisors, *turn.guests))
        if key in seen and key not in read.state.commission.voters
    ]
    return {
        "present": voters(read, seen, here=True),
        "absent": voters(read, seen, here=False),
        "secretary": read.names.person(read.state.commission.secretary),
        "guests": [read.names.person(key) for key in guests],
    }


def _seen(told: HearingProtocol, read: Reading) -> set[str]:
    """Who was there at any step from the call on; without steps, at the decision."""
    seen = {
        person
        for taken in told.steps
        if taken.step is not Step.IDENTIFICATION
        for person in taken.present
    }
    at = told.result.at
    return seen or (set(present_during(read.state, at, at)) if at else set())


def _course(told: HearingProtocol, read: Reading) -> _Course:
    return {
        "course": entries(read, of_hearing(read, told.hearing, _COURSE)),
        "questions": [
            {
                "asker": read.names.person(one.asker),
                "text": one.text,
                "answer": one.answer,
            }
            for one in told.questions
        ],
        "reviews": [
            {"author": read.names.person(one.author), "opinion": _opinion(one.opinion)}
            for one in told.reviews
        ],
    }


def _opinion(kind: str) -> str:
    """In both official languages at once, for the fact is one text."""
    words = said(OPINIONS.get(kind, kind))
    return " / ".join(dict.fromkeys((words["kk"], words["ru"])))


def _votes(told: HearingProtocol, read: Reading) -> _Votes:
    grade, degree = _counted(told, Matter.GRADE), _counted(told, Matter.DEGREE)
    here = _seen(told, read) & set(told.voters)
    base = read.state.quorum_base(read.state.hearings[told.hearing])
    return {
        "grade_secret": grade.secret if grade else None,
        "degree_secret": degree.secret if degree else None,
        "quorum": f"{len(here)} / {base}",
        "grade_tally": _tally(grade),
        "degree_tally": _tally(degree),
    }


def _counted(told: HearingProtocol, matter: Matter) -> Ballot | None:
    """The ballot that counts: the last one that was closed and not annulled."""
    done = [
        one
        for one in told.ballots
        if one.matter == matter and one.closed and not one.annulled
    ]
    return done[-1] if done else None


def _tally(ballot: Ballot | None) -> list[Tally]:
    counts = ballot.counts if ballot else ()
    return [{"choice": choice, "votes": votes} for choice, votes in counts]


def _outcome(hearing: Hearing, told: HearingProtocol, read: Reading) -> _Outcome:
    grade = told.result.grade or ""
    number = points(read.state, grade)
    return {
        "grade": grade,
        "grade_words": grade_words(grade, number),
        "points": number,
        "passed": bool(told.result.passed),
        "basis": _basis(told, read),
        "degree": awarded(hearing) if told.result.degree else {},
        "special_opinions": [],
        "incidents": entries(read, of_hearing(read, told.hearing, _INCIDENTS)),
    }


def _basis(told: HearingProtocol, read: Reading) -> str:
    """On what a grade rests that was set without a hearing: the work, or marks."""
    for event in of_hearing(read, told.hearing, {"graded-by-exception"}):
        if isinstance(event, GradedByException):
            return Result.Basis.CHECKED_WORK if event.work else Result.Basis.AGGREGATE
    return Result.Basis.BALLOT
