"""The ledger is append-only, and the database itself sees to it."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from hattama.base import ledger

STATEMENTS = [
    "UPDATE base_ledgerline SET act = 'something-else'",
    "UPDATE base_ledgerline SET hash = previous",
    "DELETE FROM base_ledgerline",
    "TRUNCATE base_ledgerline CASCADE",
    "REPLACE INTO base_ledgerline SELECT * FROM base_ledgerline",
]


@pytest.fixture
def line(db):
    return ledger.append(
        institution=1, stream="test:1", act="done", by="1", at=timezone.now()
    )


@pytest.mark.parametrize("statement", STATEMENTS)
def test_no_statement_changes_a_line(line, statement):
    with (
        pytest.raises(DatabaseError),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert list(ledger.lines("test:1")) == [line]
    assert list(ledger.breaks()) == []


def test_what_is_changed_past_the_database_is_found(line):
    """Somebody who takes the trigger away leaves a chain that does not hold."""
    with connection.cursor() as cursor:
        for statement in without_triggers():
            cursor.execute(statement)
        cursor.execute("UPDATE base_ledgerline SET act = 'something-else'")
    [(stream, found)] = ledger.breaks()
    assert (stream.name, found.seq) == ("test:1", 1)


def without_triggers():
    if connection.vendor == "postgresql":
        return [
            "SET CONSTRAINTS ALL IMMEDIATE",  # what the insert left to check
            "ALTER TABLE base_ledgerline DISABLE TRIGGER USER",
        ]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT name FROM sqlite_master"
            " WHERE type = 'trigger' AND tbl_name = 'base_ledgerline'"
        )
        return [f"DROP TRIGGER {name}" for (name,) in cursor.fetchall()]
