"""Telling people: once each, in their language, on the page and by letter."""

import pytest

from hattama.notices import queries
from hattama.notices.models import Letter
from tests.make import NOON


@pytest.mark.norm("he-attestation-2020/p70c")
def test_each_is_told_once_on_the_page_and_by_letter(cast, told):
    told([cast.aigerim, cast.bolat, cast.aigerim])
    deliveries = queries.deliveries("attestation:1", "acquaintance")
    assert {delivery.person for delivery in deliveries} == {cast.aigerim, cast.bolat}
    assert sorted(Letter.objects.values_list("address", flat=True)) == sorted(
        [cast.aigerim.email, cast.bolat.email]
    )


@pytest.mark.norm("tve-attestation-2020/p0b")
def test_everybody_is_written_to_in_their_language(cast, told):
    cast.bolat.language = "ru"
    cast.bolat.save()
    told()
    letters = {letter.delivery.person: letter for letter in Letter.objects.all()}
    assert letters[cast.aigerim].subject == "Танысу"
    assert letters[cast.bolat].subject == "Ознакомление"
    assert "О порядке" in letters[cast.bolat].body


def test_who_has_no_address_is_told_on_the_page(cast, told):
    cast.bolat.email = ""
    cast.bolat.save()
    notice = told()
    assert notice.deliveries.count() == 2
    assert [letter.delivery.person for letter in Letter.objects.all()] == [cast.aigerim]


def test_the_letter_asks_for_confirmation_where_one_is_due(cast, told):
    told([cast.aigerim])
    told([cast.bolat], confirm_by=NOON)
    plain, asking = Letter.objects.order_by("pk")
    assert plain.delivery.token not in plain.body
    assert f"/notices/link/{asking.delivery.token}/" in asking.body


def test_names_are_not_taken_for_markup(cast, told):
    cast.aigerim.given = "<b>Айгерім</b>"
    cast.aigerim.save()
    told([cast.aigerim])
    assert "<b>Айгерім</b>" in Letter.objects.get().body
