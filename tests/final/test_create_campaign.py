from datetime import date

import pytest

from hattama.calendars.models import Period
from hattama.final.models import Campaign
from tests.final.preparing import READERS, STRANGERS, acts, post, refused, statuses

DATA = {
    "title_kk": "Қорытынды аттестаттау 2026",
    "title_ru": "Итоговая аттестация 2026",
    "starts_on": "2026-06-01",
    "ends_on": "2026-06-30",
}


@pytest.fixture
def june(cast):
    return Period.objects.create(
        institution=cast.university,
        kind=Period.Kind.FINAL,
        name={"kk": "Аттестаттау"},
        starts_on=date(2026, 6, 1),
        ends_on=date(2026, 6, 30),
    )


@pytest.mark.parametrize("who", ["gulnar", "zarina"])
def test_works(cast, signed_in, who):
    post(signed_in(cast.everybody[who]), "create_campaign", **DATA)
    made = Campaign.objects.order_by("pk").last()
    assert (made.title["ru"], made.made_by) == (DATA["title_ru"], cast.everybody[who])
    assert acts(made) == ["campaign-opened"]


def test_twice_is_once(cast, signed_in):
    client = signed_in(cast.gulnar)
    before = Campaign.objects.count()
    once = "3f2b0a50-0000-4000-8000-000000000001"
    first = post(client, "create_campaign", once=once, **DATA)
    second = post(client, "create_campaign", once=once, **DATA)
    assert first.url == second.url
    assert Campaign.objects.count() == before + 1


def test_refused_to_everybody_else(cast, signed_in):
    found = statuses(
        signed_in, cast, "create_campaign", among=STRANGERS + READERS, **DATA
    )
    expected = dict.fromkeys(STRANGERS, 404) | dict.fromkeys(READERS, 403)
    assert found == expected | {"timur": 403}


@pytest.mark.norm("tve-process-2020/p21-3b")
def test_outside_the_calendar(cast, signed_in, june):
    late = DATA | {"ends_on": "2026-07-01"}
    assert refused(
        post(signed_in(cast.gulnar), "create_campaign", **late), "outside-calendar"
    )


def test_dates_the_wrong_way_round(cast, signed_in):
    wrong = DATA | {"ends_on": "2026-05-31"}
    answer = post(signed_in(cast.gulnar), "create_campaign", **wrong)
    assert refused(answer, "campaign-ends-first")


def test_the_same_again(cast, signed_in):
    client = signed_in(cast.gulnar)
    post(client, "create_campaign", **DATA)
    assert refused(post(client, "create_campaign", **DATA), "campaign-exists")
    assert Campaign.objects.filter(title__ru=DATA["title_ru"]).count() == 1


def test_a_date_that_is_none(cast, signed_in):
    answer = post(
        signed_in(cast.gulnar), "create_campaign", **DATA | {"starts_on": "=1+1"}
    )
    assert answer.status_code == 200
    assert "starts_on" in answer.context["form"].errors
