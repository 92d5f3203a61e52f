"""The pages of an import: hand in, columns, preview, confirm, refused rows."""

import io
import re
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook
from tests.people.roster import ROWS, begin, csv

from hattama.people.models import Person, RosterImport


def hand_in(client, data, name="list.csv", kind="students"):
    file = SimpleUploadedFile(name, data)
    return client.post(reverse("begin_import"), {"kind": kind, "file": file})


def hidden(page):
    found = re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', page)
    return dict(found)


def test_from_the_file_to_the_list(cast, signed_in):
    client = signed_in(cast.zarina)
    answer = hand_in(client, csv(*ROWS))
    roster = RosterImport.objects.get()
    columns = reverse("map_columns", args=[roster.pk])
    assert answer.headers["Location"] == columns
    page = client.get(columns).content.decode()
    assert "Жанар" in page
    guessed = re.findall(
        r'name="column-(\d)"[^>]*>.*?value="(\w+)" selected', page, re.S
    )
    assert guessed[0] == ("0", "iin")
    chosen = {f"column-{place}": field for place, field in guessed}
    answer = client.post(columns, chosen)
    preview = reverse("preview_import", args=[roster.pk])
    assert answer.headers["Location"] == preview
    form = hidden(client.get(preview).content.decode())
    assert form["added"] == "2"
    confirm = reverse("confirm_import", args=[roster.pk])
    for _twice in range(2):
        assert client.post(confirm, form).headers["Location"] == preview
    assert Person.objects.filter(student__isnull=False, given="Жанар").count() == 1
    fresh = {**form, "once": "8b0ab3b1-6f6f-4c52-9d9e-3a4c6f2f8f11"}
    assert client.post(confirm, fresh).status_code == 409


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("list.xlsx", b"%PDF-1.7 ...", "sheet-file-unknown"),
        ("list.csv", b"<html><table></table></html>", "sheet-file-unknown"),
        ("list.csv", b" ", "sheet-file-empty"),
        ("list.xlsx", b"PK\x03\x04 broken", "sheet-damaged"),
    ],
)
def test_other_files_are_refused(cast, signed_in, name, data, code):
    answer = hand_in(signed_in(cast.zarina), data, name)
    assert answer.status_code == 409
    assert f'data-code="{code}"' in answer.content.decode()
    assert not RosterImport.objects.exists()


def test_a_hundred_megabytes_are_refused_unread(cast, signed_in):
    answer = hand_in(signed_in(cast.zarina), bytes(100 * 1024 * 1024))
    assert answer.status_code == 409
    assert 'data-code="sheet-file-too-large"' in answer.content.decode()


def test_a_zip_that_is_no_workbook_is_refused(cast, signed_in):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "a")
    answer = hand_in(signed_in(cast.zarina), out.getvalue(), "list.xlsx")
    assert answer.status_code == 409


def test_refused_rows_come_back_as_a_workbook_with_reasons(cast, signed_in):
    client = signed_in(cast.zarina)
    hand_in(client, csv(ROWS[0], ";Сәрсен;=1+1;;ИС-22;;;"))
    roster = RosterImport.objects.get()
    answer = client.get(reverse("export_refused", args=[roster.pk]))
    sheet = load_workbook(io.BytesIO(answer.content)).active
    rows = list(sheet.iter_rows(values_only=True))
    assert len(rows) == 2
    assert rows[1][1:3] == ("Сәрсен", "=1+1")
    assert sheet["C2"].data_type == "s"
    assert rows[1][-2] == 3
    assert rows[1][-1]


def test_a_list_that_changes_nothing_says_so_and_offers_no_import(cast, signed_in):
    client = signed_in(cast.zarina)
    roster = begin(cast, csv("Сәрсенова;Айгерім;ИС-22", heading="Тегі;Аты;Топ"))
    page = client.get(reverse("preview_import", args=[roster.pk]))
    assert reverse("confirm_import", args=[roster.pk]) not in page.content.decode()


PAGES = ["map_columns", "preview_import", "export_refused"]


@pytest.mark.parametrize("page", [*PAGES, "confirm_import"])
def test_imports_are_for_record_keepers(cast, signed_in, page):
    roster = begin(cast, csv(*ROWS))
    url = reverse(page, args=[roster.pk])
    for who in cast.others("zarina", "gulnar"):
        expected = 403 if who == cast.rustem else 404
        client = signed_in(who)
        ask = client.post if page == "confirm_import" else client.get
        assert (who.given, ask(url).status_code) == (who.given, expected)
    assert Person.objects.filter(given="Жанар").count() == 0
