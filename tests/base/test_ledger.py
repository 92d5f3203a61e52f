"""The ledger: one chain a stream, and a database that refuses to change a line."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from hattama.base import ledger
from hattama.base.models import LedgerLine, LedgerStream, LedgerText
from hattama.core import sealing
from hattama.core.sealing import GENESIS, Break

NOON = datetime(2026, 6, 15, 12, tzinfo=UTC)


def write(act="noted", stream="test:1", **values):
    return ledger.append(
        institution=1, stream=stream, act=act, by="7", at=NOON, **values
    )


@pytest.fixture
def stream(db):
    """A stream of three lines, the second with a personal text."""
    write(facts={"place": 1})
    write(texts={"reason": "ауырып қалды"})
    write()
    return LedgerStream.objects.get(name="test:1")


def tamper(**values):
    """Change a line as only somebody can who rules over the database itself."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL session_replication_role = replica")
        else:
            for deed in ("update", "delete"):
                cursor.execute(f"DROP TRIGGER ledger_line_no_{deed}")
    return LedgerLine.objects.filter(**values)


def test_lines_are_numbered_and_chained(stream):
    first, second, third = ledger.lines("test:1")
    assert [line.seq for line in (first, second, third)] == [1, 2, 3]
    assert first.previous == GENESIS
    assert (second.previous, third.previous) == (first.hash, second.hash)
    assert [line.seq for line in ledger.lines("test:1", after=1)] == [2, 3]
    assert ledger.first_break(stream) is None


def test_each_stream_has_its_own_chain(stream):
    assert write(stream="test:2").seq == 1


@pytest.mark.norm("he-attestation-2020/p62b")
@pytest.mark.parametrize("deed", ["update", "delete", "raw update", "raw delete"])
def test_the_database_refuses_to_change_or_delete_a_line(stream, deed):
    rows = LedgerLine.objects.filter(stream=stream, seq=3)
    deeds = {
        "update": lambda: rows.update(by="8"),
        "delete": lambda: rows._raw_delete(rows.db),
        "raw update": lambda: run("UPDATE base_ledgerline SET act = 'x'"),
        "raw delete": lambda: run("DELETE FROM base_ledgerline WHERE seq = 3"),
    }
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        deeds[deed]()
    assert [line.act for line in ledger.lines("test:1")] == ["noted"] * 3


def run(statement):
    with connection.cursor() as cursor:
        cursor.execute(statement)


def test_a_fork_is_refused(stream):
    with pytest.raises(IntegrityError), transaction.atomic():
        LedgerLine.objects.create(
            stream=stream, seq=3, at=NOON, by="8", act="x", previous="", hash=""
        )


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (lambda: tamper(seq=2).update(by="8"), Break(2, "changed")),
        (lambda: tamper(seq=1).update(facts={"place": 2}), Break(1, "changed")),
        (lambda: tamper(seq=3).update(at=NOON.replace(hour=13)), Break(3, "changed")),
    ],
)
def test_a_changed_line_is_found(stream, change, found):
    change()
    assert ledger.first_break(stream) == found
    assert list(ledger.breaks()) == [(stream, found)]


def test_a_missing_line_is_found(stream):
    rows = tamper(seq=2)
    LedgerText.objects.filter(line__in=rows).delete()
    rows._raw_delete(rows.db)
    assert ledger.first_break(stream) == Break(2, "gap")


def test_an_inserted_line_is_found(stream):
    tamper(seq=3).update(seq=4)
    first, second, *_rest = ledger.lines("test:1")
    facts = {"place": 9}
    LedgerLine.objects.create(
        stream=stream,
        seq=3,
        at=NOON,
        by="8",
        act="x",
        facts=facts,
        previous=second.hash,
        hash=sealing.line_hash(1, "test:1", 3, NOON, "8", "x", facts, second.hash),
    )
    assert ledger.first_break(stream) == Break(4, "unlinked")
    assert first.seq == 1


def test_a_changed_text_is_found(stream):
    LedgerText.objects.update(text="жазып алды")
    assert ledger.first_break(stream) == Break(2, "changed")


def test_a_text_stands_beside_the_chain_and_may_lawfully_go(stream):
    line = ledger.lines("test:1")[1]
    assert "ауырып" not in str(line.facts)
    assert line.facts["reason"].startswith("sha256:")
    assert ledger.told(line) == {"reason": "ауырып қалды"}
    LedgerText.objects.all().delete()
    assert ledger.first_break(stream) is None
    assert ledger.told(ledger.lines("test:1")[1])["reason"].startswith("sha256:")


def test_the_same_text_has_another_hash_each_time(stream):
    again = write(texts={"reason": "ауырып қалды"})
    assert again.facts["reason"] != ledger.lines("test:1")[1].facts["reason"]


def test_a_float_is_no_fact(db):
    with pytest.raises(ValueError, match="no floats"):
        write(facts={"mean": 4.5})
    assert not LedgerLine.objects.exists()


def test_all_who_write_at_once_stand_in_one_chain(transactional_db):
    def append(_turn):
        try:
            return write().seq
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(append, range(12))) == list(range(1, 13))
    assert ledger.first_break(LedgerStream.objects.get(name="test:1")) is None
