"""What is read from a sitting: lines, protocol, offers."""

import json
from dataclasses import fields, replace
from datetime import timedelta

import pytest
from tests.core.sittings import (
    BOLAT,
    CHAIR,
    DEAN,
    DEGREE,
    GRADE,
    NINE,
    SECRETARY,
    SEED,
    STUDENTS,
    VERA,
    VOTERS,
    Log,
    asked,
    gathered,
    graded,
    interrupted,
    opened,
    planned,
    shown,
    talking,
    vote,
    voting,
    waiting,
    with_tickets,
)

from hattama.core.sitting import (
    Kind,
    Step,
    available,
    evolve,
    fold,
    from_line,
    protocol,
    sitting_protocol,
    to_facts,
    why_not,
)
from hattama.core.sitting import commands as c
from hattama.core.sitting.events import ACTS, Ending

AIGERIM = STUDENTS["h1"]


def finished():
    log = graded().do(c.OpenBallot(SECRETARY, "h1", DEGREE))
    log.do(*vote(["award"] * 4, matter=DEGREE))
    log.do(c.CloseBallot(SECRETARY, "h1", DEGREE, (("award", 4),), chair_told=True))
    return log.do(c.AnnounceResult(CHAIR, "h1"))


def stored(event):
    facts = json.loads(json.dumps(to_facts(event)))
    return from_line(event.act, event.at, event.by, facts)


# Lines of the ledger


@pytest.mark.parametrize(
    "scene", [finished, interrupted, lambda: opened(with_tickets())]
)
def test_lines_come_back_from_the_ledger_as_they_were(scene):
    lines = scene().lines
    assert [stored(line) for line in lines] == lines


def test_every_text_is_a_field_of_its_event():
    for kind in ACTS.values():
        assert set(kind.texts) <= {each.name for each in fields(kind)}


def test_a_deleted_text_reads_as_empty():
    log = asked().do(c.AskQuestion(VERA, "h1", VERA, "Why?"))
    facts = to_facts(log.last)
    del facts["text"]
    question = from_line("question-asked", log.last.at, VERA, facts)
    assert question == replace(log.last, text="")


def test_an_unknown_act_is_not_passed_over():
    with pytest.raises(KeyError):
        from_line("coffee-served", NINE, CHAIR, {})


def test_a_log_begins_with_its_convening():
    lines = opened().lines
    with pytest.raises(ValueError, match="begins with"):
        fold(lines[1:])
    with pytest.raises(ValueError, match="never empty"):
        fold([])
    assert evolve(None, lines[0]) == Log().state


# Protocol


@pytest.mark.norm("tve-attestation-2020/p30")
def test_the_protocol_says_that_the_attestation_was_remote():
    log = opened()
    assert sitting_protocol(log.state, log.now).remote
    assert protocol(log.state, "h1", log.now).remote


def test_the_protocol_of_a_finished_hearing():
    log = finished()
    read = protocol(log.state, "h1", log.now + timedelta(hours=1))
    assert (read.student, read.kind, read.called) == (AIGERIM, Kind.DEFENCE, NINE)
    assert [(one.step, one.seconds) for one in read.steps] == [
        (Step.IDENTIFICATION, 1200),
        (Step.ROOM_CHECK, 0),
        (Step.ANNOUNCEMENT, 0),
        (Step.TALK, 360),
        (Step.QUESTIONS, 300),
        (Step.DISCUSSION, 0),
        (Step.BALLOT, 0),
        (Step.RESULT, 0),
    ]
    assert (read.talk_seconds, read.whole_seconds) == (360, 660)
    assert read.skipped == ((Step.REVIEWS, "none"), (Step.REPLY, "none"))
    assert [(one.matter, one.counts, one.choice) for one in read.ballots] == [
        (GRADE, (("A", 2), ("A-", 1), ("B", 1)), "A"),
        (DEGREE, (("award", 4),), "award"),
    ]
    assert read.result.ending is Ending.GRADED
    assert (read.result.grade, read.result.passed, read.result.degree) == (
        "A",
        True,
        True,
    )
    assert read.result.attempt


def test_presence_is_told_step_by_step():
    log = talking()
    log.wait(2)
    log.do(c.LeaveSitting(c.SYSTEM, VERA, lost=True))
    log.wait(2)
    log.do(c.BeginStep(SECRETARY, "h1", Step.QUESTIONS))
    log.wait(1)
    steps = {one.step: one.present for one in protocol(log.state, "h1", log.now).steps}
    everybody = {*VOTERS, SECRETARY, *STUDENTS.values()}
    assert set(steps[Step.TALK]) == everybody
    assert set(steps[Step.QUESTIONS]) == everybody - {VERA}


def test_an_interruption_with_its_decision():
    log = interrupted()
    log.wait(3)
    log.do(c.DecideInterruption(CHAIR, "h1", False, 3, 1))
    [pause] = protocol(log.state, "h1", log.now).interruptions
    assert (pause.cause, pause.go_on, pause.ayes, pause.noes) == (
        "connection-lost",
        False,
        3,
        1,
    )
    assert pause.decided - pause.since == timedelta(minutes=3)
    assert not protocol(log.state, "h1", log.now).result.attempt


@pytest.mark.norm("tve-attestation-2020/p25a")
def test_the_protocol_checks_the_draws_once_the_seed_is_there():
    log = shown(with_tickets(kind=Kind.ORAL)).do(c.DrawTicket(SECRETARY, "h1", SEED))
    assert sitting_protocol(log.state, log.now).draws_agree is None
    honest = replace(log.state, seed=SEED)
    assert sitting_protocol(honest, log.now).draws_agree is True
    other = next(one for one in "1234" if one != log.hearing().ticket)
    forged = replace(honest, tickets_drawn=(other,))
    assert sitting_protocol(forged, log.now).draws_agree is False


# Offers


def offers(log, person, hearing=None):
    return available(log.state, person, log.now, hearing)


def test_each_is_offered_what_each_may_do():
    log = gathered()
    assert offers(log, CHAIR) == [
        "open-sitting",
        "leave-sitting",
        "note-breach",
    ]
    assert offers(log, DEAN) == ["join-sitting"]
    assert offers(log, SECRETARY, "h2") == ["move-in-queue", "note-breach"]
    assert offers(log, "stranger") == []
    assert offers(waiting(), DEAN) == [
        "identify-member",
        "refuse-identification",
        "join-sitting",
    ]


def test_offers_follow_the_hearing():
    log = voting()
    assert offers(log, VERA, "h1") == ["note-breach", "cast-vote"]
    log.do(c.CastVote(VERA, "h1", GRADE, "A"))
    assert offers(log, VERA, "h1") == ["note-breach"]
    assert "close-ballot" not in offers(log, SECRETARY, "h1")
    log.do(*(c.CastVote(one, "h1", GRADE, "A") for one in VOTERS if one != VERA))
    assert "close-ballot" in offers(log, SECRETARY, "h1")


def test_the_draw_is_offered_though_the_page_does_not_know_the_seed():
    log = shown(with_tickets(kind=Kind.ORAL))
    assert "draw-ticket" in offers(log, SECRETARY, "h1")
    assert "draw-ticket" not in offers(shown(planned(kind=Kind.ORAL)), SECRETARY, "h1")


def test_a_secret_ballot_can_be_closed_and_its_tie_settled():
    log = graded().do(c.OpenBallot(SECRETARY, "h1", DEGREE))
    log.do(*vote(["award", "refuse"] * 2, matter=DEGREE))
    assert "close-ballot" in offers(log, SECRETARY, "h1")
    log.do(c.CloseBallot(SECRETARY, "h1", DEGREE, (("award", 2), ("refuse", 2))))
    assert "decide-tie" in offers(log, CHAIR, "h1")
    assert "decide-tie" not in offers(log, BOLAT, "h1")


def test_what_is_shown_is_what_is_enforced():
    log = talking()
    early = c.OpenBallot(SECRETARY, "h1", GRADE)
    assert why_not(log.state, early, log.now).code == log.code(early) == "not-discussed"
    assert why_not(log.state, c.ReportObject(VERA, "h1", "a phone"), log.now) is None
