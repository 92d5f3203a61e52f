"""Import a list of students or staff: keep the file, map its columns, confirm."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction

from hattama.base import files, ledger
from hattama.base.sheets import read_sheet
from hattama.core.roster import Problem
from hattama.core.rules import RuleBroken
from hattama.people.actions.roster_rows import write
from hattama.people.models import Institution, Person, RosterImport
from hattama.people.queries import stream
from hattama.people.queries.roster import Plan, choices_of, kind_of, plan_of, sheet_of

COUNTED = ("rows", "added", "changed", "same", "refused", "groups")
MEDIA_TYPES = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xlsb": "application/vnd.ms-excel.sheet.binary.macroEnabled.12",
    "xls": "application/vnd.ms-excel",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
}


def begin_import(
    *,
    institution: Institution,
    kind: str,
    name: str,
    data: bytes,
    by: Person,
    now: datetime,
) -> RosterImport:
    """Keep a list that was handed in; nobody is imported yet.

    Raises:
        RuleBroken: whatever `base.sheets.read_sheet` refuses.
    """
    sheet = read_sheet(name, data)
    file = files.keep(
        institution=institution.pk,
        name=name,
        data=data,
        kind=MEDIA_TYPES[sheet.kind],
    )
    return RosterImport.objects.create(
        institution=institution, kind=kind, file=file, by=by, at=now
    )


def map_columns(roster: RosterImport, mapping: Mapping[str, Any]) -> RosterImport:
    """Keep what the columns mean, as `queries.roster.Choices` reads it.

    Raises:
        RuleBroken: `import-done`.
    """
    _must_be_open(roster)
    roster.mapping = dict(mapping)
    roster.save(update_fields=["mapping"])
    return roster


@transaction.atomic
def confirm_import(
    roster: RosterImport, *, seen: Mapping[str, int], by: Person, now: datetime
) -> RosterImport:
    """Write everybody of the list at once, or nobody.

    Args:
        roster: the import.
        seen: the counts on the preview that is confirmed.
        by: who confirms.
        now: when.

    Raises:
        RuleBroken: `import-done`; `import-other-now`, where the people have changed
            since the preview.
    """
    ledger.hold(institution=roster.institution_id, stream=stream(roster.institution))
    roster = RosterImport.objects.select_related("institution", "file").get(
        pk=roster.pk
    )
    _must_be_open(roster)
    plan = planned(roster, now)
    if plan.counts != seen:
        raise RuleBroken("import-other-now")
    write(plan)
    roster.counts = plan.counts
    roster.problems = [kept(problem) for problem in plan.problems]
    roster.done_at = now
    roster.save()
    ledger.append(
        institution=roster.institution_id,
        stream=stream(roster.institution),
        act="roster-imported",
        by=by.key,
        at=now,
        facts={"kind": roster.kind, "file": roster.file.sha256, **plan.counts},
    )
    return roster


def planned(roster: RosterImport, now: datetime) -> Plan:
    """What the import would do at this moment."""
    today = now.astimezone(ZoneInfo(roster.institution.zone)).date()
    return plan_of(
        roster.institution,
        kind_of(roster),
        sheet_of(roster),
        choices_of(roster),
        today,
    )


def _must_be_open(roster: RosterImport) -> None:
    if roster.done_at:
        raise RuleBroken("import-done", at=roster.done_at)


def kept(problem: Problem) -> dict[str, Any]:
    """A remark as it is kept with the import and shown."""
    return asdict(problem) | {"level": problem.level}
