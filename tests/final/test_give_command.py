"""The one door for what a person does in a sitting."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from hattama.base import clock
from hattama.core.rules import RuleBroken
from hattama.core.sitting import Step
from hattama.core.sitting import commands as c
from hattama.core.sitting.events import Matter
from hattama.final.actions.log import give
from hattama.final.models import Attestation
from hattama.final.queries.log import events, state_of
from tests import make
from tests.final.run import Run

TOKEN = "7d1c6c0e-6a0f-4d5d-9f5e-1f6f3c0f7a10"
PNG = b"\x89PNG\r\n\x1a\nsheet"


@pytest.fixture
def run(cast):
    return Run(cast, make.sitting(cast.commission, cast.candidates)).open()


@pytest.fixture
def post(run, signed_in):
    def post(who, command, **fields):
        fields.setdefault("hearing", run.hearings[0])
        with clock.pin(run.now):
            return signed_in(who).post(
                reverse("give_command", args=[run.sitting.pk, command]), fields
            )

    return post


def acts(run):
    return [event.act for event in events(run.sitting)]


def test_the_secretary_carries_out_a_command(run, cast, post):
    answer = post(
        cast.saule, "identify-student", method="document", original_shown="on"
    )
    assert answer.status_code == 302
    last = events(run.sitting)[-1]
    assert (last.act, last.method, last.original_shown, last.by) == (
        "student-identified",
        "document",
        True,
        cast.saule.key,
    )


@pytest.mark.norm("he-attestation-2020/p49")
def test_strangers_find_no_door(run, cast, post):
    before = acts(run)
    for who in (cast.timur, cast.dana):
        assert post(who, "call-student").status_code == 404
    assert acts(run) == before


@pytest.mark.norm("he-attestation-2020/p43")
def test_who_may_see_but_not_do_is_told_so(run, cast, post):
    before = acts(run)
    for who in cast.others("saule", "timur", "dana"):
        answer = post(who, "identify-student", method="document")
        assert answer.status_code == 409
        assert b"he-attestation-2020/p43" in answer.content
    assert acts(run) == before


@pytest.mark.norm("he-attestation-2020/p73d")
def test_only_the_secretary_opens_a_vote(run, cast, post):
    run.defend(run.hearings[0])
    for who in cast.others("saule", "timur", "dana"):
        assert post(who, "open-ballot", matter="grade").status_code == 409
    assert post(cast.saule, "open-ballot", matter="grade").status_code == 302


def test_nobody_speaks_for_another(run, cast, post):
    answer = post(cast.marat, "ask-question", asker=cast.daniyar.key, text="Неге олай?")
    assert answer.status_code == 409


@pytest.mark.norm("he-attestation-2020/p57b")
def test_a_vote_is_cast_once(run, cast, post):
    run.defend(run.hearings[0])
    run.give(c.OpenBallot(cast.saule.key, run.hearings[0], Matter.GRADE))
    assert post(cast.marat, "cast-vote", matter="grade", choice="A").status_code == 302
    again = post(cast.marat, "cast-vote", matter="grade", choice="B")
    assert again.status_code == 409
    assert b"he-attestation-2020/p57b" in again.content


def test_a_vote_after_the_close_is_refused(run, cast, post):
    run.defend(run.hearings[0])
    run.vote(run.hearings[0], daniyar="A", marat="A", olzhas="B")
    late = post(cast.marat, "cast-vote", matter="grade", choice="A")
    assert late.status_code == 409
    [ballot] = state_of(run.sitting).hearings[run.hearings[0]].ballots
    assert ballot.counts == (("A", 2), ("B", 1))


def test_a_double_click_makes_one_line(run, cast, post):
    fields = {"method": "document", "once": TOKEN}
    first = post(cast.saule, "identify-student", **fields)
    second = post(cast.saule, "identify-student", **fields)
    assert (first.status_code, second.status_code) == (302, 302)
    assert acts(run).count("student-identified") == 1


def test_the_second_of_two_pages_is_told_what_the_first_did(run, cast, post):
    post(cast.saule, "identify-student", method="document", once=TOKEN)
    second = post(cast.saule, "identify-student", method="document")
    assert second.status_code == 409
    assert acts(run).count("student-identified") == 1


def test_a_clock_set_back_is_written_into_the_log(run, cast, post):
    run.now -= timedelta(minutes=4)
    assert post(cast.saule, "note-breach", person=cast.bolat.key, what="…")
    *_, behind, noted = events(run.sitting)
    assert (behind.act, behind.seconds) == ("clock-found-behind", 240)
    assert noted.at == behind.at


def test_an_unreadable_field_is_named(run, cast, post):
    answer = post(cast.saule, "move-in-queue", place="first", reason="…")
    assert answer.status_code == 409
    assert acts(run)[-1] == "sitting-opened"


@pytest.mark.parametrize(
    "command", ["convene-sitting", "grade-by-exception", "keep-sheet", "explode"]
)
def test_what_has_no_form_here_is_not_found(command, run, cast, post):
    assert post(cast.saule, command).status_code == 404


@pytest.mark.parametrize("command", ["call-student", "close-ballot", "draw-ticket"])
def test_a_hearing_of_no_agenda_is_refused(command, run, cast, post):
    answer = post(cast.saule, command, hearing="999999", matter="grade")
    assert answer.status_code == 409


def test_it_goes_back_to_own_pages_alone(run, cast, post):
    console = reverse("sitting_console", args=[run.sitting.pk])
    fields = {"method": "document", "original_shown": "on"}
    answer = post(cast.saule, "identify-student", back=console, **fields)
    assert answer.url == console
    answer = post(cast.saule, "call-student", back="https://example.org/")
    assert answer.url == reverse("sitting", args=[run.sitting.pk])


def test_no_page_can_say_that_a_connection_was_lost(run, cast, post):
    post(cast.marat, "leave-sitting", person=cast.marat.key, lost="on")
    assert events(run.sitting)[-1].lost is False


@pytest.mark.norm("tve-attestation-2020/p27a", "tve-attestation-2020/p27b")
def test_the_sheet_is_kept_under_its_digest(cast, signed_in):
    Attestation.objects.update(form="oral-exam", tickets=["1?", "2?", "3?"])
    run = Run(cast, make.sitting(cast.commission, cast.candidates)).open()
    hearing, secretary = run.hearings[0], cast.saule.key
    run.give(c.IdentifyStudent(secretary, hearing, "document", True))
    run.give(c.CallStudent(secretary, hearing))
    run.give(c.PassRoom(secretary, hearing))
    run.give(c.DrawTicket(secretary, hearing, ""))
    with clock.pin(run.now + timedelta(minutes=20)):
        answer = signed_in(cast.saule).post(
            reverse("keep_sheet", args=[run.sitting.pk]),
            {"hearing": hearing, "sheet": SimpleUploadedFile("sheet.png", PNG)},
        )
    assert answer.status_code == 302
    kept = events(run.sitting)[-1]
    assert kept.act == "sheet-kept"
    assert len(kept.digest) == 64
    assert state_of(run.sitting).hearings[hearing].step is Step.SHEET


def test_two_at_once_are_decided_one_after_the_other(run, cast):
    run.give(c.IdentifyStudent(cast.saule.key, run.hearings[0], "document", True))
    give(run.sitting, c.CallStudent(cast.saule.key, run.hearings[0]), run.now)
    with pytest.raises(RuleBroken, match="already-called"):
        give(run.sitting, c.CallStudent(cast.daniyar.key, run.hearings[0]), run.now)
