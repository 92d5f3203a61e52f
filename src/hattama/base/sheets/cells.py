"""A program of its own: a workbook on standard input, its cells as JSON lines out.

It imports nothing of Hattama, starts in a tenth of a second and may be killed by
its own limits; the exit status says why it gave up.
"""

import contextlib
import io
import json
import sys
import zipfile
from datetime import date, datetime, time, timedelta
from typing import IO

from python_calamine import (
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

LOCKED, TOO_LARGE, EMPTY, DECLARES = 3, 4, 5, 6
MAX_ROWS = 100_000
MAX_COLUMNS = 300
MEMORY = 320 * 1024 * 1024  # bytes of address space
PROCESSOR_SECONDS = 10
PROLOGUE = 4096  # bytes

Cell = int | float | str | bool | time | date | datetime | timedelta


def main(source: IO[bytes], target: IO[str]) -> int:
    """Read a workbook, write whether other sheets hold anything, then the rows."""
    limit_self()
    data = source.read()
    if declares_entities(data):
        return DECLARES
    try:
        workbook = CalamineWorkbook.from_object(io.BytesIO(data))
    except PasswordError:
        return LOCKED
    return write(filled_sheets(workbook), target)


def limit_self() -> None:
    """Set the limits where the system knows them; elsewhere the time-out remains."""
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def declares_entities(data: bytes) -> bool:
    """No spreadsheet program writes a DOCTYPE; billion-laughs files need one."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return False
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = [p for p in archive.namelist() if p.endswith((".xml", ".rels"))]
        return any(b"<!DOCTYPE" in archive.open(p).read(PROLOGUE) for p in parts)


def filled_sheets(workbook: CalamineWorkbook) -> list[CalamineSheet]:
    """The visible worksheets that have at least one cell."""
    shown = [
        sheet.name
        for sheet in workbook.sheets_metadata
        if sheet.typ == SheetTypeEnum.WorkSheet
        and sheet.visible == SheetVisibleEnum.Visible
    ]
    sheets = map(workbook.get_sheet_by_name, shown)
    return [sheet for sheet in sheets if sheet.height and sheet.width]


def write(sheets: list[CalamineSheet], target: IO[str]) -> int:
    if not sheets:
        return EMPTY
    sheet = sheets[0]
    last_row, last_column = sheet.end or (0, 0)  # from 0
    if last_row >= MAX_ROWS or last_column >= MAX_COLUMNS:
        return TOO_LARGE
    target.write(f"{json.dumps(len(sheets) > 1)}\n")
    for row in sheet.to_python(skip_empty_area=False):
        target.write(json.dumps([shown(cell) for cell in row]) + "\n")
    return 0


def shown(cell: Cell) -> str:
    """A cell as text: 50.0 as 50, a date in ISO form, a date-time without midnight."""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime) and cell.time() == time():
        return cell.date().isoformat()
    if isinstance(cell, date | time):
        return cell.isoformat()
    return str(cell)


if __name__ == "__main__":
    sys.exit(main(sys.stdin.buffer, sys.stdout))
