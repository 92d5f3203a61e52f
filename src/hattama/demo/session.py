"""A sitting from the first identification to the published results."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from hattama.core.sitting import commands as c
from hattama.core.sitting.events import Cause, Matter
from hattama.core.sitting.steps import Step
from hattama.demo.case import Case, sign_all
from hattama.final.actions.log import give
from hattama.final.actions.protocols import draw_up_all, draw_up_sitting_protocol
from hattama.final.actions.results import publish_results
from hattama.final.actions.sittings import convene
from hattama.final.models import Hearing, Sitting
from hattama.final.queries.log import state_of
from hattama.people.models import Person

DOCUMENT = "document"
QUESTIONS = (
    "Тақырыптың өзектілігі неде? · В чём актуальность темы?",
    "Нәтижені қайда қолдануға болады? · Где можно применить результат?",
    "Қандай баламаларды қарастырдыңыз? · Какие альтернативы вы рассматривали?",
)
ANSWER = "Ауызша жауап берді · Ответил(а) устно"
# The choices of the voters, chair first, hearing by hearing; best to worst.
VOTES = {
    "he": (
        ("A",) * 5,
        ("B+", "A-", "B+", "B+", "B"),
        ("A-",) * 5,
        ("C+", "B-", "C+", "C", "C+"),
    ),
    "tve": (
        ("5",) * 5,
        ("4", "5", "4", "4", "4"),
        ("5", "5", "4", "5", "5"),
        ("3", "4", "3", "3", "3"),
    ),
}


@dataclass
class Session:
    """A sitting and its time, which goes on with each command."""

    case: Case
    sitting: Sitting
    now: datetime

    def give(self, command: c.Command, seconds: int = 10) -> None:
        """Let some time pass, then give a command."""
        self.now += timedelta(seconds=seconds)
        give(self.sitting, command, self.now)

    @property
    def voters(self) -> tuple[Person, ...]:
        """Chair and members."""
        return (self.case.team.chair, *self.case.team.members)


def hold(case: Case, sitting: Sitting) -> datetime:
    """Hold a sitting whole, sign its protocols and publish; give the time after."""
    session = Session(case, sitting, sitting.starts_at - timedelta(minutes=25))
    assemble(session)
    hearings = list(sitting.hearings.select_related("candidate__student__person"))
    for number, hearing in enumerate(hearings):
        lead_up_to_vote(session, hearing, smooth=number != 1)
        _vote(session, str(hearing.pk), number)
    session.give(c.CloseSitting(case.team.secretary.key))
    return _publish(session)


def assemble(session: Session) -> None:
    """Convene, let everybody come and be identified, and open on time."""
    team, sitting = session.case.team, session.sitting
    convene(sitting=sitting, by=team.secretary, now=session.now)
    for person in (*session.voters, team.secretary):
        session.give(c.JoinSitting(person.key, person.key))
    for person in session.voters:
        identifier = team.department_head.key
        session.give(c.IdentifyMember(identifier, person.key, DOCUMENT))
    session.now = sitting.starts_at
    session.give(c.OpenSitting(team.chair.key))


def lead_up_to_vote(session: Session, hearing: Hearing, *, smooth: bool) -> None:
    """Take a student from joining to the closed discussion."""
    key, secretary = str(hearing.pk), session.case.team.secretary.key
    student = hearing.candidate.student.person.key
    session.now = max(session.now, hearing.planned_at)
    session.give(c.JoinSitting(student, student))
    session.give(c.IdentifyStudent(secretary, key, DOCUMENT, original_shown=True))
    session.give(c.CallStudent(secretary, key))
    session.give(c.PassRoom(secretary, key))
    session.give(c.BeginStep(secretary, key, Step.ANNOUNCEMENT))
    session.give(c.BeginStep(secretary, key, Step.TALK))
    if not smooth:
        _interrupt(session, key, student)
    _ask(session, key)
    _read_reviews(session, hearing)


def _interrupt(session: Session, key: str, student: str) -> None:
    secretary, votes = session.case.team.secretary.key, len(session.voters) - 1
    session.give(c.InterruptHearing(secretary, key, Cause.CONNECTION_LOST), 60)
    session.give(c.AskToContinue(student, key), 40)
    session.give(c.DecideInterruption(secretary, key, True, votes, 0))  # noqa: FBT003


def _ask(session: Session, key: str) -> None:
    secretary = session.case.team.secretary.key
    session.give(c.BeginStep(secretary, key, Step.QUESTIONS), 400)
    for number, (person, text) in enumerate(
        zip(session.voters, QUESTIONS, strict=False), 1
    ):
        session.give(c.AskQuestion(person.key, key, person.key, text))
        session.give(c.AnswerQuestion(secretary, key, number, ANSWER), 30)


def _read_reviews(session: Session, hearing: Hearing) -> None:
    key, secretary = str(hearing.pk), session.case.team.secretary.key
    supervisor, reviewer = hearing.candidate.supervisor, hearing.candidate.reviewer
    session.give(c.BeginStep(secretary, key, Step.REVIEWS))
    if reviewer:
        session.give(c.ReadReview(secretary, key, reviewer.full_name, "review"))
    if supervisor:
        session.give(c.ReadReview(secretary, key, supervisor.full_name, "supervisor"))
    session.give(c.BeginStep(secretary, key, Step.REPLY))
    session.give(c.BeginStep(session.case.team.chair.key, key, Step.DISCUSSION))


def _vote(session: Session, key: str, number: int) -> None:
    kind = session.case.house.institution.kind
    votes = VOTES[kind][number % len(VOTES[kind])]
    _ballot(session, key, Matter.GRADE, votes)
    state = state_of(session.sitting)
    if state and state.rules.degree_secrecy:
        _ballot(session, key, Matter.DEGREE, ["award"] * len(session.voters))


def _ballot(session: Session, key: str, matter: Matter, choices: Sequence[str]) -> None:
    secretary = session.case.team.secretary.key
    session.give(c.OpenBallot(secretary, key, matter))
    state = state_of(session.sitting)
    ballot = state and state.hearings[key].ballot(matter)
    allowed = ballot.voters if ballot else ()
    for person, choice in zip(session.voters, choices, strict=True):
        if person.key in allowed:
            session.give(c.CastVote(person.key, key, matter, choice), 3)
    session.give(c.CloseBallot(secretary, key, matter, (), chair_told=True))


def _publish(session: Session) -> datetime:
    secretary, sitting = session.case.team.secretary, session.sitting
    sitting.refresh_from_db()
    drawn = draw_up_all(sitting, secretary, session.now)
    drawn.append(draw_up_sitting_protocol(sitting, secretary, session.now))
    for document in drawn:
        sign_all(document, session.now + timedelta(minutes=20))
    session.now += timedelta(minutes=30)
    publish_results(sitting, secretary, session.now)
    return session.now
