"""The protocol of a whole sitting."""

from datetime import datetime

from hattama.core.sitting import HearingProtocol, sitting_protocol
from hattama.core.sitting.events import Event
from hattama.core.sitting.reading import present_during
from hattama.documents.facts import SittingLine, SittingProtocol
from hattama.final.models import Hearing
from hattama.final.queries import papers
from hattama.final.queries.protocol.parts import (
    PLATFORM,
    Reading,
    entries,
    points,
    voters,
)
from hattama.final.queries.protocol.words import grade_words, outcome
from hattama.final.queries.sentences import sentence

_COURSE = frozenset(
    {
        "clock-found-behind",
        "sitting-opened",
        "queue-changed",
        "recess-began",
        "recess-ended",
        "breach-noted",
        "sitting-closed",
    }
)
_DECISIONS = frozenset(
    {
        "day-extended",
        "refusal-decided",
        "interruption-decided",
        "hearing-rescheduled",
        "graded-by-exception",
    }
)


def sitting_facts(read: Reading, now: datetime) -> SittingProtocol:
    """Everything that the protocol of a closed sitting says.

    Norms: tve-process-2020/p21-5b; that it was remote, tve-attestation-2020/p30.

    Args:
        read: of the sitting.
        now: aware; the end of what still lasts.
    """
    told = sitting_protocol(read.state, now)
    hearings = _hearings(read)
    attestations = {
        one.candidate.attestation_id: one.candidate.attestation
        for one in hearings.values()
    }
    seen = present_during(read.state, told.opened or now, told.closed or now)
    return {
        "programmes": [papers.programme_line(one) for one in attestations.values()],
        "commission_order": papers.reference(read.sitting.commission.order),
        "remote": told.remote,
        "platform": PLATFORM,
        "started_at": papers.moment(told.opened, read.institution),
        "ended_at": papers.moment(told.closed, read.institution),
        "present": voters(read, seen, here=True),
        "absent": voters(read, seen, here=False),
        "secretary": read.names.person(read.state.commission.secretary),
        "hearings": [_line(hearings[one.hearing], one, read) for one in told.hearings],
        "decisions": [sentence(one, read.names) for one in _of(read, _DECISIONS)],
        "course": entries(read, _of(read, _COURSE)),
        "draw_seed": told.seed,
    }


def _of(read: Reading, acts: frozenset[str]) -> list[Event]:
    return [event for event in read.log if event.act in acts]


def _hearings(read: Reading) -> dict[str, Hearing]:
    rows = read.sitting.hearings.select_related(
        "candidate__attestation__programme",
        "candidate__student__person",
        "candidate__student__group",
        "protocol__institution",
    )
    return {str(row.pk): row for row in rows}


def _line(hearing: Hearing, told: HearingProtocol, read: Reading) -> SittingLine:
    candidate = hearing.candidate
    grade = told.result.grade or ""
    number = points(read.state, grade)
    return {
        "name": candidate.student.person.full_name,
        "group": candidate.student.group.name,
        "topic": papers.topic(candidate),
        "started_at": papers.moment(told.called, read.institution),
        "grade": grade,
        "grade_words": grade_words(grade, number) if grade else {},
        "points": number,
        "outcome": {} if grade else outcome(told),
        "protocol": papers.reference(hearing.protocol)["number"],
    }
