"""The degree is voted on once for a programme."""

import pytest

from hattama.final.models import Attestation
from hattama.final.queries.plan import awards
from tests import make

FORM, SCOPE = Attestation.Form, Attestation.Scope


@pytest.fixture
def attested(cast):
    """Make attestations of one programme: (form, scope) each."""

    def make_all(*kinds):
        programme = make.programme(cast.university)
        return [
            make.attestation(
                cast.campaign,
                programme,
                form=form,
                scope=scope,
                subject={"kk": f"пән {place}"},
            )
            for place, (form, scope) in enumerate(kinds)
        ]

    return make_all


@pytest.mark.norm("he-attestation-2020/p20.2", "he-attestation-2020/p60b")
@pytest.mark.parametrize(
    ("kinds", "awarding"),
    [
        ([(FORM.DEFENCE, "")], [True]),
        ([(FORM.ORAL, SCOPE.COMPREHENSIVE)], [True]),
        ([(FORM.ORAL, SCOPE.COMPREHENSIVE), (FORM.DEFENCE, "")], [False, True]),
        ([(FORM.ORAL, SCOPE.HISTORY), (FORM.TEST, SCOPE.COMPREHENSIVE)], [False, True]),
        ([(FORM.ORAL, SCOPE.SINGLE), (FORM.WRITTEN, SCOPE.SINGLE)], [False, True]),
    ],
)
def test_where_the_degree_is_voted_on(attested, kinds, awarding):
    assert [awards(one) for one in attested(*kinds)] == awarding
