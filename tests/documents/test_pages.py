"""The documents' pages: who sees them, and what their buttons do."""

import io
import uuid

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from hattama.documents import queries
from hattama.documents.models import Document
from tests import make
from tests.documents.test_sign_document import drafted, registered, signing

PASSWORD = "парөлсөз"


def status(client, url):
    response = client.get(url)
    b"".join(response)
    return response.status_code


def post(client, name, *args, **data):
    return client.post(reverse(name, args=args), {"once": uuid.uuid4(), **data})


@pytest.mark.parametrize("name", ["document", "document_file"])
def test_strangers_find_no_document(cast, signed_in, client, name):
    document = registered(cast)
    language = ["kk"] if name == "document_file" else []
    url = reverse(name, args=[document.pk, *language])
    readers = ("saule", "daniyar", "gulnar", "rustem", "zarina")
    for person in cast.others(*readers):
        assert status(signed_in(person), url) == 404
    for reader in readers:
        assert status(signed_in(getattr(cast, reader)), url) == 200


def test_who_received_a_copy_may_read_it(cast, signed_in):
    document = registered(cast, readers=[cast.vera])
    url = reverse("document", args=[document.pk])
    assert signed_in(cast.vera).get(url).status_code == 200


def test_only_staff_see_the_register(cast, signed_in):
    url = reverse("document_register")
    for person in cast.others("gulnar", "rustem", "zarina", "timur"):
        assert signed_in(person).get(url).status_code == 404
    assert signed_in(cast.gulnar).get(url).status_code == 200


def test_the_register_is_searched_and_taken_away(cast, signed_in):
    registered(cast)
    registered(cast, kind="act")
    client = signed_in(cast.gulnar)
    url = reverse("document_register")
    found = client.get(url, {"q": "ХАТТАМА", "kind": "act", "year": 2026})
    assert [d.kind for d in found.context["page"]] == ["act"]
    assert list(client.get(url, {"q": "жоқ"}).context["page"]) == []
    book = load_workbook(
        io.BytesIO(client.get(url, {"kind": "act", "export": "xlsx"}).content)
    )
    assert [row[0] for row in book.active.iter_rows(min_row=2, values_only=True)] == [1]


def test_lists_ask_the_database_equally_often(
    cast, signed_in, django_assert_max_num_queries, django_assert_num_queries
):
    client = signed_in(cast.gulnar)
    url = reverse("document_register")
    registered(cast)
    client.get(url)
    with django_assert_max_num_queries(40) as one:
        client.get(url)
    for _each in range(29):
        signing(cast)
    with django_assert_num_queries(len(one)):
        client.get(url)


def test_signing_asks_for_the_password(cast, signed_in):
    document = signing(cast)
    signature = document.signatures.get(role="chair")
    client = signed_in(cast.daniyar)
    assert post(client, "sign_document", signature.pk).status_code == 200
    wrong = post(client, "sign_document", signature.pk, password="басқа")
    assert wrong.status_code == 409
    signature.refresh_from_db()
    assert signature.signed_at is None
    done = post(client, "sign_document", signature.pk, password=PASSWORD)
    assert done.url == reverse("document", args=[document.pk])
    signature.refresh_from_db()
    assert signature.digest == queries.digest(document)


def test_a_second_click_signs_nothing_more(cast, signed_in):
    signature = signing(cast).signatures.get(role="chair")
    client = signed_in(cast.daniyar)
    form = {"once": uuid.uuid4(), "password": PASSWORD}
    url = reverse("sign_document", args=[signature.pk])
    first, second = client.post(url, form), client.post(url, form)
    assert (first.status_code, second.status_code) == (302, 302)
    assert first.url == second.url
    again = post(client, "sign_document", signature.pk, password=PASSWORD)
    assert again.status_code == 409


def test_nobody_opens_anothers_signing_page(cast, signed_in):
    signature = signing(cast).signatures.get(role="chair")
    url = reverse("sign_document", args=[signature.pk])
    for reader in ("saule", "gulnar", "rustem", "zarina"):
        assert signed_in(getattr(cast, reader)).get(url).status_code == 403
        for deed in ("sign_document", "refuse_to_sign"):
            client = signed_in(getattr(cast, reader))
            data = {"password": PASSWORD, "reason": "x"}
            assert post(client, deed, signature.pk, **data).status_code == 403
    for person in cast.others("daniyar", "saule", "gulnar", "rustem", "zarina"):
        assert signed_in(person).get(url).status_code == 404


def test_several_are_signed_in_one_act(cast, signed_in):
    documents = [signing(cast) for _each in range(3)]
    client = signed_in(cast.daniyar)
    page = client.get(reverse("documents_to_sign"))
    waiting = [signature.pk for signature in page.context["waiting"]]
    assert len(waiting) == 3
    assert post(client, "sign_together", password=PASSWORD).status_code == 409
    chosen = {"password": PASSWORD, "signature": waiting[:2]}
    assert post(client, "sign_together", **chosen).status_code == 302
    assert [
        bool(document.signatures.get(role="chair").signed_at) for document in documents
    ] == [True, True, False]


def test_refusing_needs_a_reason(cast, signed_in):
    document = signing(cast)
    signature = document.signatures.get(role="chair")
    client = signed_in(cast.daniyar)
    assert post(client, "refuse_to_sign", signature.pk, reason="").status_code == 200
    done = post(client, "refuse_to_sign", signature.pk, reason="Қате")
    assert done.status_code == 302
    document.refresh_from_db()
    assert document.state == Document.State.REFUSED


def test_who_made_it_gives_it_for_signing(cast, signed_in):
    document = drafted(cast, readers=[cast.vera])
    for person in cast.others("saule", "daniyar", "vera", "gulnar", "rustem", "zarina"):
        client = signed_in(person)
        assert post(client, "start_signing", document.pk).status_code == 404
    for reader in ("daniyar", "vera"):
        client = signed_in(getattr(cast, reader))
        assert post(client, "start_signing", document.pk).status_code == 403
    assert post(signed_in(cast.saule), "start_signing", document.pk).status_code == 302
    assert post(signed_in(cast.saule), "start_signing", document.pk).status_code == 409


def test_the_paper_copy_is_noted_on_the_page(cast, signed_in):
    document = registered(cast, readers=[cast.vera])
    assert post(signed_in(cast.vera), "mark_filed", document.pk).status_code == 403
    assert post(signed_in(cast.timur), "mark_filed", document.pk).status_code == 404
    assert post(signed_in(cast.saule), "mark_filed", document.pk).status_code == 302
    document.refresh_from_db()
    assert document.filed_by == cast.saule


def test_who_handed_in_an_application_does_not_file_it(cast, signed_in):
    handed_in = make.document(
        cast.university,
        kind="application",
        template="application",
        made_by=cast.aigerim,
    )
    client = signed_in(cast.aigerim)
    assert post(client, "mark_filed", handed_in.pk).status_code == 403
    assert post(signed_in(cast.saule), "mark_filed", handed_in.pk).status_code == 404


def test_anybody_can_check_a_code(cast, client):
    document = registered(cast)
    page = client.get(reverse("check_document", args=[document.check_code]))
    text = page.content.decode()
    assert page.status_code == 200
    assert document.pdf_kk.sha256 in text
    assert cast.daniyar.full_name in text
    assert document.facts["student"] not in text
    assert document.facts["topic"]["kk"] not in text


def test_the_code_is_found_as_it_is_typed(cast, client):
    document = registered(cast)
    typed = queries.grouped(document.check_code).lower().replace("-", " ")
    found = client.get(reverse("find_document"), {"code": typed})
    assert found.url == reverse("check_document", args=[document.check_code])
    wrong = client.get(reverse("find_document"), {"code": "ABCD"})
    assert wrong.context["form"].errors.keys() == {"code"}


def test_an_unknown_code_or_a_draft_is_not_confirmed(cast, client):
    draft = signing(cast)
    for code in ("ABCDEFGHJKLM", draft.check_code):
        page = client.get(reverse("check_document", args=[code]))
        assert page.status_code == 404


def test_the_check_page_says_what_replaced_it(cast, client):
    old = registered(cast)
    new = registered(cast, supersedes=old)
    page = client.get(reverse("check_document", args=[old.check_code]))
    assert page.context["successor"] == new


def test_only_a_public_document_is_given_to_anybody(cast, client):
    secret, public = registered(cast), registered(cast, public=True)
    url = "public_document_file"
    assert client.get(reverse(url, args=[secret.check_code, "kk"])).status_code == 404
    given = client.get(reverse(url, args=[public.check_code, "kk"]))
    assert b"".join(given.streaming_content).startswith(b"%PDF-")
    assert client.get(reverse(url, args=[public.check_code, "en"])).status_code == 404


def test_a_draft_is_read_as_a_draft(cast, signed_in):
    document = drafted(cast)
    url = reverse("document_file", args=[document.pk, "ru"])
    given = signed_in(cast.saule).get(url)
    assert given.content.startswith(b"%PDF-")
    assert signed_in(cast.saule).get(url.replace("ru", "fr")).status_code == 404


def test_another_institution_sees_nothing(cast, signed_in):
    document = registered(cast)
    inspector = make.person(cast.college)
    make.post(inspector, "inspector")
    for person in (cast.timur, inspector):
        client = signed_in(person)
        assert client.get(reverse("document", args=[document.pk])).status_code == 404
        assert list(client.get(reverse("document_register")).context["page"]) == []
