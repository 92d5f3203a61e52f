"""The database itself refuses to change or delete a line of the ledger."""

from django.db import migrations

SQLITE = """
CREATE TRIGGER ledger_line_no_{deed} BEFORE {deed_upper} ON base_ledgerline
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
"""

# «REPLACE INTO» takes the old row away without asking the trigger on DELETE.
SQLITE_REPLACE = """
CREATE TRIGGER ledger_line_no_replace BEFORE INSERT ON base_ledgerline
WHEN EXISTS (
  SELECT 1 FROM base_ledgerline
  WHERE id = NEW.id OR (stream_id = NEW.stream_id AND seq = NEW.seq)
)
BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END;
"""

POSTGRES = """
CREATE FUNCTION ledger_is_append_only() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'the ledger is append-only'; END $$;
CREATE TRIGGER ledger_line_no_change BEFORE UPDATE OR DELETE ON base_ledgerline
FOR EACH ROW EXECUTE FUNCTION ledger_is_append_only();
CREATE TRIGGER ledger_line_no_truncate BEFORE TRUNCATE ON base_ledgerline
FOR EACH STATEMENT EXECUTE FUNCTION ledger_is_append_only();
"""


def guard(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(POSTGRES, params=None)
        return
    for deed in ("update", "delete"):
        schema_editor.execute(
            SQLITE.format(deed=deed, deed_upper=deed.upper()), params=None
        )
    schema_editor.execute(SQLITE_REPLACE, params=None)


def unguard(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP FUNCTION ledger_is_append_only() CASCADE")
        return
    for deed in ("update", "delete", "replace"):
        schema_editor.execute(f"DROP TRIGGER ledger_line_no_{deed}")


class Migration(migrations.Migration):
    dependencies = [("base", "0001_initial")]
    operations = [migrations.RunPython(guard, unguard)]
