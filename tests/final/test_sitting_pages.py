"""The pages of a sitting: who sees which, and what stands there."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from hattama.base import clock
from hattama.core.sitting import commands as c
from hattama.core.sitting.events import Matter
from hattama.final.actions.sittings import convene
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


@pytest.mark.norm("he-attestation-2020/p72a")
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
    run.give(c.OpenBallot(cast.saule.key, run.hearings[0], Matter.GRADE))
    assert b'name="choice"' in page(signed_in, run, cast.marat, "sitting_bench").content


def test_a_sitting_that_is_not_convened_shows_its_plan(cast, signed_in):
    sitting = make.sitting(cast.commission, cast.candidates)
    client = signed_in(cast.saule)
    plan = reverse("sitting_plan", args=[sitting.pk])
    assert client.get(reverse("sitting", args=[sitting.pk])).url == plan
    assert client.get(plan).status_code == 200
    assert client.get(reverse("sittings")).status_code == 200


@pytest.mark.parametrize(
    ("name", "who"),
    [("sitting_console_live", "saule"), ("sitting_bench_live", "marat")],
)
def test_a_page_asks_as_much_of_the_database_for_one_as_for_thirty(
    name, who, cast, signed_in
):
    def queries(students):
        sitting = make.sitting(cast.commission, students)
        run = Run(cast, sitting).open()
        page(signed_in, run, getattr(cast, who), name)
        with CaptureQueriesContext(connection) as asked:
            assert page(signed_in, run, getattr(cast, who), name).status_code == 200
        return len(asked)

    group = make.group(cast.attestation.programme)
    thirty = [
        make.candidate(cast.attestation, make.student(group), topic={"kk": "Тақырып"})
        for _ in range(28)
    ]
    few = queries(cast.candidates)
    assert queries([*cast.candidates, *thirty]) == few


@pytest.mark.norm("he-attestation-2020/p59a")
def test_a_page_shows_who_has_voted_and_nothing_of_the_count(run, cast, signed_in):
    hearing = run.hearings[0]
    run.defend(hearing)
    run.vote(hearing, daniyar="A", marat="A", olzhas="A")
    run.give(c.OpenBallot(cast.saule.key, hearing, Matter.DEGREE))
    run.give(c.CastVote(cast.marat.key, hearing, Matter.DEGREE, "refuse"))
    for who, name in (
        (cast.saule, "sitting_console"),
        (cast.daniyar, "sitting_bench"),
        (cast.marat, "sitting_bench"),
    ):
        shown = page(signed_in, run, who, name)
        assert len(shown.context["voted"]) == 1
        assert shown.context["counts"] == []
        tally = shown.content.decode().split('class="vote"')[0]
        assert "<table" not in tally


def test_a_vote_has_one_form_in_which_nothing_is_chosen_yet(run, cast, signed_in):
    hearing = run.hearings[0]
    run.defend(hearing)
    run.give(c.OpenBallot(cast.saule.key, hearing, Matter.GRADE))
    address = reverse("give_command", args=[run.sitting.pk, "cast-vote"])
    for who in (cast.daniyar, cast.vera, cast.marat, cast.olzhas):
        shown = page(signed_in, run, who, "sitting_bench").content.decode()
        form = shown.split(f'action="{address}"')[1:]
        assert len(form) <= 1
        assert not form or 'type="radio"' in form[0].split("</form>")[0]
        assert "checked" not in shown
    assert len(form) == 1


def test_an_open_vote_shows_no_running_total_either(run, cast, signed_in):
    run.defend(run.hearings[0])
    run.give(c.OpenBallot(cast.saule.key, run.hearings[0], Matter.GRADE))
    run.give(c.CastVote(cast.marat.key, run.hearings[0], Matter.GRADE, "B-"))
    shown = page(signed_in, run, cast.saule, "sitting_console")
    assert "B-" not in shown.content.decode()


def test_the_next_deed_says_what_hinders_it(cast, signed_in):
    sitting = make.sitting(cast.commission, cast.candidates)
    run = Run(cast, sitting)
    convene(sitting=sitting, by=cast.saule, now=run.now)
    now = page(signed_in, run, cast.saule, "sitting_console").context["now"]
    assert (now.name, now.hindered.code, now.offer) == (
        "open-sitting",
        "no-quorum",
        None,
    )


def test_a_button_that_is_shown_can_be_pressed(run, cast, signed_in):
    for hearing in run.hearings:
        run.give(c.IdentifyStudent(cast.saule.key, hearing, "document", True))
    now = page(signed_in, run, cast.daniyar, "sitting_bench").context["now"]
    assert now.offer.name == "call-student"
    run.give(c.CallStudent(cast.daniyar.key, now.offer.given["hearing"]))


def test_the_queue_tells_the_place_and_the_time(run, cast, signed_in):
    for hearing in run.hearings:
        run.give(c.IdentifyStudent(cast.saule.key, hearing, "document", True), 0)
    shown = page(signed_in, run, cast.bolat, "candidate_room").context["forecast"]
    assert (shown.before, shown.at) == (1, run.now + timedelta(minutes=15))
