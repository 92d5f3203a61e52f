"""The rules of an institution: the national book, its own values over it."""

from datetime import date

from hattama.people.models import OwnValue
from hattama.people.queries import rulebook_of

ON = date(2026, 6, 1)


def own(institution, key, value, since=date(2026, 1, 1)):
    return OwnValue.objects.create(
        institution=institution, key=key, value=value, order="№ 5", since=since
    )


def test_the_book_of_the_institutions_kind(cast):
    assert rulebook_of(cast.university, ON).code == "kz-he"
    assert rulebook_of(cast.college, ON).code == "kz-tve"


def test_own_values_are_laid_over(cast):
    own(cast.university, "quorum", "3/4")
    assert str(rulebook_of(cast.university, ON).value("quorum")) == "3/4"
    assert str(rulebook_of(cast.college, ON).value("quorum")) == "2/3"


def test_an_own_value_counts_from_its_day(cast):
    own(cast.university, "grade-vote", "secret", since=date(2026, 7, 1))
    assert rulebook_of(cast.university, ON).value("grade-vote") == "open"
    assert (
        rulebook_of(cast.university, date(2026, 7, 1)).value("grade-vote") == "secret"
    )


def test_the_latest_own_value_counts(cast):
    own(cast.university, "appeal-window", 4, since=date(2026, 5, 1))
    own(cast.university, "appeal-window", 3)
    assert rulebook_of(cast.university, ON).number("appeal-window") == 4


def test_a_value_that_the_book_no_longer_allows_has_no_effect(cast):
    own(cast.university, "appeal-window", 1)
    own(cast.university, "postponed-exam-last-date", "2020-06-20", date(2020, 6, 1))
    book = rulebook_of(cast.university, ON)
    assert book.number("appeal-window") == 2
    assert "postponed-exam-last-date" not in book.rules
    then = rulebook_of(cast.university, date(2020, 6, 15))
    assert then.value("postponed-exam-last-date") == date(2020, 6, 20)
