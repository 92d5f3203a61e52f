"""The pages of a sitting: who sees which, and what stands there."""

import pytest
from django.urls import reverse

from hattama.base import clock
from hattama.core.sitting import commands as c
from tests import make
from tests.final.run import Run

DESK = ("sitting_console", "sitting_console_live", "sitting_bench", "sitting_log")
ROOM = ("candidate_room", "candidate_room_live")
EVERYBODY = ("sitting_screen",)


@pytest.fixture
def run(cast):
    return Run(cast, make.sitting(cast.commission, cast.candidates)).open()


def page(signed_in, run, who, name):
    with clock.pin(run.now):
        return signed_in(who).get(reverse(name, args=[run.sitting.pk]))


@pytest.mark.parametrize(
    "name", [*DESK, "sitting_bench_live", "sitting_identification"]
)
def test_the_desk_is_for_commission_and_staff(name, run, cast, signed_in):
    for who in (cast.saule, cast.daniyar, cast.marat, cast.gulnar, cast.rustem):
        assert page(signed_in, run, who, name).status_code == 200
    for who in (cast.aigerim, cast.bolat, cast.timur, cast.dana):
        assert page(signed_in, run, who, name).status_code == 404


@pytest.mark.parametrize("name", ROOM)
def test_the_room_is_the_candidates_own(name, run, cast, signed_in):
    assert page(signed_in, run, cast.aigerim, name).status_code == 200
    for who in cast.others("aigerim", "bolat"):
        assert page(signed_in, run, who, name).status_code == 404


def test_the_screen_is_for_everybody_in_the_sitting(run, cast, signed_in):
    for who in cast.others("timur", "dana"):
        assert page(signed_in, run, who, "sitting_screen").status_code == 200
    for who in (cast.timur, cast.dana):
        assert page(signed_in, run, who, "sitting_screen").status_code == 404


def test_each_is_led_to_the_own_page(run, cast, signed_in):
    pages = {
        cast.saule: "sitting_console",
        cast.daniyar: "sitting_bench",
        cast.marat: "sitting_bench",
        cast.gulnar: "sitting_identification",
        cast.aigerim: "candidate_room",
        cast.zarina: "sitting_console",
    }
    for who, name in pages.items():
        answer = page(signed_in, run, who, "sitting")
        assert answer.url == reverse(name, args=[run.sitting.pk])


def test_a_hearing_is_shown_at_every_step(run, cast, signed_in):
    run.defend(run.hearings[0])
    for who, name in (
        (cast.saule, "sitting_console"),
        (cast.marat, "sitting_bench"),
        (cast.aigerim, "candidate_room"),
        (cast.bolat, "candidate_room"),
    ):
        assert page(signed_in, run, who, name).status_code == 200
    run.give(c.OpenBallot(cast.saule.key, run.hearings[0], c.Matter.GRADE))
    assert b'name="choice"' in page(signed_in, run, cast.marat, "sitting_bench").content


def test_a_sitting_that_is_not_convened_shows_its_plan(cast, signed_in):
    sitting = make.sitting(cast.commission, cast.candidates)
    client = signed_in(cast.saule)
    plan = reverse("sitting_plan", args=[sitting.pk])
    assert client.get(reverse("sitting", args=[sitting.pk])).url == plan
    assert client.get(plan).status_code == 200
    assert client.get(reverse("sittings")).status_code == 200
