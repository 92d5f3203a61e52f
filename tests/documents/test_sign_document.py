"""Draft, sign in order, register; and everything that is refused on the way."""

import pytest
from django.db import DatabaseError, transaction

from hattama.base import files, ledger
from hattama.core.rules import RuleBroken
from hattama.documents import actions, queries
from hattama.documents.models import Document, Register
from hattama.notices.queries import deliveries
from tests.documents.samples import APPLICATION, FACTS, HEARING_PROTOCOL
from tests.make import NOON


def drafted(cast, **values):
    return actions.draft(
        institution=cast.university,
        kind=values.pop("kind", "protocol"),
        template=values.pop("template", "hearing-protocol"),
        title={"kk": "Хаттама", "ru": "Протокол"},
        about="hearing:1",
        facts=values.pop("facts", HEARING_PROTOCOL),
        signers=[(cast.daniyar, "chair"), (cast.saule, "secretary")],
        by=cast.saule,
        now=NOON,
        **values,
    )


def signing(cast, **values):
    document = drafted(cast, **values)
    actions.start_signing(document, cast.saule, NOON)
    return document


def registered(cast, **values):
    document = signing(cast, **values)
    for signature in document.signatures.all():
        actions.sign(signature, signature.person, NOON)
    document.refresh_from_db()
    return document


def refused(code, deed, *args):
    with pytest.raises(RuleBroken) as broken:
        deed(*args)
    assert broken.value.code == code


@pytest.mark.norm(
    "he-attestation-2020/p62a",
    "tve-process-2020/p21-5b",
    "he-process-2020/p36.13a",
)
def test_chair_then_secretary_sign_and_it_is_registered(cast):
    document = registered(cast)
    assert (document.state, document.number, document.year) == ("registered", 1, 2026)
    assert [
        (mark.person, mark.signed_at, mark.digest) for mark in document.signatures.all()
    ] == [
        (cast.daniyar, NOON, queries.digest(document)),
        (cast.saule, NOON, queries.digest(document)),
    ]
    assert [check.valid for check in queries.seal_check(document).values()] == [
        True,
        True,
    ]
    assert [line.act for line in ledger.lines(document.stream)] == [
        "document-drafted",
        "signing-started",
        "document-signed",
        "document-signed",
        "document-registered",
    ]


def test_the_ledger_binds_number_facts_and_both_files(cast):
    document = registered(cast)
    line = ledger.lines(document.stream)[-1]
    assert line.facts == {
        "kind": "protocol",
        "number": 1,
        "year": 2026,
        "digest": queries.digest(document),
        "pdf_kk": document.pdf_kk.sha256,
        "pdf_ru": document.pdf_ru.sha256,
    }


def test_who_signs_later_waits(cast):
    document = signing(cast)
    assert [s.person for s in queries.to_sign(cast.daniyar)] == [cast.daniyar]
    assert list(queries.to_sign(cast.saule)) == []
    refused(
        "signature-not-due",
        actions.sign,
        document.signatures.get(role="secretary"),
        cast.saule,
        NOON,
    )


def test_nobody_signs_for_another(cast):
    signature = signing(cast).signatures.get(role="chair")
    for other in cast.others("daniyar"):
        refused("not-your-signature", actions.sign, signature, other, NOON)


def test_nobody_signs_twice(cast):
    signature = signing(cast).signatures.get(role="chair")
    actions.sign(signature, cast.daniyar, NOON)
    refused("already-signed", actions.sign, signature, cast.daniyar, NOON)


def test_a_draft_cannot_be_signed(cast):
    signature = drafted(cast).signatures.get(role="chair")
    refused("not-being-signed", actions.sign, signature, cast.daniyar, NOON)


def test_signing_starts_once(cast):
    document = signing(cast)
    refused("not-a-draft", actions.start_signing, document, cast.saule, NOON)


def test_a_document_needs_signatories(cast):
    refused("no-signers", lambda: draft_without_signers(cast))


def draft_without_signers(cast):
    return actions.draft(
        institution=cast.university,
        kind="act",
        template="application",
        title={},
        about="x:1",
        facts=APPLICATION,
        signers=[],
        by=cast.saule,
        now=NOON,
    )


@pytest.mark.norm("tve-attestation-2020/p30")
def test_a_protocol_must_say_how_it_was_held(cast):
    silent = {key: fact for key, fact in HEARING_PROTOCOL.items() if key != "remote"}
    refused("protocol-silent-on-distance", lambda: drafted(cast, facts=silent))
    assert Document.objects.filter(template="hearing-protocol").count() == 0


def test_facts_that_are_missing_or_unknown_templates_are_mistakes_of_ours(cast):
    with pytest.raises(ValueError, match="hearing-protocol lacks grade"):
        drafted(cast, facts={k: v for k, v in HEARING_PROTOCOL.items() if k != "grade"})
    with pytest.raises(ValueError, match="no template letter"):
        drafted(cast, template="letter")


def test_a_refusal_ends_the_document(cast):
    document = signing(cast)
    signature = document.signatures.get(role="chair")
    refused(
        "refusal-without-reason",
        actions.refuse_to_sign,
        signature,
        cast.daniyar,
        " ",
        NOON,
    )
    actions.refuse_to_sign(signature, cast.daniyar, "Қате тақырып", NOON)
    document.refresh_from_db()
    assert (document.state, document.number) == ("refused", None)
    assert ledger.told(ledger.lines(document.stream)[-1]) == {
        "role": "chair",
        "reason": "Қате тақырып",
    }
    refused(
        "not-being-signed",
        actions.sign,
        document.signatures.get(role="secretary"),
        cast.saule,
        NOON,
    )


def test_a_registered_document_never_changes(cast):
    document = registered(cast)
    for changes in ({"facts": {}}, {"number": 7}, {"title": {}}, {"state": "draft"}):
        with pytest.raises(DatabaseError), transaction.atomic():
            Document.objects.filter(pk=document.pk).update(**changes)
    with pytest.raises(DatabaseError), transaction.atomic():
        document.signatures.update(digest="0" * 64)
    with pytest.raises(DatabaseError), transaction.atomic():
        document.signatures.all().delete()
    Document.objects.filter(pk=document.pk).update(public=True)


def test_a_correction_is_a_new_document(cast):
    old = registered(cast)
    new = registered(cast, supersedes=old)
    assert (new.number, queries.successor(old)) == (2, new)
    refused("already-superseded", lambda: drafted(cast, supersedes=old))
    refused("supersedes-unregistered", lambda: drafted(cast, supersedes=signing(cast)))


@pytest.mark.norm("tve-process-2020/p21-4a")
def test_an_application_is_signed_and_registered_at_once(cast):
    document = actions.file_application(
        institution=cast.university,
        template="application",
        title={"kk": "Келмеу туралы өтініш", "ru": "Заявление о неявке"},
        about="hearing:1",
        facts=APPLICATION,
        applicant=cast.aigerim,
        now=NOON,
        readers=[cast.daniyar],
    )
    assert (document.kind, document.state, document.number) == (
        "application",
        "registered",
        1,
    )
    told = deliveries(document.stream, "copy").get()
    assert (told.person, told.notice.at) == (cast.daniyar, NOON)


@pytest.mark.norm(
    "he-attestation-2020/p62c", "he-attestation-2020/p23c", "tve-process-2020/p21-3al"
)
@pytest.mark.parametrize("template", ["hearing-protocol", "technical-act"])
def test_every_member_is_sent_a_copy_at_once(cast, template):
    members = [cast.daniyar, cast.vera, cast.marat, cast.olzhas]
    facts = FACTS[template]
    document = registered(cast, template=template, facts=facts, readers=members)
    told = deliveries(document.stream, "copy")
    assert {delivery.person for delivery in told} == set(members)
    assert {delivery.notice.at for delivery in told} == {NOON}
    assert {letter.address for t in told for letter in t.letters.all()} == {
        member.email for member in members
    }
    assert list(told[0].notice.files.all()) == [document.pdf_kk, document.pdf_ru]


@pytest.mark.norm("tve-attestation-2020/p15c")
def test_the_order_on_the_commission_is_a_document_of_the_register(cast):
    order = actions.draft(
        institution=cast.university,
        kind="order",
        template="commission-order",
        title={"kk": "Комиссия туралы", "ru": "О комиссии"},
        about="commission:1",
        facts=FACTS["commission-order"],
        signers=[(cast.rustem, "head")],
        by=cast.gulnar,
        now=NOON,
    )
    actions.start_signing(order, cast.gulnar, NOON)
    actions.sign(order.signatures.get(), cast.rustem, NOON)
    orders = queries.register(cast.university.documents.all(), kind="order", q="1")
    assert order in orders
    order.refresh_from_db()
    assert files.content(queries.pdf(order, "kk")).startswith(b"%PDF-")


@pytest.mark.norm("tve-process-2020/p21-5i")
def test_the_paper_copy_is_noted_once(cast):
    refused("not-registered", actions.mark_filed, signing(cast), cast.saule, NOON)
    document = registered(cast)
    actions.mark_filed(document, cast.saule, NOON)
    document.refresh_from_db()
    assert (document.filed_at, document.filed_by) == (NOON, cast.saule)
    assert ledger.lines(document.stream)[-1].act == "paper-copy-filed"
    refused("already-filed", actions.mark_filed, document, cast.saule, NOON)


def test_each_register_counts_for_itself(cast):
    registered(cast)
    registered(cast, kind="act")
    registered(cast)
    assert list(
        Register.objects.order_by("kind").values_list("kind", "year", "last")
    ) == [("act", 2026, 1), ("protocol", 2026, 2)]


@pytest.mark.norm("he-attestation-2020/p62b")
def test_one_flipped_byte_is_found(cast):
    document = registered(cast)
    path = files._path(cast.university.pk, document.pdf_kk.sha256)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    checks = queries.seal_check(document)
    assert (checks["kk"].valid, checks["ru"].valid) == (False, True)


def test_a_password_is_asked_for_again(cast):
    actions.must_prove(cast.daniyar, "парөлсөз")
    for _again in range(5):
        refused("password-wrong", actions.must_prove, cast.daniyar, "басқа")
    refused("signing-locked", actions.must_prove, cast.daniyar, "парөлсөз")
    actions.must_prove(cast.saule, "парөлсөз")


def test_who_has_no_password_cannot_sign(cast):
    cast.vera.user.set_unusable_password()
    refused("no-password", actions.must_prove, cast.vera, "парөлсөз")
