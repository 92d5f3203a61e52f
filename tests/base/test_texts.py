from datetime import UTC, date, datetime

from django.utils.translation import gettext_lazy, override

from hattama.base import clock
from hattama.base.texts import pick, said

NOON = datetime(2026, 6, 15, 20, tzinfo=UTC)


def test_the_readers_language_comes_first_then_kazakh():
    texts = {"kk": "бұйрық", "ru": "приказ", "en": ""}
    with override("ru"):
        assert pick(texts) == "приказ"
    assert pick(texts, "en") == "бұйрық"
    assert pick(None) == pick({}) == ""


def test_a_sentence_is_said_in_every_language():
    told = said(gettext_lazy("Yes"), unused=1)
    assert told.keys() == {"kk", "ru", "en"}
    assert told["en"] == "Yes"


def test_each_language_has_its_own_facts():
    told = said("%(name)s: %(day)s", name={"kk": "Айы", "ru": "Месяц"}, day=date.min)
    assert told["kk"].startswith("Айы: ")
    assert told["ru"].startswith("Месяц: ")


def test_days_and_times_are_written_as_each_language_does():
    told = said("%(at)s | %(day)s", at=NOON, day=date(2026, 6, 15))
    assert told["kk"] == "2026\xa0ж. 16\xa0маусым, 01:00 | 2026\xa0ж. 15\xa0маусым"
    assert told["ru"] == "16\xa0июня 2026\xa0г., 01:00 | 15\xa0июня 2026\xa0г."
    assert told["en"] == "16\xa0June 2026, 01:00 | 15\xa0June 2026"


def test_a_pinned_clock_stands_still_and_goes_on_afterwards():
    with clock.pin(NOON):
        assert clock.now() == NOON
        assert clock.today() == date(2026, 6, 16)  # in Almaty it is past midnight
    assert clock.now() != NOON
