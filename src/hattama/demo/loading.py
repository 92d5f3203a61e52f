"""The demo as a whole: two institutions, each in the middle of its attestation."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from django.contrib.auth.hashers import make_password
from django.db import transaction

from hattama.appeals.actions import appoint_appeals_commission, lodge_appeal
from hattama.calendars.actions import keep_day, keep_period
from hattama.calendars.models import Day, Period
from hattama.calendars.queries import calendar_of
from hattama.core.slots import Day as Hours
from hattama.demo import days, session
from hattama.demo.case import Case, sign_all
from hattama.demo.house import House, Team, build
from hattama.demo.preparing import LINK, prepare
from hattama.final.actions.announcing import announce_sitting
from hattama.final.actions.campaign import Decision, add_attestation, create_campaign
from hattama.final.actions.sittings import convene, lay_out_sittings
from hattama.final.models import Campaign, Candidate, Result, Sitting
from hattama.people.actions.institution import set_own_value
from hattama.people.models import Institution, User

HOUSES = ("college", "university")
PASSWORD = "demo-hattama"  # noqa: S105 - said on the sign-in page
MADE_BEFORE = 80  # days before the first sitting
AHEAD = 11  # working days until the second programme's first sitting
HEARINGS = 6  # of one sitting
APPEAL = "Комиссия жұмыстың есептік бөлігін қарамады, бағаны қайта қарауды сұраймын."


def loaded() -> bool:
    """Whether the demo is there; it is made whole or not at all."""
    return Institution.objects.filter(slug__in=HOUSES).exists()


@transaction.atomic
def load(now: datetime) -> None:
    """Make the demo so that a sitting is about to begin.

    Args:
        now: aware; everything is dated from it.
    """
    for name in HOUSES:
        _live(build(name, now - timedelta(days=MADE_BEFORE * 2)), now)
    User.objects.update(password=make_password(PASSWORD))


def _live(house: House, now: datetime) -> None:
    calendar = calendar_of(house.institution)
    today = calendar.local(now).date()
    yesterday = calendar.moment(calendar.previous_working_day(today), days.MORNING)
    soon = days.moment(calendar, now, AHEAD)
    _lay_down(house, yesterday, soon)
    campaign = create_campaign(
        institution=house.institution,
        title=house.told["campaign"],
        starts_on=yesterday.date(),
        ends_on=soon.date() + timedelta(days=14),
        by=house.preparer,
        now=yesterday - timedelta(days=MADE_BEFORE),
    )
    first, second = (
        _case(house, team, campaign, start)
        for team, start in zip(house.teams, (yesterday, soon), strict=True)
    )
    second.ahead = True
    for case in (first, second):
        prepare(case, now)
    _sit(first, now)


def _lay_down(house: House, first: datetime, last: datetime) -> None:
    """What an institution decides for itself: a period, a day off, a longer window."""
    by, at = house.leaders["administrator"], first - timedelta(days=MADE_BEFORE + 10)
    period = {
        "kind": Period.Kind.FINAL,
        "name": house.told["campaign"],
        "starts_on": first.date(),
        "ends_on": last.date() + timedelta(days=30),
    }
    keep_period(Period(institution=house.institution), period, by=by, now=at)
    day = {
        "date": last.date() + timedelta(days=20),
        "kind": Day.Kind.OWN,
        "name": {"kk": "Ашық есік күні", "ru": "День открытых дверей"},
        "source": "№ 21",
    }
    keep_day(Day(institution=house.institution), day, by=by, now=at)
    set_own_value(
        house.institution,
        key="appeal-window",
        value=3,
        order="№ 12",
        since=at.date(),
        by=by,
        now=at,
    )


def _case(house: House, team: Team, campaign: Campaign, start: datetime) -> Case:
    decision = Decision(
        programme=team.programme,
        form=team.told["form"],
        form_decision=f"№ 4, {campaign.made_at:%d.%m.%Y}",
        first_sitting=start,
        scope="comprehensive" if "subject" in team.told else "",
        subject=team.told.get("subject"),
        disciplines=team.told.get("disciplines", 1),
    )
    attestation = add_attestation(
        campaign=campaign, decision=decision, by=house.preparer, now=campaign.made_at
    )
    return Case(house, team, campaign, attestation, ahead=False)


def _sit(case: Case, now: datetime) -> None:
    """Lay out three sittings: yesterday's is over, today's begins, one is to come."""
    past, today, _next = _lay_out(case, now)
    _appoint_appeals(case)
    after = session.hold(case, past)
    convene(sitting=today, by=case.team.secretary, now=now - timedelta(minutes=5))
    if case.house.institution.kind == Institution.Kind.UNIVERSITY:
        _appeal(case, after)


def _lay_out(case: Case, now: datetime) -> list[Sitting]:
    calendar, first = calendar_of(case.house.institution), case.attestation
    soon = days.about_to_begin(calendar, now)
    queue = list(Candidate.objects.filter(attestation=first).admitted().with_people())
    told = days.moment(calendar, first.first_sitting, -5)
    starts = (
        (first.first_sitting, HEARINGS),
        (soon, days.places(soon, HEARINGS)),
        (days.moment(calendar, soon, 1), len(queue)),
    )
    sittings = []
    for start, places in starts:
        sittings += _lay_out_one(case, queue[:places], start, told)
        queue = queue[places:]
    return sittings


def _lay_out_one(
    case: Case, queue: list[Candidate], start: datetime, told: datetime
) -> list[Sitting]:
    local = calendar_of(case.house.institution).local(start)
    made = lay_out_sittings(
        commission=case.commission,
        candidates=queue,
        days=[start],
        day=Hours(opens=local.time(), zone=ZoneInfo(case.house.institution.zone)),
        meeting_link=LINK,
    )
    for sitting in made:
        announce_sitting(sitting=sitting, by=case.team.secretary, now=told)
    return made


def _appoint_appeals(case: Case) -> None:
    calendar, house = calendar_of(case.house.institution), case.house
    at = days.moment(calendar, case.attestation.first_sitting, -8)
    roles = ("chair", "member", "member", "secretary")
    commission = appoint_appeals_commission(
        campaign=case.campaign,
        seats=list(zip(house.appeals, roles, strict=True)),
        by=house.preparer,
        now=at,
    )
    if commission.order:
        sign_all(commission.order, at + timedelta(hours=1))


def _appeal(case: Case, now: datetime) -> None:
    """Let the student with the lowest grade lodge an appeal."""
    results = Result.objects.filter(candidate__attestation=case.attestation)
    lowest = results.select_related("candidate__student__person").latest("grade")
    lodge_appeal(
        result=lowest,
        text=APPEAL,
        grounds=["grade"],
        evidence=(),
        medical=False,
        by=lowest.candidate.student.person,
        now=now + timedelta(minutes=45),
    )
