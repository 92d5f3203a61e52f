"""Run a sitting through its steps, for tests that need it to have got somewhere."""

from datetime import timedelta

from hattama.core.sitting import commands as c
from hattama.core.sitting.events import Matter
from hattama.core.sitting.steps import Step
from hattama.final.actions.log import give
from hattama.final.actions.sittings import convene

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
