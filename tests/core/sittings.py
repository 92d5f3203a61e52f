"""A sitting to test with: its people, its log, and scenes to begin from."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

from hattama.core import draw
from hattama.core.rules import RuleBroken
from hattama.core.sitting import (
    Commission,
    Kind,
    Plan,
    Rules,
    Step,
    Turn,
    decide,
    evolve,
)
from hattama.core.sitting import commands as c
from hattama.core.sitting.events import Matter

ALMATY = timezone(timedelta(hours=5))
NINE = datetime(2026, 6, 15, 9, tzinfo=ALMATY)
SEED = "5e" * 32
CHAIR, VERA, BOLAT, AIDA = VOTERS = ("chair", "vera", "bolat", "aida")
SECRETARY, DEAN = "secretary", "dean"
STUDENTS = {"h1": "aigerim", "h2": "timur", "h3": "saule"}
UNIVERSITY = Rules("kz-he", "letter", degree_secrecy="secret")
COLLEGE = Rules(
    "kz-tve",
    "five",
    signed_first=True,
    exception_by_application=False,
    scheduled_days=(date(2026, 6, 15), date(2026, 6, 18)),
)
GRADE, DEGREE = Matter.GRADE, Matter.DEGREE


def planned(rules=UNIVERSITY, kind=Kind.DEFENCE, **values):
    commission = Commission(
        CHAIR, (VERA, BOLAT, AIDA), SECRETARY, (DEAN,), "12-K", date(2026, 5, 4)
    )
    agenda = tuple(
        Turn(hearing, student, kind, NINE + timedelta(minutes=15 * place))
        for place, (hearing, student) in enumerate(STUDENTS.items())
    )
    return replace(Plan("s1", NINE, commission, agenda, rules), **values)


def with_tickets(**values):
    return planned(
        tickets=("1", "2", "3", "4"), commitment=draw.commitment(SEED), **values
    )


class Log:
    """A sitting that is being written."""

    def __init__(self, plan=None):
        self.now = NINE - timedelta(minutes=45)
        self.lines, self.state = [], None
        self.do(c.ConveneSitting(SECRETARY, plan or planned()))

    def wait(self, minutes=0, seconds=0):
        self.now += timedelta(minutes=minutes, seconds=seconds)

    def do(self, *commands):
        for command in commands:
            for event in decide(self.state, command, self.now):
                self.lines.append(event)
                self.state = evolve(self.state, event)
        return self

    def refusal(self, command):
        """Return what the command is refused with; None if it is taken."""
        try:
            decide(self.state, command, self.now)
        except RuleBroken as broken:
            return broken
        return None

    def code(self, command):
        broken = self.refusal(command)
        return broken and broken.code

    def hearing(self, hearing="h1"):
        return self.state.hearings[hearing]

    @property
    def last(self):
        return self.lines[-1]

    @property
    def acts(self):
        return [line.act for line in self.lines]


def convened(plan=None):
    return Log(plan)


def waiting(plan=None):
    log = Log(plan)
    log.wait(25)
    return log


def joined(log, *persons):
    return log.do(*(c.JoinSitting(one, one) for one in persons))


def gathered(plan=None):
    log = joined(waiting(plan), *VOTERS, SECRETARY, *STUDENTS.values())
    log.do(*(c.IdentifyMember(DEAN, one, "visual") for one in VOTERS))
    log.do(*(identified(hearing) for hearing in STUDENTS))
    return log


def identified(hearing):
    return c.IdentifyStudent(SECRETARY, hearing, "visual", original_shown=True)


def opened(plan=None):
    log = gathered(plan)
    log.now = NINE
    return log.do(c.OpenSitting(CHAIR))


def called(plan=None):
    return opened(plan).do(c.CallStudent(SECRETARY, "h1"))


def shown(plan=None):
    return called(plan).do(c.PassRoom(SECRETARY, "h1"))


def begin(*steps, hearing="h1"):
    return [c.BeginStep(SECRETARY, hearing, step) for step in steps]


def talking(plan=None):
    return shown(plan).do(*begin(Step.ANNOUNCEMENT, Step.TALK))


def asked(plan=None):
    log = talking(plan)
    log.wait(6)
    return log.do(*begin(Step.QUESTIONS))


def discussed(plan=None):
    log = asked(plan)
    log.wait(5)
    skip = [
        c.SkipStep(SECRETARY, "h1", step, "none") for step in (Step.REVIEWS, Step.REPLY)
    ]
    return log.do(*skip, *begin(Step.DISCUSSION))


def voting(plan=None, matter=GRADE):
    log = discussed(plan) if matter is GRADE else graded(plan)
    return log.do(c.OpenBallot(SECRETARY, "h1", matter))


def vote(choices, hearing="h1", matter=GRADE):
    return [
        c.CastVote(voter, hearing, matter, choice)
        for voter, choice in zip(VOTERS, choices, strict=False)
    ]


def graded(plan=None, choices=("A", "A", "B", "A-")):
    log = voting(plan).do(*vote(choices))
    return log.do(c.CloseBallot(SECRETARY, "h1", GRADE))


def interrupted(plan=None):
    log = talking(plan)
    log.wait(2)
    return log.do(c.LeaveSitting(c.SYSTEM, STUDENTS["h1"], lost=True))


SCENES = {
    scene.__name__: scene
    for scene in (
        convened,
        waiting,
        gathered,
        opened,
        called,
        shown,
        talking,
        asked,
        discussed,
        voting,
        graded,
        interrupted,
    )
}
