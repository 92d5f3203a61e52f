"""A spreadsheet or a text table, told apart by content and never by its name."""

import re
from dataclasses import dataclass

from hattama.base.sheets.text import decode, guess_delimiter, split_rows
from hattama.base.sheets.workbook import must_unpack_small, read_workbook
from hattama.core.rules import RuleBroken

LIMIT = 20 * 1024 * 1024  # bytes

SIGNATURES = {
    b"%PDF": "PDF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"GIF8": "GIF",
    b"MZ": "EXE",
    b"\x7fELF": "ELF",
    b"Rar!": "RAR",
    b"7z\xbc\xaf": "7-Zip",
    b"\x1f\x8b": "GZIP",
    b"{\\rtf": "RTF",
}
ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")  # a workbook behind a password


@dataclass(frozen=True)
class Sheet:
    """The first visible sheet that holds anything; all cells are texts.

    `rows` begins with the sheet's first row, so index + 1 is the number that a
    spreadsheet shows. `encoding` and `delimiter` are empty for workbooks; `kind` is
    csv, xlsx, xlsb, xls or ods; `warnings` are codes (`other-sheets`).
    """

    rows: list[list[str]]
    kind: str
    encoding: str = ""
    delimiter: str = ""
    warnings: tuple[str, ...] = ()


def must_fit(name: str, size: int, limit: int = LIMIT) -> None:
    """Refuse by size in bytes, before anything is read: `sheet-file-too-large`."""
    if size > limit:
        raise RuleBroken("sheet-file-too-large", name=name, limit_mb=limit // 1024**2)


def read_sheet(name: str, data: bytes, limit: int = LIMIT) -> Sheet:
    """Read an uploaded file of any sort.

    Raises:
        RuleBroken: `sheet-file-too-large`, `sheet-file-empty`, `sheet-file-unknown`,
            `sheet-unpacks-too-large`, `sheet-locked`, `sheet-damaged`,
            `sheet-line-unreadable`, `sheet-too-long`, `sheet-empty`.
    """
    must_fit(name, len(data), limit)
    if not data.strip():
        raise RuleBroken("sheet-file-empty", name=name)
    sheet = _read(name, data)
    if not any(cell.strip() for row in sheet.rows for cell in row):
        raise RuleBroken("sheet-empty", name=name)
    return sheet


def _read(name: str, data: bytes) -> Sheet:
    if data.startswith(ZIP):
        kind = must_unpack_small(name, data)
    elif data.startswith(OLE):
        kind = _must_be_open(name, data)
    else:
        return _read_text(name, data)
    rows, others = read_workbook(name, data)
    return Sheet(rows, kind, warnings=("other-sheets",) if others else ())


def _must_be_open(name: str, data: bytes) -> str:
    if ENCRYPTED in data:
        raise RuleBroken("sheet-locked", name=name)
    return "xls"


def _read_text(name: str, data: bytes) -> Sheet:
    for signature, found in SIGNATURES.items():
        if data.startswith(signature):
            raise RuleBroken("sheet-file-unknown", name=name, found=found)
    text, encoding = decode(name, data)
    if re.match(r"\s*<[!?a-zA-Z]", text):
        raise RuleBroken("sheet-file-unknown", name=name, found="HTML")
    delimiter = guess_delimiter(text)
    return Sheet(split_rows(name, text, delimiter), "csv", encoding, delimiter)
