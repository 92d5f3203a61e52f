import io
import sys
import zipfile
from datetime import date, datetime, time

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from hattama.base.messages import refusal
from hattama.base.sheets import Sheet, must_fit, read_sheet
from hattama.core.rules import RuleBroken

GRID = [
    ["ЖСН", "Тегі", "Аты", "Ескерту"],
    ["041231500009", "Іңкәрбеков", "Ерасыл", "бірінші, екінші; үшінші"],
    ["", "Ғұмарова", "Әйгерім Өміржанқызы", "жаңа\nжол"],
    ["990709300019", "Һашимов", "Қуаныш", 'ЖШС "Ұлан"'],
]
RUSSIAN = [["ИИН", "Фамилия"], ["041231500009", "Сергеев"]]
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
WORKSHEET = f'<worksheet xmlns="{MAIN}"><sheetData>{{}}</sheetData></worksheet>'
CELL = (
    '<row r="{row}"><c r="{column}{row}" t="inlineStr"><is><t>{text}</t></is></c></row>'
)


def text_table(grid, delimiter):
    def quoted(cell):
        return f'"{cell.replace(chr(34), chr(34) * 2)}"' if needs(cell) else cell

    def needs(cell):
        return any(sign in cell for sign in f'{delimiter}\n"')

    return "".join(delimiter.join(map(quoted, row)) + "\r\n" for row in grid)


def workbook(**sheets):
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    return saved(book)


def saved(book):
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def with_worksheet(xml):
    source = zipfile.ZipFile(io.BytesIO(workbook(a=[["x"]])))
    return packed(
        {name: source.read(name) for name in source.namelist()}
        | {"xl/worksheets/sheet1.xml": xml}
    )


def packed(parts):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def refused(data, name="list.xlsx", **options):
    with pytest.raises(RuleBroken) as broken:
        read_sheet(name, data, **options)
    said = refusal(broken.value)
    assert "%(" not in said.what + said.now
    return broken.value.code


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize(
    ("codec", "encoding", "mark"),
    [
        ("utf-8", "utf-8", b""),
        ("utf-8", "utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", "utf-16-le", b"\xff\xfe"),
        ("utf-16-be", "utf-16-be", b"\xfe\xff"),
        ("utf-16-le", "utf-16-le", b""),
        ("utf-16-be", "utf-16-be", b""),
        ("kz1048", "kz1048", b""),
    ],
)
def test_text_table_in_every_encoding(codec, encoding, mark, delimiter):
    data = mark + text_table(GRID, delimiter).encode(codec)
    expected = Sheet(GRID, "csv", encoding, delimiter)
    assert read_sheet("list.csv", data) == expected
    assert read_sheet("list.csv", data) == expected


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_russian_code_page(delimiter):
    data = text_table(RUSSIAN, delimiter).encode("cp1251")
    assert read_sheet("list.csv", data) == Sheet(RUSSIAN, "csv", "cp1251", delimiter)


def test_delimiter_is_the_even_one():
    text = "Список, группы, курсы\nФИО;Телефон, дом.;Топ\nКим, А.;1;2\nЦой;3;4\n"
    sheet = read_sheet("list.csv", text.encode())
    assert sheet.delimiter == ";"
    assert sheet.rows[2] == ["Ким, А.", "1", "2"]


def test_delimiter_told_by_the_file():
    sheet = read_sheet("list.csv", b"sep=;\r\na,b;c,d\r\ne,f;g,h\r\n")
    assert sheet.rows == [["a,b", "c,d"], ["e,f", "g,h"]]


def test_one_column():
    assert read_sheet("a.txt", "ФИО\nКим Анна\n".encode()).rows == [
        ["ФИО"],
        ["Ким Анна"],
    ]


def test_workbook_cells_become_texts():
    rows = [
        ["ИИН", "Балл", "Туған күні", "Уақыты", "Иә"],
        [41231500009, 50.0, date(2004, 12, 31), time(9, 30), True],
        ["041231500009", 50.5, datetime(2004, 12, 31, 9, 30), None, False],  # noqa: DTZ001
    ]
    sheet = read_sheet("list.xlsx", workbook(Тізім=rows))
    assert sheet == Sheet(
        [
            rows[0],
            ["41231500009", "50", "2004-12-31", "09:30:00", "True"],
            ["041231500009", "50.5", "2004-12-31T09:30:00", "", "False"],
        ],
        "xlsx",
    )


def test_rows_keep_the_numbers_of_the_spreadsheet():
    book = openpyxl.Workbook()
    book.active["B3"] = "ФИО"
    assert read_sheet("a.xlsx", saved(book)).rows == [["", ""], ["", ""], ["", "ФИО"]]


def test_first_visible_sheet_with_cells():
    book = openpyxl.Workbook()
    book.active.title = "Бос"
    hidden = book.create_sheet("Жасырын")
    hidden.append(["құпия"])
    hidden.sheet_state = "hidden"
    book.create_sheet("Тізім").append(["ФИО"])
    assert read_sheet("a.xlsx", saved(book)) == Sheet([["ФИО"]], "xlsx")
    book.create_sheet("Тағы").append(["ФИО"])
    assert read_sheet("a.xlsx", saved(book)).warnings == ("other-sheets",)


def test_open_document():
    names = "office table text"
    spaces = " ".join(
        f'xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{n}:1.0"'
        for n in names.split()
    )
    cell = (
        '<table:table-cell office:value-type="string"><text:p>{}</text:p>'
        "</table:table-cell>"
    )
    end = (
        '<table:table-row table:number-rows-repeated="1048570">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    xml = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet>"
        '<table:table table:name="Тізім"><table:table-row>'
        f"{cell.format('ФИО')}{cell.format('Топ')}</table:table-row>{end}"
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    )
    mimetype = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>'
    )
    data = packed(
        {"mimetype": mimetype, "content.xml": xml, "META-INF/manifest.xml": manifest}
    )
    assert read_sheet("a.ods", data) == Sheet([["ФИО", "Топ"]], "ods")


def test_content_decides_and_not_the_name():
    data = workbook(a=[["ФИО"], ["Ким Анна"]])
    assert read_sheet("list.csv", data).kind == "xlsx"
    assert read_sheet("list.xlsx", "ФИО;Топ\nКим;1\n".encode()).kind == "csv"


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n",
        b"\x89PNG\r\n\x1a\n",
        b"MZ\x90\x00\x03",
        b"\x7fELF\x02\x01\x01",
        b"<!DOCTYPE html><table><tr><td>1</td></tr></table>",
        b"  <html><body></body></html>",
        b"a;b\n\x01\x02\x03",
        packed({"users.csv": "username\n"}),
        packed({"word/document.xml": "<document/>"}),
    ],
)
def test_other_kinds_of_files(data):
    assert refused(data, "list.csv") == "sheet-file-unknown"


def test_empty_things():
    assert refused(b"") == "sheet-file-empty"
    assert refused(b" \r\n\t") == "sheet-file-empty"
    assert refused(b";;;\n;;;\n") == "sheet-empty"
    assert refused(workbook(a=[])) == "sheet-empty"


def test_size_is_judged_before_reading():
    assert refused(b"a;b\n" * 10, limit=39) == "sheet-file-too-large"
    assert read_sheet("a.csv", b"a;b\n" * 10, limit=40).kind == "csv"
    with pytest.raises(RuleBroken, match="sheet-file-too-large"):
        must_fit("a.csv", 100 * 1024 * 1024)


def test_open_quotation_mark_loses_no_row_silently():
    assert refused(b'a;b\n"c;d\ne;f\n') == "sheet-line-unreadable"


def test_endless_tables():
    assert refused(b"a;b\n" * 100_001) == "sheet-too-long"
    assert refused(b";".join([b"a"] * 301) + b"\n") == "sheet-too-long"
    assert refused(b";" * 200_000) == "sheet-line-unreadable"
    assert refused(workbook(a=[["x"] * 301])) == "sheet-too-long"
    assert len(read_sheet("a.xlsx", workbook(a=[["x"] * 300])).rows[0]) == 300


def test_damaged_workbooks():
    whole = workbook(a=[["x"]])
    assert refused(whole[: len(whole) // 2]) == "sheet-damaged"
    assert refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 9) == (
        "sheet-damaged"
    )
    assert refused(with_worksheet("<worksheet><sheetData>")) in {
        "sheet-damaged",
        "sheet-empty",
    }


def test_workbook_behind_a_password():
    entry = "EncryptedPackage".encode("utf-16-le")
    assert refused(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + entry) == "sheet-locked"


def test_bomb_by_what_it_says_of_itself():
    spaces = " " * (160 * 1024 * 1024)
    assert refused(with_worksheet(WORKSHEET.format(spaces))) == (
        "sheet-unpacks-too-large"
    )


def test_bomb_that_lies_about_its_size():
    data = with_worksheet(WORKSHEET.format("<row/>" * 1_000_000))
    size = len(WORKSHEET.format("<row/>" * 1_000_000)).to_bytes(4, "little")
    assert data.count(size) == 2
    assert refused(data.replace(size, (500).to_bytes(4, "little"))) == "sheet-damaged"


# Only Linux keeps a process to its memory; elsewhere the sheet is built, then refused.
FAR = "sheet-damaged" if sys.platform == "linux" else "sheet-too-long"


@pytest.mark.parametrize(
    ("column", "row", "code"), [("XFD", 1048576, "sheet-damaged"), ("ZZ", 90000, FAR)]
)
def test_one_cell_far_away(column, row, code):
    cells = CELL.format(row=1, column="A", text="x")
    cells += CELL.format(row=row, column=column, text="x")
    assert refused(with_worksheet(WORKSHEET.format(cells))) == code


def test_billion_laughs():
    lower = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    doctype = f'<!DOCTYPE l [<!ENTITY l0 "ha">{lower}]>'
    cells = CELL.format(row=1, column="A", text="&l9;")
    assert refused(with_worksheet(doctype + WORKSHEET.format(cells))) == "sheet-damaged"


def test_deep_nesting():
    assert refused(with_worksheet(WORKSHEET.format("<a>" * 200_000))) in {
        "sheet-damaged",
        "sheet-empty",
    }


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data):
    try:
        sheet = read_sheet("any", data)
    except RuleBroken as broken:
        refusal(broken)
    else:
        assert all(isinstance(cell, str) for row in sheet.rows for cell in row)


@given(st.text(min_size=1, max_size=200), st.sampled_from(["utf-8", "utf-16"]))
def test_any_text_is_read_or_refused(text, encoding):
    try:
        read_sheet("any", text.encode(encoding))
    except RuleBroken as broken:
        refusal(broken)
