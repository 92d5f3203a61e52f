from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from hattama.base import files
from hattama.base.models import StoredFile
from hattama.core.rules import RuleBroken


def kept(data=b"%PDF-1.7 text", name="жұмыс.pdf", institution=1):
    return files.keep(
        institution=institution, name=name, data=data, kind="application/pdf"
    )


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.4", "application/pdf"),
        (b"PK\x03\x04", "application/zip"),
        (b"\x89PNG\r\n\x1a\n", "image/png"),
        (b"\xff\xd8\xff\xe0", "image/jpeg"),
        (b"\xd0\xcf\x11\xe0", "application/x-ole-storage"),
        (b"\x1aE\xdf\xa3", "video/webm"),
        (b"\x00\x00\x00\x18ftypmp42", "video/mp4"),
    ],
)
def test_the_content_says_what_a_file_is(data, kind):
    assert files.must_be_acceptable("any.txt", data) == kind


@pytest.mark.parametrize("data", [b"MZ\x90", b"<html>", b"#!/bin/sh", b" %PDF-1.4"])
def test_an_unknown_kind_is_refused_whatever_its_name(data):
    with pytest.raises(RuleBroken, match="file-kind-unknown"):
        files.must_be_acceptable("paper.pdf", data)


def test_an_empty_file_is_refused():
    with pytest.raises(RuleBroken, match="file-empty"):
        files.must_be_acceptable("paper.pdf", b"")


def test_a_file_past_the_limit_is_refused(settings):
    settings.UPLOAD_LIMIT = 2**20
    assert files.must_be_acceptable("a.pdf", b"%PDF-".ljust(2**20))
    with pytest.raises(RuleBroken, match="file-too-large") as refusal:
        files.must_be_acceptable("a.pdf", b"%PDF-".ljust(2**20 + 1))
    assert refusal.value.facts["limit_mb"] == 1


@pytest.mark.django_db
def test_a_kept_file_is_read_back(settings):
    file = kept()
    assert files.content(file) == b"%PDF-1.7 text"
    assert (file.name, file.size) == ("жұмыс.pdf", 13)
    paths = [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]
    assert [path.name for path in paths] == [file.sha256]


@pytest.mark.django_db
def test_the_same_content_lies_on_disk_once_an_institution(settings):
    assert kept().sha256 == kept(name="other.pdf").sha256
    kept(institution=2)
    paths = [path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()]
    assert len(paths) == 2
    assert StoredFile.objects.count() == 3


def test_many_keep_the_same_content_at_once(settings):
    for attempt in range(10):
        path = Path(settings.MEDIA_ROOT) / f"{attempt}"
        data = bytes([attempt]) * 2**21
        with ThreadPoolExecutor(4) as threads:
            list(threads.map(files._write_once, [path] * 4, [data] * 4))
        assert path.read_bytes() == data
    assert len(list(Path(settings.MEDIA_ROOT).iterdir())) == 10


@pytest.mark.django_db
def test_a_name_is_never_a_path(settings):
    file = kept(name="../../etc/passwd")
    assert "/" not in file.name
    assert files.content(file)


@pytest.mark.django_db
def test_a_file_is_served_as_a_download_that_no_browser_runs():
    answer = files.as_download(kept())
    assert b"".join(answer.streaming_content) == b"%PDF-1.7 text"
    assert answer["Content-Disposition"].startswith("attachment;")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "private, no-store"
    answer.close()
