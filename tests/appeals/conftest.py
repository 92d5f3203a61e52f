"""A published fail of Aigerim's, and five people who may hear her appeal.

Published on Friday 19 June 2026 at 14:00 in Almaty: the window ends with Tuesday.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from hattama.appeals import actions
from hattama.appeals.actions.hearing import Verdict
from hattama.appeals.models import Appeal, AppealsCommission, AppealsSeat
from hattama.documents.actions import sign
from hattama.documents.models import Document
from hattama.documents.queries import to_sign
from hattama.final.models import Result
from hattama.people.models import Person
from tests import make

PUBLISHED = datetime(2026, 6, 19, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
ALMATY = ZoneInfo("Asia/Almaty")


@dataclass(frozen=True)
class Panel:
    commission: AppealsCommission
    chair: Person
    members: tuple[Person, Person]
    secretary: Person

    @property
    def everybody(self):
        return [self.chair, *self.members, self.secretary]


@pytest.fixture
def panel(cast) -> Panel:
    names = [("Айдар", "Бекенов"), ("Ләззат", "Досова"), ("Иван", "Петров")]
    chair, *members = [make.person(cast.university, *name) for name in names]
    secretary = make.person(cast.university, "Мәдина", "Есенова")
    commission = AppealsCommission.objects.create(
        campaign=cast.campaign,
        order=make.document(cast.university, template="appeals-order"),
    )
    roles = ["chair", "member", "member", "secretary"]
    for who, role in zip([chair, *members, secretary], roles, strict=True):
        AppealsSeat.objects.create(commission=commission, person=who, role=role)
    return Panel(commission, chair, tuple(members), secretary)


@pytest.fixture
def result(cast) -> Result:
    return published(cast.candidates[0])


def published(candidate, **values):
    institution = candidate.attestation.campaign.institution
    return Result.objects.create(
        candidate=candidate,
        grade=values.pop("grade", "FX"),
        points=values.pop("points", 40),
        passed=values.pop("passed", False),
        basis=Result.Basis.BALLOT,
        protocol=make.document(institution, kind="protocol", template="test"),
        decided_at=PUBLISHED - HOUR,
        published_at=values.pop("published_at", PUBLISHED),
        **values,
    )


def lodged(result, at=PUBLISHED + HOUR, **values) -> Appeal:
    return actions.lodge_appeal(
        result=result,
        text="Маған қойылған сұрақ бағдарламада жоқ.",
        grounds=["question"],
        evidence=[],
        medical=values.pop("medical", False),
        by=values.pop("by", result.candidate.student.person),
        now=at,
    )


@pytest.fixture
def appeal(result, panel) -> Appeal:
    return lodged(result)


@pytest.fixture
def scheduled(appeal, panel) -> Appeal:
    actions.schedule_appeal(
        appeal,
        at=PUBLISHED + 3 * DAY,
        link="https://meet.example.org/appeal",
        by=panel.secretary,
        now=PUBLISHED + 2 * HOUR,
    )
    return appeal


def verdict(panel, votes=None, **values) -> Verdict:
    away = values.pop("away", ())
    return Verdict(
        present=[
            seat
            for seat in panel.commission.seats.exclude(role="secretary")
            if seat.person not in away
        ],
        votes=votes or {"upheld": 1, "changed": 2},
        considered="Хаттама\nСұрақтар",
        reason=values.pop("reason", "Сұрақ бағдарламадан тыс болды."),
        grade=values.pop("grade", "C"),
        points=values.pop("points", 65),
    )


@pytest.fixture
def decided(scheduled, panel) -> Appeal:
    actions.record_decision(
        scheduled, verdict(panel), by=panel.secretary, now=scheduled.sitting_at + HOUR
    )
    return scheduled


def signed(document: Document, now) -> Document:
    while document.state == Document.State.SIGNING:
        waiting = document.signatures.filter(signed_at=None).order_by("position")[0]
        assert waiting in to_sign(waiting.person)
        document = sign(waiting, waiting.person, now)
    return document
