from datetime import date

import pytest

from hattama.core.iin import Iin, check_digit, mask_iin, parse_iin
from hattama.core.rules import RuleBroken


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("041231500009", Iin("041231500009", date(2004, 12, 31), "male")),
        ("990709300019", Iin("990709300019", date(1999, 7, 9), "male")),
        ("000315600001", Iin("000315600001", date(2000, 3, 15), "female")),
        (" 0412 3150 0009 ", Iin("041231500009", date(2004, 12, 31), "male")),
        ("'041231500009", Iin("041231500009", date(2004, 12, 31), "male")),
    ],
)
def test_number_says_birth_date_and_sex(text, expected):
    assert parse_iin(text) == expected


@pytest.mark.parametrize("number", ["041231501805", "000315600200", "990709301815"])
def test_second_weights_where_the_first_give_ten(number):
    assert parse_iin(number).number == number


def test_numbers_that_fail_both_weights_are_never_issued():
    assert check_digit("04123150188") is None
    for last in "0123456789":
        with pytest.raises(RuleBroken, match="iin-check-digit"):
            parse_iin("04123150188" + last)


@pytest.mark.parametrize("lost", ["41231500009", "315600001"])
def test_leading_zeros_come_back(lost):
    assert parse_iin(lost).number == lost.zfill(12)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("041231500008", "iin-check-digit"),
        ("4.12315E+10", "iin-digits-lost"),
        ("4,12315E+10", "iin-digits-lost"),
        ("04123150000О", "iin-not-digits"),
        ("٠٤١٢٣١٥٠٠٠٠٩", "iin-not-digits"),
        ("", "iin-not-digits"),
        ("0412315000091", "iin-length"),
        ("15600001", "iin-length"),
        ("041331500002", "iin-birth-date"),
        ("041231700001", "iin-century"),
        ("041231000007", "iin-century"),
    ],
)
def test_refused(text, code):
    with pytest.raises(RuleBroken) as broken:
        parse_iin(text)
    assert broken.value.code == code


def test_one_twelfth_digit_fits():
    for digit in set("0123456789") - {"9"}:
        with pytest.raises(RuleBroken, match="iin-check-digit"):
            parse_iin("04123150000" + digit)


def test_masked_number_shows_four_digits():
    assert mask_iin("041231500009") == "********0009"
    assert mask_iin("") == ""
