"""The database itself refuses to change a registered document or a given signature."""

from django.db import migrations

# What may still change: whether it is public, and when the paper copy was filed.
FIXED = (
    "institution_id kind template title about facts state number year registered_at"
    " check_code supersedes_id pdf_kk_id pdf_ru_id made_by_id made_at"
).split()

SQLITE = (
    """
CREATE TRIGGER registered_document_stays BEFORE UPDATE ON documents_document
WHEN OLD.state = 'registered' AND ({changed})
BEGIN SELECT RAISE(ABORT, 'a registered document never changes'); END;
""",
    """
CREATE TRIGGER registered_document_is_kept BEFORE DELETE ON documents_document
WHEN OLD.state = 'registered'
BEGIN SELECT RAISE(ABORT, 'a registered document never changes'); END;
""",
    """
CREATE TRIGGER given_signature_stays BEFORE UPDATE ON documents_signature
WHEN OLD.signed_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a given signature never changes'); END;
""",
    """
CREATE TRIGGER given_signature_is_kept BEFORE DELETE ON documents_signature
WHEN OLD.signed_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a given signature never changes'); END;
""",
)

POSTGRES = """
CREATE FUNCTION registered_stays() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'a registered document never changes'; END $$;
CREATE TRIGGER registered_document_stays BEFORE UPDATE ON documents_document
FOR EACH ROW WHEN (OLD.state = 'registered' AND ({changed}))
EXECUTE FUNCTION registered_stays();
CREATE TRIGGER registered_document_is_kept BEFORE DELETE ON documents_document
FOR EACH ROW WHEN (OLD.state = 'registered') EXECUTE FUNCTION registered_stays();
CREATE FUNCTION given_signature_stays() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'a given signature never changes'; END $$;
CREATE TRIGGER given_signature_stays BEFORE UPDATE OR DELETE ON documents_signature
FOR EACH ROW WHEN (OLD.signed_at IS NOT NULL)
EXECUTE FUNCTION given_signature_stays();
"""


def changed(differs):
    return " OR ".join(f"OLD.{name} {differs} NEW.{name}" for name in FIXED)


def guard(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute(
            POSTGRES.format(changed=changed("IS DISTINCT FROM")), params=None
        )
        return
    for trigger in SQLITE:
        schema_editor.execute(
            trigger.format(changed=changed("IS NOT")), params=None
        )


def unguard(apps, schema_editor):
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP FUNCTION registered_stays() CASCADE")
        schema_editor.execute("DROP FUNCTION given_signature_stays() CASCADE")
        return
    for name in (
        "registered_document_stays registered_document_is_kept"
        " given_signature_stays given_signature_is_kept"
    ).split():
        schema_editor.execute(f"DROP TRIGGER {name}")


class Migration(migrations.Migration):
    dependencies = [("documents", "0001_initial")]
    operations = [migrations.RunPython(guard, unguard)]
