"""Lay in the national days of 2020-2027; days that stand there already are left."""

from django.db import migrations

from hattama.calendars.actions import rows_by_law


def lay_in(apps, schema_editor):
    day = apps.get_model("calendars", "Day")
    rows = (day(**row) for year in range(2020, 2028) for row in rows_by_law(year))
    day.objects.bulk_create(rows, ignore_conflicts=True)


class Migration(migrations.Migration):
    dependencies = [("calendars", "0001_initial")]
    operations = [migrations.RunPython(lay_in, migrations.RunPython.noop)]
