from datetime import datetime, timedelta

import pytest

from hattama.notices.models import Delivery, Letter
from tests import make
from tests.final.preparing import (
    ALMATY,
    APRIL,
    acts,
    get,
    last_facts,
    post,
    refused,
    statuses,
    tve,
)

DATA = {"confirm_by": "2026-04-24T18:00"}
STRANGERS = ("bolat", "aigerim", "timur", "dana")
READERS = ("rustem", "saule", "vera", "marat")


@pytest.fixture
def university(cast):
    return laid_down(cast.university)


def laid_down(institution):
    institution.procedure = {"kk": "Тәртіп", "ru": "Порядок проведения"}
    institution.technical_requirements = {"kk": "Талаптар", "ru": "Требования"}
    institution.save()
    return institution


def sent(signed_in, cast, now=APRIL, **data):
    client = signed_in(cast.gulnar)
    given = DATA | data
    return post(client, "send_acquaintance", cast.attestation.pk, now=now, **given)


@pytest.mark.norm(
    "tve-attestation-2020/p17b",
    "tve-process-2020/p21-3q",
    "he-attestation-2020/p70c",
)
def test_works(cast, signed_in, university):
    sent(signed_in, cast)
    people = Delivery.objects.values_list("person", flat=True)
    assert set(people) == {cast.aigerim.pk, cast.bolat.pk}
    letters = Letter.objects.all()
    assert {one.address for one in letters} == {cast.aigerim.email, cast.bolat.email}
    notice = Delivery.objects.first().notice
    assert "Порядок проведения" in notice.body["ru"]
    assert "Требования" in notice.body["ru"]
    assert notice.confirm_by == datetime(2026, 4, 24, 18, tzinfo=ALMATY)
    assert acts(cast.attestation) == ["acquaintance-sent"]
    assert last_facts(cast.attestation)["late"] is False


def test_only_who_was_not_told_yet(cast, signed_in, university):
    sent(signed_in, cast)
    assert refused(sent(signed_in, cast), "everybody-told")
    student = make.student(cast.aigerim.student.group, "Ілияс", "Әбенов")
    make.candidate(cast.attestation, student)
    sent(signed_in, cast)
    assert (
        list(Delivery.objects.order_by("-pk").values_list("person", flat=True)).count(
            student.person_id
        )
        == 1
    )
    assert Delivery.objects.count() == 3


@pytest.mark.norm("tve-attestation-2020/p17a", "tve-process-2020/p21-3l")
def test_after_the_last_day_it_is_recorded_as_late(cast, signed_in):
    laid_down(cast.college)
    attestation = tve(cast)
    make.candidate(attestation, cast.dana.student)
    deputy = make.person(cast.college)
    make.post(deputy, "vice_head")
    client = signed_in(deputy)
    late = datetime(2026, 5, 18, 9, tzinfo=ALMATY)
    data = {"confirm_by": "2026-05-20T18:00"}
    post(client, "send_acquaintance", attestation.pk, now=late, **data)
    assert last_facts(attestation)["late"] is True
    page = get(client, "attestation", attestation.pk, now=late)
    stones = {row.milestone.code: row.milestone for row in page.context["summary"].rows}
    assert (stones["acquaintance"].state, stones["acquaintance"].late) == ("done", True)


def test_nothing_laid_down(cast, signed_in):
    assert refused(sent(signed_in, cast), "nothing-laid-down")
    assert not Delivery.objects.exists()


@pytest.mark.parametrize("confirm_by", ["2026-04-19T10:00", "2026-06-16T10:00"])
def test_time_to_confirm(cast, signed_in, university, confirm_by):
    answer = sent(signed_in, cast, confirm_by=confirm_by)
    assert refused(answer, "confirm-by-wrong")


def test_refused_to_everybody_else(cast, signed_in, university):
    found = statuses(
        signed_in,
        cast,
        "send_acquaintance",
        cast.attestation.pk,
        among=STRANGERS + READERS,
        **DATA,
    )
    assert found == dict.fromkeys(STRANGERS, 404) | dict.fromkeys(READERS, 403)


class TestConfirm:
    @pytest.mark.norm("tve-attestation-2020/p17c", "he-attestation-2020/p74b")
    def test_the_student_confirms_once(self, cast, signed_in, university):
        sent(signed_in, cast)
        aigerim = cast.candidates[0]
        client = signed_in(cast.aigerim)
        page = get(client, "my_attestation")
        assert page.context["mine"][0].must_confirm
        for hours in (1, 2):
            later = APRIL + timedelta(hours=hours)
            post(client, "confirm_acquaintance", aigerim.pk, now=later)
        told = Delivery.objects.get(person=cast.aigerim)
        assert (told.confirmed_how, told.confirmed_by) == ("app", cast.aigerim)
        assert told.confirmed_at == APRIL + timedelta(hours=1)
        assert not get(client, "my_attestation").context["mine"][0].must_confirm

    @pytest.mark.norm("tve-attestation-2020/p17c", "he-attestation-2020/p69b")
    def test_by_telephone_and_the_call_list(self, cast, signed_in, university):
        sent(signed_in, cast)
        client = signed_in(cast.saule)
        post(client, "confirm_acquaintance", cast.candidates[1].pk)
        assert Delivery.objects.get(person=cast.bolat).confirmed_how == "call"
        rows = get(client, "acquaintance", cast.attestation.pk).context["rows"]
        assert [(row.candidate, row.confirmed) for row in rows] == [
            (cast.candidates[0], False),
            (cast.candidates[1], True),
        ]

    @pytest.mark.norm("tve-attestation-2020/p17c")
    def test_the_curator_telephones_the_own_group(self, cast, signed_in, university):
        sent(signed_in, cast)
        nurlan = make.person(cast.university, "Нұрлан", "Төлеген")
        group = cast.bolat.student.group
        group.curator = nurlan
        group.save()
        client = signed_in(nurlan)
        page = get(client, "acquaintance", cast.attestation.pk)
        assert page.content.count(b'name="once"') == 2
        post(client, "confirm_acquaintance", cast.candidates[1].pk)
        assert Delivery.objects.get(person=cast.bolat).confirmed_by == nurlan
        elsewhere = make.student(make.group(cast.attestation.programme))
        other = make.candidate(cast.attestation, elsewhere)
        assert post(client, "confirm_acquaintance", other.pk).status_code == 404

    def test_refused_to_everybody_else(self, cast, signed_in, university):
        sent(signed_in, cast)
        found = statuses(
            signed_in,
            cast,
            "confirm_acquaintance",
            cast.candidates[0].pk,
            among=("bolat", "timur", "dana", "vera", "daniyar", "rustem"),
        )
        assert found == dict.fromkeys(("bolat", "timur", "dana"), 404) | dict.fromkeys(
            ("vera", "daniyar", "rustem"), 403
        )

    def test_before_it_was_sent(self, cast, signed_in):
        client = signed_in(cast.aigerim)
        answer = post(client, "confirm_acquaintance", cast.candidates[0].pk)
        assert refused(answer, "not-told-yet")
