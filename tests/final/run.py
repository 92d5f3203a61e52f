"""Run a sitting through its steps, for tests that need it to have got somewhere."""

from contextlib import suppress
from datetime import timedelta

from hattama.core.rules import RuleBroken
from hattama.core.sitting import commands as c
from hattama.core.sitting.events import Matter
from hattama.core.sitting.steps import Step
from hattama.documents.actions import sign
from hattama.final.actions.log import give
from hattama.final.actions.protocols import draw_up_protocol
from hattama.final.actions.results import publish_results
from hattama.final.actions.sittings import convene
from hattama.final.models import Result
from hattama.final.queries.log import state_of

START = timedelta(minutes=-20)


class Run:
    """A sitting and its time, which goes on by seconds with each command."""

    def __init__(self, cast, sitting):
        self.cast, self.sitting = cast, sitting
        self.now = sitting.starts_at + START
        self.hearings = [
            str(pk) for pk in sitting.hearings.values_list("pk", flat=True)
        ]

    def give(self, command, seconds=5):
        self.now += timedelta(seconds=seconds)
        return give(self.sitting, command, self.now)

    def open(self):
        cast = self.cast
        convene(sitting=self.sitting, by=cast.saule, now=self.now)
        voters = [cast.daniyar, cast.vera, cast.marat, cast.olzhas]
        for person in [*voters, cast.saule, cast.aigerim, cast.bolat]:
            self.give(c.JoinSitting(person.key, person.key))
        for person in voters:
            self.give(c.IdentifyMember(cast.gulnar.key, person.key, "document"))
        self.now = self.sitting.starts_at
        self.give(c.OpenSitting(cast.daniyar.key))
        return self

    def defend(self, hearing):
        secretary, chair = self.cast.saule.key, self.cast.daniyar.key
        self.give(c.IdentifyStudent(secretary, hearing, "document", True))
        self.give(c.CallStudent(secretary, hearing))
        self.give(c.PassRoom(secretary, hearing))
        self.give(c.BeginStep(secretary, hearing, Step.ANNOUNCEMENT))
        self.give(c.BeginStep(secretary, hearing, Step.TALK))
        self.give(c.BeginStep(secretary, hearing, Step.QUESTIONS), 400)
        self.give(c.AskQuestion(chair, hearing, chair, "Неге?"))
        self.give(c.AnswerQuestion(secretary, hearing, 1))
        self.give(c.SkipStep(secretary, hearing, Step.REVIEWS, "жоқ"))
        self.give(c.SkipStep(secretary, hearing, Step.REPLY, "жоқ"))
        self.give(c.BeginStep(chair, hearing, Step.DISCUSSION))

    def vote(self, hearing, matter=Matter.GRADE, **choices):
        self.give(c.OpenBallot(self.cast.saule.key, hearing, matter))
        for name, choice in choices.items():
            person = getattr(self.cast, name)
            self.give(c.CastVote(person.key, hearing, matter, choice))
        return self.give(c.CloseBallot(self.cast.saule.key, hearing, matter, (), True))

    def all_vote(self, hearing, matter, choice):
        state = state_of(self.sitting)
        voters = state.voters(state.hearings[hearing])
        self.give(c.OpenBallot(self.cast.saule.key, hearing, matter))
        for voter in voters:
            self.give(c.CastVote(voter, hearing, matter, choice))
        self.give(c.CloseBallot(self.cast.saule.key, hearing, matter, (), True))

    def grade(self, hearing, choice="A"):
        self.defend(hearing)
        self.all_vote(hearing, Matter.GRADE, choice)
        with suppress(RuleBroken):  # no degree after a fail
            self.all_vote(hearing, Matter.DEGREE, "award")

    def be_absent(self, hearing):
        student = state_of(self.sitting).hearings[hearing].turn
        self.give(c.LeaveSitting(student.student, student.student))
        self.now = max(self.now, student.starts)
        self.give(c.RecordAbsence(self.cast.saule.key, hearing))

    def close(self):
        self.give(c.CloseSitting(self.cast.daniyar.key))

    def row(self, hearing):
        return self.sitting.hearings.get(pk=int(hearing))

    def sign(self, document):
        for signature in document.signatures.order_by("position"):
            sign(signature, signature.person, self.now)
        document.refresh_from_db()
        return document

    def drawn_up(self, hearing):
        return draw_up_protocol(self.row(hearing), self.cast.saule, self.now)

    def published(self, hearing, choice="A"):
        """The result of a student who was graded, signed for and told."""
        self.grade(hearing, choice)
        protocol = self.sign(self.drawn_up(hearing))
        publish_results(self.sitting, self.cast.saule, self.now)
        return Result.objects.get(protocol=protocol)
