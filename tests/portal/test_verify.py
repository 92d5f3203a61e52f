"""./hattama verify finds what was changed, wherever it was changed."""

import json
from pathlib import Path

import pytest
from django.db import connection

from hattama.base import files, ledger
from hattama.base.models import LedgerText
from hattama.cli import verify
from hattama.documents.actions import file_application
from hattama.documents.models import Document, Signature
from tests.make import NOON

pytestmark = pytest.mark.django_db
TEXT = {"kk": "Өтініш", "ru": "Заявление"}


@pytest.fixture
def paper(cast) -> Document:
    return file_application(
        institution=cast.university,
        template="application",
        title=TEXT,
        about="test:1",
        facts={
            "addressee": TEXT,
            "applicant": cast.aigerim.full_name,
            "applicant_line": TEXT,
            "text": "…",
            "grounds": [],
            "attachments": [],
        },
        applicant=cast.aigerim,
        now=NOON,
    )


def found(capsys, *arguments):
    status = verify.run(["--json", *arguments])
    said = json.loads(capsys.readouterr().out)
    assert said["intact"] == (status == 0)
    return said["checked"], [(one["kind"], one["why"]) for one in said["findings"]]


def path_of(file):
    return Path(files._path(file.institution, file.sha256))


def test_intact(capsys, paper):
    counts, findings = found(capsys)
    assert (counts, findings) == (
        {"stream": 1, "signature": 1, "seal": 2, "file": 2},
        [],
    )


def test_in_words(capsys, paper):
    assert verify.run([]) == 0
    assert capsys.readouterr().out == (
        "intact: 1 streams, 1 signatures, 2 seals, 2 files\n"
    )


def test_a_personal_text_that_was_changed(capsys, cast):
    ledger.append(
        institution=cast.university.pk,
        stream="test:1",
        act="tested",
        by="system",
        at=NOON,
        texts={"reason": "as it was"},
    )
    LedgerText.objects.update(text="as it was not")
    assert found(capsys)[1] == [("stream", "line 1: changed")]


def test_a_personal_text_that_was_lawfully_deleted(capsys, cast):
    ledger.append(
        institution=cast.university.pk,
        stream="test:1",
        act="tested",
        by="system",
        at=NOON,
        texts={"reason": "as it was"},
    )
    LedgerText.objects.all().delete()
    assert found(capsys)[1] == []


def test_a_signature_for_something_else(capsys, cast, paper):
    Signature.objects.create(
        document=paper,
        person=cast.vera,
        role="member",
        position=2,
        digest="0" * 64,
        signed_at=NOON,
    )
    assert found(capsys)[1] == [("signature", "the document is not what was signed")]


def test_a_pdf_that_was_changed(capsys, paper):
    path = path_of(paper.pdf_kk)
    data = path.read_bytes()
    path.write_bytes(data.replace(b"/Type /Page", b"/Type /Pqge", 1))
    assert found(capsys)[1] == [
        ("seal", "the seal does not hold"),
        ("file", "changed"),
    ]


def test_a_file_that_is_gone(capsys, paper):
    path_of(paper.pdf_ru).unlink()
    assert found(capsys)[1] == [("seal", "its file is missing"), ("file", "missing")]


def test_changed_in_words(capsys, paper):
    path_of(paper.pdf_ru).unlink()
    assert verify.run([]) == 1
    assert capsys.readouterr().out.splitlines()[0] == (
        "changed: 2 of 1 streams, 1 signatures, 1 seals, 2 files"
    )


def test_a_line_that_was_forged_past_the_triggers(capsys, cast):
    ledger.append(
        institution=cast.university.pk,
        stream="test:1",
        act="tested",
        by="system",
        at=NOON,
    )
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO base_ledgerline (stream_id, seq, at, by, act, facts, previous,"
            " hash) SELECT stream_id, 2, at, by, 'forged', facts, hash, hash"
            " FROM base_ledgerline"
        )
    assert found(capsys)[1] == [("stream", "line 2: changed")]
