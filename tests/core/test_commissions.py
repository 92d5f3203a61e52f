from datetime import date

import pytest

from hattama.core.commissions import Seated, doubts, must_be_complete
from hattama.core.norms.rulebook import rulebook
from hattama.core.rules import RuleBroken

TVE = rulebook("kz-tve", date(2026, 6, 15))
HE = rulebook("kz-he", date(2026, 6, 15))
WHOLE = [
    Seated("1", "chair", outside=True),
    Seated("2", "member"),
    Seated("3", "member"),
    Seated("4", "secretary"),
]


def without(role):
    return [seat for seat in WHOLE if seat.role != role]


@pytest.mark.norm("tve-attestation-2020/p15a", "he-attestation-2020/p19a")
@pytest.mark.parametrize("rules", [TVE, HE])
@pytest.mark.parametrize(
    ("seats", "code"),
    [
        (without("chair"), "commission-without-chair"),
        ([*WHOLE, Seated("9", "chair")], "commission-without-chair"),
        (without("secretary"), "commission-without-secretary"),
        (without("member"), "commission-too-small"),
        ([*WHOLE, Seated("2", "member")], "commission-seat-twice"),
    ],
)
def test_a_commission_that_cannot_examine(rules, seats, code):
    with pytest.raises(RuleBroken, match=code):
        must_be_complete(seats, rules)


def test_a_whole_commission_leaves_no_doubt():
    must_be_complete(WHOLE, TVE)
    assert doubts(WHOLE, TVE) == ()


@pytest.mark.parametrize(
    ("seat", "code"),
    [
        (Seated("5", "member"), "even"),
        (Seated("2", "member", supervises=True), "supervisor-sits"),
        (Seated("1", "chair"), "chair-inside"),
        (Seated("2", "member", reachable=False), "unreachable"),
    ],
)
def test_what_the_norms_leave_open_is_a_doubt(seat, code):
    others = [other for other in WHOLE if other.person != seat.person]
    assert doubts([*others, seat], HE) == (code,)
