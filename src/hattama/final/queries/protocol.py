"""The facts of the protocols, read from the log: nothing is typed by hand."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hattama.base.texts import said
from hattama.core import ballots
from hattama.core.sitting import State
from hattama.core.sitting.events import Event, Matter
from hattama.core.sitting.reading import (
    HearingProtocol,
    protocol,
    sitting_protocol,
)
from hattama.core.sitting.state import Ballot
from hattama.documents import facts
from hattama.documents.facts import Entry, Member, Tally
from hattama.final.models import Hearing, PackPart, Result, Sitting
from hattama.final.queries import papers
from hattama.final.queries.log import events, state_of
from hattama.final.queries.names import Names, names_in
from hattama.final.queries.sentences import GROUNDS, OPINIONS, sentence
from hattama.people.models import Institution

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
        "review-read",
        "early-finish-granted",
        "score-recorded",
        "conflict-declared",
        "ballot-closed",
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
_WHOLE = frozenset(
    {"sitting-opened", "recess-began", "recess-ended", "day-extended", "sitting-closed"}
)

GRADE_WORDS: dict[str, str | Promise] = {
    "excellent": _("excellent"),
    "good": _("good"),
    "satisfactory": _("satisfactory"),
    "unsatisfactory": _("unsatisfactory"),
}
_WORD_OF = {
    "excellent": ("A", "A-", "5"),
    "good": ("B+", "B", "B-", "C+", "4"),
    "satisfactory": ("C", "C-", "D+", "D", "3"),
}


def grade_words(grade: str) -> dict[str, str]:
    """A grade in words, in every language; points are read as the letter table does."""
    if grade.isdigit() and int(grade) > 5:
        points = int(grade)
        bounds = ((90, "excellent"), (70, "good"), (50, "satisfactory"))
        word = next((name for least, name in bounds if points >= least), None)
    else:
        word = next((name for name, codes in _WORD_OF.items() if grade in codes), None)
    return said(GRADE_WORDS[word or "unsatisfactory"])


def hearing_facts(hearing: Hearing, now: datetime) -> facts.HearingProtocol:
    """Everything that the protocol of one student says.

    Norms: he-attestation-2020/p62a, tve-attestation-2020/p30.
    """
    sitting = hearing.sitting
    state = state_of(sitting)
    assert state is not None  # noqa: S101 - a protocol follows a graded hearing
    read = protocol(state, str(hearing.pk), now)
    names = names_in(state)
    log = events(sitting)
    institution = sitting.commission.campaign.institution
    candidate = hearing.candidate
    attestation = candidate.attestation
    grade, degree = _last(read, Matter.GRADE), _last(read, Matter.DEGREE)
    present = _present_voters(read, state)
    return {
        "sitting": str(sitting.pk),
        "programme": papers.programme_line(attestation),
        "commission_order": papers.reference(sitting.commission.order),
        "admission_order": papers.reference(candidate.admission_order)
        if candidate.admission_order
        else None,
        "remote": read.remote,
        "platform": "Hattama",
        "started_at": papers.moment(read.called, institution),
        "ended_at": papers.moment(read.result.at, institution),
        "student": candidate.student.person.full_name,
        "group": candidate.student.group.name,
        "identified": _identified(log, str(hearing.pk), names),
        "topic": dict(candidate.topic) if attestation.form == "defence" else {},
        "supervisor": candidate.supervisor.full_name if candidate.supervisor else "",
        "reviewer": candidate.reviewer.full_name if candidate.reviewer else "",
        "ticket": _ticket(read.ticket, attestation.tickets),
        "papers": _papers(hearing),
        "present": _members(sitting, present, here=True),
        "absent": _members(sitting, present, here=False),
        "secretary": names.person(state.commission.secretary),
        "guests": [],
        "course": _entries(log, str(hearing.pk), _COURSE, names, institution),
        "questions": [
            {
                "asker": names.person(one.asker),
                "text": one.text,
                "answer": one.answer,
            }
            for one in read.questions
        ],
        "reviews": [
            {
                "author": names.person(one.author),
                "opinion": str(OPINIONS.get(one.opinion, one.opinion)),
            }
            for one in read.reviews
        ],
        "ballot_secret": grade.secret if grade else None,
        "quorum": f"{len(present)} / {len(state.commission.voters)}",
        "grade_tally": _tally(grade),
        "degree_tally": _tally(degree),
        "grade": read.result.grade or "",
        "grade_words": grade_words(read.result.grade or ""),
        "points": _points(state, read.result.grade),
        "passed": bool(read.result.passed),
        "basis": _basis(read),
        "degree": awarded(hearing) if read.result.degree else {},
        "special_opinions": [],
        "incidents": _entries(log, str(hearing.pk), _INCIDENTS, names, institution),
    }


def sitting_facts(sitting: Sitting, now: datetime) -> facts.SittingProtocol:
    """Everything that the protocol of a sitting says (tve-process-2020/p21-5b)."""
    state = state_of(sitting)
    assert state is not None  # noqa: S101 - a protocol follows a closed sitting
    read = sitting_protocol(state, now)
    institution = sitting.commission.campaign.institution
    names = names_in(state)
    hearings = list(
        sitting.hearings.select_related(
            "candidate__attestation__programme",
            "candidate__student__person",
            "candidate__student__group",
            "protocol",
        )
    )
    by_key = {str(hearing.pk): hearing for hearing in hearings}
    programmes = {one.candidate.attestation_id: one.candidate for one in hearings}
    seen = {stay.person for stay in read.present}
    return {
        "programmes": [
            papers.programme_line(one.attestation) for one in programmes.values()
        ],
        "commission_order": papers.reference(sitting.commission.order),
        "remote": read.remote,
        "platform": "Hattama",
        "started_at": papers.moment(read.opened, institution),
        "ended_at": papers.moment(read.closed, institution),
        "present": _members(sitting, seen, here=True),
        "absent": _members(sitting, seen, here=False),
        "secretary": names.person(state.commission.secretary),
        "hearings": [
            _line(by_key[one.hearing], one, state, institution) for one in read.hearings
        ],
        "decisions": [],
        "course": _entries(events(sitting), None, _WHOLE, names, institution),
        "draw_seed": read.seed,
    }


def _line(
    hearing: Hearing, read: HearingProtocol, state: State, institution: Institution
) -> facts.SittingLine:
    candidate = hearing.candidate
    grade = read.result.grade or ""
    return {
        "name": candidate.student.person.full_name,
        "group": candidate.student.group.name,
        "topic": dict(candidate.topic),
        "started_at": papers.moment(read.called, institution),
        "grade": grade,
        "grade_words": grade_words(grade) if grade else {},
        "points": _points(state, grade),
        "outcome": {} if grade else said(_outcome(read)),
        "protocol": papers.reference(hearing.protocol)["number"],
    }


def _outcome(read: HearingProtocol) -> str | Promise:
    if read.result.ground is not None:
        return GROUNDS[read.result.ground]
    endings: dict[str, str | Promise] = {
        "absent": _("did not appear"),
        "stopped": _("the hearing was stopped"),
        "terminated": _("the attestation was ended by the commission"),
    }
    return endings.get(str(read.result.ending), _("not heard"))


def awarded(hearing: Hearing) -> dict[str, str]:
    """What a graduate is awarded, in every language (he-attestation-2020/p20.2)."""
    programme = hearing.candidate.attestation.programme
    sentences: dict[str, str | Promise] = {
        "bachelor": _("degree of bachelor, %(code)s %(name)s"),
        "master": _("degree of master, %(code)s %(name)s"),
        "tve": _("qualification, %(code)s %(name)s"),
    }
    return said(sentences[programme.level], code=programme.code, name=programme.name)


def _last(read: HearingProtocol, matter: Matter) -> Ballot | None:
    done = [one for one in read.ballots if one.matter == matter and one.closed]
    return done[-1] if done else None


def _tally(ballot: Ballot | None) -> list[Tally]:
    counts = ballot.counts if ballot else ()
    return [{"choice": choice, "votes": votes} for choice, votes in counts]


def _present_voters(read: HearingProtocol, state: State) -> set[str]:
    """Voters who were there at any step of the hearing."""
    seen = {person for step in read.steps for person in step.present}
    return seen & set(state.commission.voters)


def _members(sitting: Sitting, present: Iterable[str], *, here: bool) -> list[Member]:
    there = set(present)
    seats = sitting.commission.seats.select_related("person").exclude(role="secretary")
    return [
        papers.member(seat.person, seat.role)
        for seat in seats
        if (seat.person.key in there) is here
    ]


def _entries(
    log: list[Event],
    hearing: str | None,
    acts: frozenset[str],
    names: Names,
    institution: Institution,
) -> list[Entry]:
    return [
        {
            "at": papers.moment(event.at, institution),
            "what": sentence(event, names),
            "by_hand": bool(event.texts),
        }
        for event in log
        if event.act in acts
        and (hearing is None or getattr(event, "hearing", None) == hearing)
    ]


def _identified(log: list[Event], hearing: str, names: Names) -> dict[str, str]:
    found = [
        event
        for event in log
        if event.act == "student-identified"
        and getattr(event, "hearing", None) == hearing
    ]
    return sentence(found[-1], names) if found else {}


def _ticket(number: str | None, texts: list[str]) -> str:
    if number is None:
        return ""
    place = int(number) - 1
    return f"{number}. {texts[place]}" if place < len(texts) else number


def _papers(hearing: Hearing) -> list[dict[str, str]]:
    """Kinds of what was handed in, each once."""
    kinds = dict.fromkeys(hearing.candidate.pack.values_list("kind", flat=True))
    return [said(PackPart.Kind(kind).label) for kind in kinds]


def _points(state: State, grade: str | None) -> int | None:
    return int(grade) if grade and state.rules.scale == ballots.POINTS.name else None


def _basis(read: HearingProtocol) -> str:
    if not read.result.by_exception:
        return Result.Basis.BALLOT
    work = read.kind == "defence"
    return Result.Basis.CHECKED_WORK if work else Result.Basis.AGGREGATE
