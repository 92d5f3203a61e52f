"""Workbooks: looked at from outside, then opened in a process that may die.

A hostile workbook can make any parser ask for all memory there is (one cell in the
last corner of a sheet is enough), so `cells.py` runs with limits of its own.
"""

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

from hattama.base.sheets import cells
from hattama.core.rules import RuleBroken

MAX_UNPACKED = 150 * 1024 * 1024  # bytes
MAX_PARTS = 2_000
SECONDS = 20

KINDS = {
    "xl/workbook.xml": "xlsx",
    "xl/workbook.bin": "xlsb",
    "content.xml": "ods",
}
REFUSALS = {
    cells.LOCKED: "sheet-locked",
    cells.TOO_LARGE: "sheet-too-long",
    cells.EMPTY: "sheet-empty",
}


def must_unpack_small(name: str, data: bytes) -> str:
    """The kind of a zipped workbook, or a refusal before it is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _must_be_workbook(name, archive)
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError):
        raise RuleBroken("sheet-damaged", name=name) from None


def _must_be_workbook(name: str, archive: zipfile.ZipFile) -> str:
    parts = archive.infolist()
    if len(parts) > MAX_PARTS or sum(p.file_size for p in parts) > MAX_UNPACKED:
        raise RuleBroken(
            "sheet-unpacks-too-large", name=name, limit_mb=MAX_UNPACKED // 1024**2
        )
    names = {part.filename for part in parts}
    for marker, kind in KINDS.items():
        if marker in names:
            return kind
    raise RuleBroken("sheet-file-unknown", name=name, found="ZIP")


def read_workbook(name: str, data: bytes) -> tuple[list[list[str]], bool]:
    """The first visible sheet that holds anything, and whether others do too."""
    try:
        reading = subprocess.run(  # noqa: S603 - our own file, no argument from outside
            [sys.executable, "-I", str(Path(cells.__file__))],
            input=data,
            capture_output=True,
            timeout=SECONDS,
        )
    except subprocess.TimeoutExpired:
        raise RuleBroken("sheet-damaged", name=name) from None
    if reading.returncode:
        code = REFUSALS.get(reading.returncode, "sheet-damaged")
        facts = {"rows": cells.MAX_ROWS, "columns": cells.MAX_COLUMNS}
        raise RuleBroken(code, name=name, **facts)
    others, *rows = map(json.loads, reading.stdout.splitlines())
    return rows, others
