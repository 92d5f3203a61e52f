"""The box of a secret ballot: nothing in it tells who put what in, or when."""

import pytest

from hattama.core.ballots import DEGREE
from hattama.core.rules import RuleBroken
from hattama.core.sitting import commands as c
from hattama.core.sitting.events import Matter
from hattama.final.actions import ballots
from hattama.final.models import Ballot
from hattama.final.queries.log import state_of


@pytest.fixture
def box(run, cast):
    """A secret ballot that is open, and its sitting."""
    run.defend(run.hearings[0])
    run.all_vote(run.hearings[0], Matter.GRADE, "A")
    run.give(c.OpenBallot(cast.saule.key, run.hearings[0], Matter.DEGREE))
    return Ballot.objects.get()


def vote(run, person, choice):
    run.give(c.CastVote(person.key, run.hearings[0], Matter.DEGREE, choice))


@pytest.mark.norm("he-attestation-2020/p59a")
def test_every_box_looks_alike_however_many_papers_lie_in_it(run, cast, box):
    lengths = {len(bytes(box.box))}
    for person, choice in ((cast.daniyar, "award"), (cast.marat, "refuse")):
        vote(run, person, choice)
        box.refresh_from_db()
        lengths.add(len(bytes(box.box)))
    assert len(lengths) == 1
    assert Ballot.objects.count() == 1


@pytest.mark.norm("he-attestation-2020/p59a")
def test_the_order_of_the_papers_is_not_that_of_the_votes(run, box):
    hearing = run.row(run.hearings[0])
    for choice in ("refuse", "award", "refuse", "award"):
        ballots.put_in(hearing, Matter.DEGREE, choice)
    box.refresh_from_db()
    label = f"ballot:{hearing.pk}:degree"
    assert ballots._papers(box, label) == ["award", "award", "refuse", "refuse"]
    counts = ballots.take_count(hearing, Matter.DEGREE, DEGREE)
    assert counts == (("award", 2), ("refuse", 2))


def test_a_refused_close_leaves_the_papers_in_the_box(run, cast, box):
    vote(run, cast.daniyar, "award")
    before = bytes(Ballot.objects.get().box)
    for person in (cast.daniyar, cast.saule):  # not the secretary; votes missing
        with pytest.raises(RuleBroken):
            run.give(
                c.CloseBallot(person.key, run.hearings[0], Matter.DEGREE, (), True)
            )
    assert bytes(Ballot.objects.get().box) == before


def test_counts_from_a_page_count_for_nothing(run, cast, box):
    for person in (cast.daniyar, cast.marat, cast.olzhas):
        vote(run, person, "award")
    forged = (("refuse", 3),)
    run.give(
        c.CloseBallot(cast.saule.key, run.hearings[0], Matter.DEGREE, forged, True)
    )
    ballot = state_of(run.sitting).hearings[run.hearings[0]].ballot(Matter.DEGREE)
    assert ballot.counts == (("award", 3),)


def test_an_annulled_ballot_leaves_no_papers(run, cast, box):
    vote(run, cast.daniyar, "refuse")
    run.give(c.AnnulBallot(cast.saule.key, run.hearings[0], Matter.DEGREE, "байланыс"))
    assert bytes(Ballot.objects.get().box) == b""


def test_an_unknown_hearing_is_refused_and_not_an_error(run, cast, box):
    with pytest.raises(RuleBroken, match="unknown-hearing"):
        run.give(c.CloseBallot(cast.saule.key, "999999", Matter.DEGREE, (), True))
