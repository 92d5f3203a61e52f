"""Headers, cookies, downloads and logs."""

import logging
import os
import subprocess
import sys

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hattama.cli.paths import ROOT
from hattama.final.models import PackPart
from hattama.people.models import Institution, Person
from tests.house.test_urls import client_of, person

SETTINGS = (
    "SESSION_COOKIE_SECURE",
    "CSRF_COOKIE_SECURE",
    "LANGUAGE_COOKIE_SECURE",
    "SESSION_COOKIE_HTTPONLY",
    "CSRF_COOKIE_HTTPONLY",
    "SECURE_HSTS_SECONDS",
)


TELL = (
    "from hattama.site import settings;"
    f"print([bool(getattr(settings, name)) for name in {SETTINGS}])"
)


def told_by_settings(tmp_path, address):
    given = {"PYTHONPATH": "src", "HATTAMA_DATA": str(tmp_path), "HATTAMA_URL": address}
    done = subprocess.run(
        [sys.executable, "-c", TELL],
        cwd=ROOT,
        env=os.environ | given,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()


def test_cookies_are_secure_where_the_address_is(tmp_path):
    told = told_by_settings(tmp_path, "https://example.org")
    assert told == str([True] * len(SETTINGS))
    told = told_by_settings(tmp_path, "http://127.0.0.1:8000")
    assert told == str([False, False, False, True, True, False])


@pytest.mark.parametrize("path", ["/", "/account/login/", "/at/university/", "/none/"])
def test_every_page_says_what_it_may_load_and_who_may_frame_it(town, path):
    headers = client_of(None).get(path).headers
    policy = headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Frame-Options"] == "DENY"


def test_what_was_handed_in_comes_back_as_a_download(town):
    university = Institution.objects.get(slug="university")
    part = PackPart.objects.filter(
        candidate__attestation__campaign__institution=university
    ).first()
    client = client_of(person(university, "secretary"))
    answer = client.get(f"/final/pack-parts/{part.pk}/")
    answer.close()
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer.headers["Cache-Control"]


def test_logs_name_no_number_and_no_answer(town, caplog):
    university = Institution.objects.get(slug="university")
    caplog.set_level(logging.DEBUG)
    registrar = client_of(person(university, "registrar"))
    roster = (ROOT / "tests/data/rosters/students_example_kk.csv").read_bytes()
    file = SimpleUploadedFile("list.csv", roster)
    registrar.post("/people/imports/new/", {"kind": "students", "file": file})
    chair = person(university, "chair")
    client_of(chair).post("/final/sittings/1/do/ask-question/", {"text": "ҚҰПИЯ-сұрақ"})
    said = "\n".join(
        record.getMessage()
        for record in caplog.records
        if not record.name.startswith("django.db")  # statements, never kept by us
    )
    numbers = Person.objects.exclude(iin="").values_list("iin", flat=True)
    assert [iin for iin in numbers if iin in said] == []
    assert "320724505600" not in said
    assert "ҚҰПИЯ" not in said
