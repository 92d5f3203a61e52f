"""A command given to a sitting: the log, the tables and the box follow."""

import pytest

from hattama.base import ledger
from hattama.core.rules import RuleBroken
from hattama.core.sitting import commands as c
from hattama.core.sitting import fold
from hattama.core.sitting.events import Matter
from hattama.documents.actions import sign
from hattama.final.actions.protocols import draw_up_protocol
from hattama.final.actions.results import publish_results
from hattama.final.models import Ballot, Result
from hattama.final.queries.log import events, state_of
from tests import make
from tests.final.run import Run


@pytest.fixture
def run(cast):
    return Run(cast, make.sitting(cast.commission, cast.candidates)).open()


@pytest.mark.norm(
    "he-attestation-2020/p34", "he-attestation-2020/p57a", "he-attestation-2020/p29a"
)
def test_a_defence_comes_to_a_published_result(run, cast):
    hearing = run.hearings[0]
    run.defend(hearing)
    run.vote(hearing, daniyar="A", marat="B+", olzhas="A")
    run.vote(
        hearing,
        Matter.DEGREE,
        daniyar="award",
        marat="award",
        olzhas="award",
    )
    protocol = draw_up_protocol(
        run.sitting.hearings.get(pk=int(hearing)), cast.saule, run.now
    )
    for signature in protocol.signatures.order_by("position"):
        sign(signature, signature.person, run.now)
    publish_results(run.sitting, cast.saule, run.now)
    result = Result.objects.get()
    assert (result.grade, result.passed, result.degree) == ("A", True, True)
    assert result.published_at == run.now


def test_the_state_is_the_fold_of_the_log(run):
    run.defend(run.hearings[0])
    assert state_of(run.sitting) == fold(events(run.sitting))


@pytest.mark.norm("he-attestation-2020/p59a", "he-attestation-2020/p62b")
def test_a_secret_vote_leaves_no_paper_behind(run, cast):
    hearing = run.hearings[0]
    run.defend(hearing)
    run.vote(hearing, daniyar="A", marat="A", olzhas="A")
    run.give(c.OpenBallot(cast.saule.key, hearing, Matter.DEGREE))
    run.give(c.CastVote(cast.marat.key, hearing, Matter.DEGREE, "refuse"))
    box = Ballot.objects.get()
    assert b"refuse" not in bytes(box.box)
    cast_lines = [
        ledger.told(line)
        for line in ledger.lines(run.sitting.stream)
        if line.act == "vote-cast" and line.facts["matter"] == "degree"
    ]
    assert [line["choice"] for line in cast_lines] == [None]
    for person in (cast.daniyar, cast.olzhas):
        run.give(c.CastVote(person.key, hearing, Matter.DEGREE, "award"))
    run.give(c.CloseBallot(cast.saule.key, hearing, Matter.DEGREE, (), True))
    box.refresh_from_db()
    assert bytes(box.box) == b""
    ballot = state_of(run.sitting).hearings[hearing].ballot(Matter.DEGREE)
    assert ballot.counts == (("award", 2), ("refuse", 1))


def test_a_refused_command_writes_nothing(run, cast):
    before = len(ledger.lines(run.sitting.stream))
    with pytest.raises(RuleBroken, match="not-chair-or-secretary"):
        run.give(c.CallStudent(cast.vera.key, run.hearings[0]))
    assert len(ledger.lines(run.sitting.stream)) == before
