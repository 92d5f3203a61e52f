"""The form on a member's page: help beside it, and for the own sittings alone."""

import pytest
from django.urls import reverse

from hattama.base import clock
from hattama.core.rules import RuleBroken
from hattama.core.sitting import commands as c
from hattama.core.sitting.events import Matter
from tests import make
from tests.final.run import Run


@pytest.fixture
def run(cast):
    run = Run(cast, make.sitting(cast.commission, cast.candidates)).open()
    run.defend(run.hearings[0])
    run.give(c.OpenBallot(cast.saule.key, run.hearings[0], Matter.GRADE))
    return run


def bench(signed_in, run, who):
    with clock.pin(run.now):
        return signed_in(who).get(reverse("sitting_bench", args=[run.sitting.pk]))


@pytest.mark.norm("he-attestation-2020/p58")
def test_the_way_to_vote_is_told_beside_the_form(run, cast, signed_in):
    page = bench(signed_in, run, cast.marat).content.decode()
    assert 'name="choice"' in page
    assert f'href="{reverse("help_page", args=["ballot"])}"' in page


@pytest.mark.norm("he-attestation-2020/p72a")
def test_a_member_of_another_commission_has_no_vote(run, cast, signed_in):
    other = make.person(cast.university, "Ерлан", "Тоқтаров")
    make.commission(cast.campaign, [], other, [cast.marat], cast.saule)
    assert bench(signed_in, run, cast.marat).context["form_of_vote"]
    assert bench(signed_in, run, other).status_code in (403, 404)
    with pytest.raises(RuleBroken, match="not-a-voter"):
        run.give(c.CastVote(other.key, run.hearings[0], Matter.GRADE, "A"))
