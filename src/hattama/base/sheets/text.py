"""Text tables: which encoding, which delimiter, which cells."""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

from hattama.core.rules import RuleBroken

MAX_ROWS = 100_000
MAX_COLUMNS = 300
MOST = {"rows": MAX_ROWS, "columns": MAX_COLUMNS}
MAX_LINE = 100_000  # characters
SAMPLE = 64 * 1024  # characters
DELIMITERS = ";,\t|"

BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
BINARY = re.compile(r"[\x00-\x08\x0e-\x1f\ufffe\uffff]")


def decode(name: str, data: bytes) -> tuple[str, str]:
    """Text and the name of its encoding, or `sheet-file-unknown`."""
    for mark, encoding in BYTE_ORDER_MARKS.items():
        if data.startswith(mark):
            return _decode(name, data.removeprefix(mark), encoding), encoding
    encoding = _guess_encoding(data)
    return _decode(name, data, encoding), encoding


def _guess_encoding(data: bytes) -> str:
    if b"\x00" in data:
        # delimiters and line ends are ASCII: their zero byte tells the byte order
        odd = data[1::2].count(0) >= data[::2].count(0)
        return "utf-16-le" if odd else "utf-16-be"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _guess_code_page(data)
    return "utf-8"


def _guess_code_page(data: bytes) -> str:
    """Where the two pages differ, kz1048 has Қ Ә Ұ and cp1251 has Ќ Ј Ў.

    Nobody in Kazakhstan writes the latter, so one such byte decides; without one
    both pages read the same text.
    """
    kazakh = data.decode("kz1048", "replace")
    russian = data.decode("cp1251", "replace")
    return "cp1251" if kazakh == russian else "kz1048"


def _decode(name: str, data: bytes, encoding: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        raise RuleBroken("sheet-file-unknown", name=name, found="?") from None
    if BINARY.search(text):
        raise RuleBroken("sheet-file-unknown", name=name, found="?")
    return text


def guess_delimiter(text: str) -> str:
    """The sign that cuts most rows into the same number of cells, more cells first."""
    told = re.match(r'"?sep=([;,\t|])', text)
    if told:
        return told[1]
    sample = text[:SAMPLE]
    return max(DELIMITERS, key=lambda delimiter: _evenness(sample, delimiter))


def _evenness(sample: str, delimiter: str) -> tuple[int, int]:
    try:
        widths = [
            len(row)
            for row in csv.reader(_lines(sample), delimiter=delimiter)
            if len(row) > 1
        ]
    except csv.Error:
        widths = []
    if not widths:
        return 0, 0
    width, times = max(Counter(widths).items(), key=lambda item: (item[1], item[0]))
    return times, width


def split_rows(name: str, text: str, delimiter: str) -> list[list[str]]:
    """The grid, or `sheet-line-unreadable` (an open quote) or `sheet-too-long`."""
    rows: list[list[str]] = []
    text = re.sub(r'\A"?sep=[;,\t|]"?\r?\n?', "", text)
    reader = csv.reader(_lines(text), delimiter=delimiter, strict=True)
    try:
        for row in reader:
            if len(rows) == MAX_ROWS or len(row) > MAX_COLUMNS:
                raise RuleBroken("sheet-too-long", name=name, **MOST)
            rows.append(row)
    except csv.Error:
        raise RuleBroken(
            "sheet-line-unreadable", name=name, line=reader.line_num
        ) from None
    return rows


def _lines(text: str) -> Iterator[str]:
    lines = io.StringIO(text, newline="")
    while line := lines.readline(MAX_LINE):
        if len(line) == MAX_LINE:
            raise csv.Error
        yield line
