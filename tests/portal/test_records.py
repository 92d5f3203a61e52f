"""The ledger in plain words, the search, the help."""

import pytest

from hattama.base import ledger
from hattama.base.models import LedgerText
from hattama.base.texts import pick
from hattama.portal.queries.helping import HELP
from tests import make
from tests.make import NOON

pytestmark = pytest.mark.django_db
READERS = ("gulnar", "rustem", "zarina")


@pytest.fixture
def stream(cast):
    ledger.append(
        institution=cast.university.pk,
        stream="campaign:7",
        act="topic-set",
        by=cast.zarina.key,
        at=NOON,
        facts={"candidate": 3, "late": False, "seats": [["1", "chair"]]},
        texts={"reason": "Себебі бар"},
    )
    return "/ledger/campaign:7/"


def test_a_stream_in_words(signed_in, cast, stream):
    page = signed_in(cast.rustem).get(stream).content.decode()
    assert cast.zarina.full_name in page
    assert "Себебі бар" in page
    assert 'class="badge ok"' in page


def test_the_list_says_what_each_stream_is_about(signed_in, cast):
    sitting = make.sitting(cast.commission, cast.candidates)
    for name in (
        f"candidate:{cast.candidates[0].pk}",
        f"sitting:{sitting.pk}",
        "people:1",
    ):
        ledger.append(
            institution=cast.university.pk,
            stream=name,
            act="topic-set",
            by=cast.zarina.key,
            at=NOON,
            facts={},
        )
    page = signed_in(cast.rustem).get("/ledger/").content.decode()
    assert cast.aigerim.full_name in page
    assert pick(cast.commission.name) in page
    assert ">people:1</a>" in page


def test_a_stream_that_was_changed(signed_in, cast, stream):
    LedgerText.objects.update(text="Басқа")
    page = signed_in(cast.rustem).get(stream).content.decode()
    assert 'class="badge danger"' in page


def test_an_inspector_reads_too(signed_in, cast, stream):
    inspector = make.person(cast.university)
    make.post(inspector, "inspector")
    assert signed_in(inspector).get(stream).status_code == 200
    assert signed_in(inspector).get("/ledger/").status_code == 200


@pytest.mark.parametrize("path", ["/ledger/campaign:7/", "/ledger/", "/search/"])
def test_refused_to_each_who_may_not(signed_in, client, cast, stream, path):
    for who in cast.others(*READERS, "timur"):
        assert signed_in(who).get(path).status_code == 404, who
    client.logout()
    assert client.get(path).status_code == 404


def test_another_institution_sees_nothing(signed_in, cast, stream):
    client = signed_in(cast.timur)
    assert client.get(stream).status_code == 404
    assert "campaign:7" not in client.get("/ledger/").content.decode()


def test_a_stream_is_found_by_its_name(signed_in, cast, stream):
    client = signed_in(cast.rustem)
    assert "campaign:7" in client.get("/ledger/?q=campaign").content.decode()
    assert "campaign:7" not in client.get("/ledger/?q=sitting").content.decode()


def test_people_are_found_by_russian_letters(signed_in, cast):
    client = signed_in(cast.gulnar)
    page = client.get("/search/?q=айгерим").content.decode()
    assert cast.aigerim.full_name in page
    assert cast.bolat.full_name not in page


def test_nobody_of_another_institution_is_found(signed_in, cast):
    page = signed_in(cast.gulnar).get("/search/?q=дана").content.decode()
    assert cast.dana.full_name not in page


def test_documents_are_found_by_number(signed_in, cast):
    order = make.document(cast.university, number=4711)
    page = signed_in(cast.gulnar).get("/search/?q=4711").content.decode()
    assert f'href="/documents/{order.pk}/"' in page


def test_one_letter_is_too_little(signed_in, cast):
    page = signed_in(cast.gulnar).get("/search/?q=а").content.decode()
    assert cast.aigerim.full_name not in page


@pytest.mark.norm("he-attestation-2020/p58")
def test_help_on_the_ballot_is_there_for_all(client, db):
    page = client.get("/help/ballot/").content.decode()
    assert 'data-norm="he-attestation-2020/p57b"' in page


@pytest.mark.parametrize("role", sorted(HELP))
def test_each_help_page(client, db, role):
    assert client.get(f"/help/{role}/").status_code == 200
    assert f'href="/help/{role}/"' in client.get("/help/").content.decode()


def test_no_such_help(client, db):
    assert client.get("/help/nobody/").status_code == 404
