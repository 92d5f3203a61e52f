"""What an institution says of itself, its parts, and its own values."""

from datetime import UTC, date, datetime

import pytest
from django.urls import reverse
from tests.make import NOON

from hattama.base import clock, ledger
from hattama.core.rules import RuleBroken
from hattama.people import queries
from hattama.people.actions.institution import drop_own_value, set_own_value
from hattama.people.models import Group, Institution, OwnValue, Programme, Unit

JUNE = date(2026, 6, 1)


def decide(cast, key, value, since=JUNE):
    return set_own_value(
        cast.university,
        key=key,
        value=value,
        order="№ 12",
        since=since,
        by=cast.rustem,
        now=NOON,
    )


def test_an_own_value_counts_and_the_ledger_has_its_order(cast):
    decide(cast, "quorum", "3/4")
    assert str(queries.rulebook_of(cast.university, JUNE).value("quorum")) == "3/4"
    line = ledger.lines(f"people:{cast.university.pk}")[-1]
    assert (line.act, line.facts["order"]) == ("own-value-set", "№ 12")


@pytest.mark.norm("he-attestation-2020/p64a")
def test_laxer_than_the_paragraph_is_refused_with_the_paragraph(cast):
    with pytest.raises(RuleBroken, match="own-value-too-lax") as refused:
        decide(cast, "appeal-window", 1)
    assert refused.value.norms == ("he-attestation-2020/p64a",)
    assert not OwnValue.objects.exists()


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("quorum", "5", "own-value-of-another-kind"),
        ("slot-minutes", -1, "own-value-too-small"),
        ("nonsense", 1, "unknown-rule"),
    ],
)
def test_values_that_cannot_be(cast, key, value, code):
    with pytest.raises(RuleBroken, match=code):
        decide(cast, key, value)


def test_only_a_value_of_later_can_be_taken_back(cast):
    later = decide(cast, "quorum", "3/4", date(2026, 9, 1))
    drop_own_value(later, order="№ 12", by=cast.rustem, now=NOON)
    begun = decide(cast, "quorum", "3/4")
    with pytest.raises(RuleBroken, match="own-value-in-force"):
        drop_own_value(begun, order="№ 12", by=cast.rustem, now=NOON)


def test_a_value_is_in_force_from_midnight_where_the_institution_is(cast):
    tomorrow = decide(cast, "quorum", "3/4", date(2026, 9, 1))
    night = datetime(2026, 8, 31, 20, tzinfo=UTC)  # one o'clock in Almaty
    with pytest.raises(RuleBroken, match="own-value-in-force"):
        drop_own_value(tomorrow, order="№ 12", by=cast.rustem, now=night)


def test_every_rule_has_words_and_a_page(cast, signed_in):
    client = signed_in(cast.rustem)
    for institution in (cast.university, cast.college):
        for shown in queries.shown_rules(institution, JUNE):
            assert shown.title != shown.rule.id
    with clock.pin(NOON):
        for shown in queries.shown_rules(cast.university, JUNE):
            url = reverse("set_own_value", args=[shown.rule.id])
            assert client.get(url).status_code == 200
        url = reverse("set_own_value", args=["grade-vote"])
        form = {"value": "secret", "order": "№ 3", "since": "2026-06-15"}
        assert client.post(url, form).status_code == 302
        url = reverse("set_own_value", args=["supervisor-votes"])
        assert client.post(url, form | {"value": "yes"}).status_code == 302
        url = reverse("set_own_value", args=["quorum"])
        assert client.post(url, form | {"value": "3/2"}).status_code == 409
        assert client.post(url, form | {"value": "x"}).status_code == 422
        lax = reverse("set_own_value", args=["defence-total-minutes"])
        page = client.post(lax, form | {"value": "20"})
    assert page.status_code == 409
    assert "he-attestation-2020/p33" in page.content.decode()
    assert OwnValue.objects.get(key="supervisor-votes").value is True


@pytest.mark.norm("he-attestation-2020/p5c")
def test_the_procedure_is_kept_in_kazakh_and_russian(cast, signed_in):
    client = signed_in(cast.rustem)
    form = {
        "procedure_kk": "Рәсім",
        "procedure_ru": "Процедура",
        "technical_requirements_kk": "Камера",
        "technical_requirements_ru": "Камера",
    }
    url = reverse("edit_procedure")
    assert client.post(url, {**form, "procedure_ru": ""}).status_code == 422
    assert client.post(url, form).status_code == 302
    kept = Institution.objects.get(pk=cast.university.pk)
    assert kept.procedure == {"kk": "Рәсім", "ru": "Процедура"}
    assert "Рәсім" in client.get(reverse("institution_page")).content.decode()


def test_the_institution_is_changed_by_its_head_alone(cast, signed_in):
    form = {
        "name_kk": "Университет",
        "name_ru": "Университет",
        "short_name_kk": "У",
        "short_name_ru": "У",
        "week": "6",
        "zone": "Asia/Aqtobe",
        "public_names": "code",
    }
    url = reverse("edit_institution")
    assert signed_in(cast.rustem).post(url, form).status_code == 302
    kept = Institution.objects.get(pk=cast.university.pk)
    assert (kept.week, kept.zone, kept.public_names) == (6, "Asia/Aqtobe", "code")
    assert signed_in(cast.rustem).post(url, form | {"week": "7"}).status_code == 422
    for name in ("zarina", "gulnar"):
        assert signed_in(getattr(cast, name)).post(url, form).status_code == 403
    for who in cast.others("rustem", "zarina", "gulnar", "timur"):
        assert signed_in(who).post(url, form).status_code == 404


def test_units_programmes_and_groups_are_entered(cast, signed_in):
    client = signed_in(cast.gulnar)
    client.post(reverse("add_unit"), {"name_kk": "Факультет", "name_ru": "Факультет"})
    unit = Unit.objects.get(name__kk="Факультет")
    form = {
        "code": "6B02101",
        "name_kk": "Музыка",
        "name_ru": "Музыка",
        "unit": unit.pk,
        "level": "bachelor",
        "profile": "art",
        "credits": 240,
    }
    client.post(reverse("add_programme"), form)
    programme = Programme.objects.get(code="6B02101")
    assert programme.profile == "art"
    assert client.post(reverse("add_programme"), form).status_code == 409
    group = {"name": "М-1", "programme": programme.pk, "curator": cast.vera.pk}
    client.post(reverse("add_group"), group)
    assert Group.objects.get(name="М-1").curator == cast.vera
    assert client.post(reverse("add_group"), group).status_code == 409
    inside = {"name_kk": "Ф", "name_ru": "Ф", "parent": unit.pk}
    url = reverse("edit_unit", args=[unit.pk])
    assert client.post(url, inside).status_code == 409
    group = Group.objects.get(name="М-1")
    again = {"name": "М-1", "programme": programme.pk}
    assert client.post(reverse("edit_group", args=[group.pk]), again).status_code == 302
    assert Group.objects.get(name="М-1").curator is None
