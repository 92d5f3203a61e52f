import pytest

from hattama.documents.models import Document
from hattama.final.models import Candidate
from tests import make
from tests.final.preparing import (
    acts,
    get,
    last_facts,
    post,
    refused,
    registered,
    statuses,
)

STRANGERS = ("bolat", "aigerim", "timur", "dana")
READERS = ("rustem", "saule", "vera", "marat")


@pytest.fixture
def waiting(cast):
    """Both candidates with approved topics, nobody decided on."""
    topics = make.document(cast.university, template="topics-order")
    Candidate.objects.update(
        admission="open",
        admission_order=None,
        topic_order=topics,
        supervisor=cast.vera,
    )
    return [one.pk for one in cast.candidates]


def drafted(signed_in, who, cast, chosen):
    data = {"candidate": chosen}
    return post(signed_in(who), "draft_admission_order", cast.attestation.pk, **data)


@pytest.mark.norm("tve-process-2020/p21-3m", "he-attestation-2020/p70e")
def test_works(cast, signed_in, waiting):
    drafted(signed_in, cast.gulnar, cast, waiting)
    order = Document.objects.get(template="admission-order", state="signing")
    assert [one["name"] for one in order.facts["admitted"]] == [
        "Иванов Болат",
        "Сәрсенова Айгерім",
    ]
    assert order.facts["refused"] == []
    assert [one.person for one in order.signatures.all()] == [cast.rustem]
    assert Candidate.objects.admitted().count() == 0
    registered(order)
    assert Candidate.objects.admitted().count() == 2
    assert acts(cast.attestation) == ["admission-order-drafted"]


@pytest.mark.norm("tve-process-2020/p21-3f", "he-attestation-2020/p70d")
def test_who_has_debts_is_named_with_the_reason(cast, signed_in, waiting):
    cast.bolat.student.debts = 1
    cast.bolat.student.save()
    answer = drafted(signed_in, cast.gulnar, cast, waiting)
    assert refused(answer, "not-admissible")
    drafted(signed_in, cast.gulnar, cast, waiting[:1])
    order = Document.objects.get(template="admission-order", state="signing")
    assert [one["name"] for one in order.facts["refused"]] == ["Иванов Болат"]
    assert set(order.facts["refused"][0]["reason"]) == {"kk", "ru", "en"}
    assert last_facts(cast.attestation)["refused"] == {str(waiting[1]): ["has-debts"]}
    registered(order)
    aigerim, bolat = Candidate.objects.order_by("pk")
    assert (aigerim.admission, bolat.admission) == ("admitted", "refused")
    assert list(Candidate.objects.admitted()) == [aigerim]


def test_a_debt_cleared_later_is_admitted_by_a_later_order(cast, signed_in, waiting):
    student = cast.bolat.student
    student.debts = 1
    student.save()
    drafted(signed_in, cast.gulnar, cast, waiting[:1])
    registered(Document.objects.get(template="admission-order", state="signing"))
    student.debts = 0
    student.save()
    drafted(signed_in, cast.gulnar, cast, waiting[1:])
    order = Document.objects.get(template="admission-order", state="signing")
    assert [one["name"] for one in order.facts["admitted"]] == ["Иванов Болат"]


@pytest.mark.norm("tve-process-2020/p21-3an")
def test_a_topic_comes_first(cast, signed_in, waiting):
    Candidate.objects.update(topic_order=None)
    page = get(signed_in(cast.gulnar), "admission", cast.attestation.pk)
    assert page.context["eligible"] == []
    assert [one.reasons for one in page.context["refused"]] == [
        ("topic-not-approved",)
    ] * 2


def test_twice(cast, signed_in, waiting):
    drafted(signed_in, cast.gulnar, cast, waiting)
    answer = drafted(signed_in, cast.gulnar, cast, waiting)
    assert refused(answer, "nobody-to-admit")


def test_nobody_chosen(cast, signed_in, waiting):
    answer = drafted(signed_in, cast.gulnar, cast, [])
    assert refused(answer, "nobody-to-admit")


def test_refused_to_everybody_else(cast, signed_in, waiting):
    found = statuses(
        signed_in,
        cast,
        "draft_admission_order",
        cast.attestation.pk,
        among=STRANGERS + READERS,
        candidate=waiting,
    )
    assert found == dict.fromkeys(STRANGERS, 404) | dict.fromkeys(READERS, 403)


@pytest.mark.norm("tve-attestation-2020/p17c", "tve-attestation-2020/p18f")
def test_what_is_still_missing_is_shown(cast, signed_in, waiting):
    page = get(signed_in(cast.gulnar), "admission", cast.attestation.pk)
    assert [one.doubts for one in page.context["eligible"]] == [
        ("predefence-skipped", "not-acquainted")
    ] * 2
