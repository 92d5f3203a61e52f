from datetime import date
from fractions import Fraction

import pytest

from hattama.core.norms.catalogue import norm
from hattama.core.norms.rulebook import BOOKS, rulebook
from hattama.core.rules import RuleBroken

SPRING, AUTUMN = date(2020, 6, 1), date(2020, 9, 1)
HE = rulebook("kz-he", date(2026, 6, 15))
TVE = rulebook("kz-tve", date(2026, 6, 15))


def refusal_of(book, own):
    with pytest.raises(RuleBroken) as refusal:
        book.with_values(own)
    return refusal.value


@pytest.mark.parametrize("code", BOOKS)
def test_every_rule_rests_on_norms_of_the_catalogue(code):
    for rule in rulebook(code, SPRING).rules.values():
        assert rule.basis
        assert {norm(norm_id).id for norm_id in rule.basis} == set(rule.basis)
        assert rule.kind in ("limit", "before", "after", "window", "same-day")
        assert rule.strength in ("binding", "duty", "recommended", "institution")
        assert rule.bound in ("", "min", "max")
        assert not rule.choices or rule.value in rule.choices
        assert bool(rule.choices) == (rule.unit == "choice" and rule.value is not False)


@pytest.mark.parametrize(
    ("book", "rule", "value"),
    [
        (HE, "talk-warning-minutes", 7),
        (HE, "talk-minutes", 10),
        (HE, "defence-total-minutes", 15),
        (HE, "sitting-hours-per-day", 5),
        (HE, "identification", 30),
        (HE, "written-exam-academic-hours", 2),
        (HE, "quorum", Fraction(2, 3)),
        (HE, "degree-vote", "secret"),
        (HE, "tie", "chair"),
        (HE, "scale", "letter"),
        (TVE, "scale", "five"),
        (HE, "appeals-commission-seats", "odd"),
        (TVE, "defence-total-minutes", 15),
        (TVE, "oral-exam-minutes", 15),
        (TVE, "acquaintance", 20),
        (TVE, "academic-debts", 0),
        (TVE, "health-papers-after-a-fail", False),
    ],
)
def test_values(book, rule, value):
    assert book.value(rule) == value


def test_a_number_is_asked_for_as_such():
    assert HE.number("slot-minutes") == 15
    with pytest.raises(TypeError, match="quorum is no number"):
        HE.number("quorum")


def test_an_unknown_rule_or_book_is_refused():
    with pytest.raises(RuleBroken) as refusal:
        HE.rule("commission-order")
    assert refusal.value.code == "unknown-rule"
    assert refusal.value.facts == {"rule": "commission-order", "book": "kz-he"}
    with pytest.raises(RuleBroken) as refusal:
        rulebook("kz-school", SPRING)
    assert refusal.value.code == "unknown-rulebook"


@pytest.mark.parametrize(
    ("rule", "last"),
    [
        ("postponed-exam-last-date", date(2020, 6, 30)),
        ("postponed-comprehensive-exam-last-date", date(2020, 6, 30)),
        ("moved-attestation-last-date", date(2020, 6, 29)),
    ],
)
def test_the_last_dates_of_2020_ended_with_that_school_year(rule, last):
    assert rulebook("kz-he", SPRING).value(rule) == last
    assert rule not in rulebook("kz-he", AUTUMN).rules


def test_before_the_first_edition_nothing_is_in_force():
    book = rulebook("kz-he", date(2020, 5, 3))
    assert book.rules == {}
    assert book.since == date(2020, 5, 4)
    assert "appeal-window" in rulebook("kz-he", date(2020, 5, 4)).rules


@pytest.mark.norm(
    "he-attestation-2020/p33", "he-attestation-2020/p37b", "he-attestation-2020/p64a"
)
@pytest.mark.parametrize(
    ("rule", "lax", "norm_id"),
    [
        ("appeal-window", 1, "he-attestation-2020/p64a"),
        ("written-exam-academic-hours", 1, "he-attestation-2020/p37b"),
        ("slot-minutes", 20, "he-attestation-2020/p33"),
        ("defence-total-minutes", 16, "he-attestation-2020/p33"),
        ("votes-per-member", 2, "he-attestation-2020/p57b"),
        ("attempts-to-raise-a-grade", 1, "he-attestation-2020/p25"),
        ("appeals-commission-seats", "any", "he-attestation-2020/p65b"),
    ],
)
def test_an_own_value_laxer_than_a_duty_is_refused(rule, lax, norm_id):
    refusal = refusal_of(HE, {rule: lax})
    assert refusal.code == "own-value-too-lax"
    assert refusal.norms[0] == norm_id
    assert refusal.facts["rule"] == rule
    assert refusal.facts["own"] == str(lax)


@pytest.mark.parametrize(
    ("rule", "strict"),
    [("appeal-window", 3), ("written-exam-academic-hours", 3), ("slot-minutes", 12)],
)
def test_a_stricter_own_value_is_taken(rule, strict):
    assert HE.with_values({rule: strict}).value(rule) == strict
    assert HE.value(rule) != strict


def test_a_recommendation_may_be_left():
    assert (
        HE.with_values({"sitting-hours-per-day": 6}).number("sitting-hours-per-day")
        == 6
    )


def test_what_is_left_to_the_institution_is_its_own():
    own = {"quorum": "3/4", "tie": "revote", "supervisor-votes": True}
    book = HE.with_values(own)
    assert book.value("quorum") == Fraction(3, 4)
    assert book.value("tie") == "revote"
    assert book.value("supervisor-votes") is True


@pytest.mark.parametrize(
    ("rule", "odd"),
    [
        ("appeal-window", "2"),
        ("appeal-window", True),
        ("quorum", "most"),
        ("quorum", "4/3"),
        ("quorum", "1/0"),
        ("tie", 1),
        ("tie", "a coin"),
    ],
)
def test_an_own_value_of_another_kind_is_refused(rule, odd):
    refusal = refusal_of(HE, {rule: odd})
    assert refusal.code == "own-value-of-another-kind"
    assert refusal.facts == {"rule": rule, "own": str(odd)}


@pytest.mark.parametrize(
    ("rule", "small"),
    [("appeal-window", 0), ("webinar", 2), ("preparation-minutes", -1)],
)
def test_an_own_value_that_cannot_be_counted_is_refused(rule, small):
    refusal = refusal_of(TVE, {rule: small})
    assert refusal.code == "own-value-too-small"
    assert refusal.facts == {"rule": rule, "own": str(small)}


def test_an_own_value_for_an_unknown_rule_is_refused():
    assert refusal_of(HE, {"webinar": 4}).code == "unknown-rule"
