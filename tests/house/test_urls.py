"""Every address, asked by everybody: never an error, never another's things."""

import pytest
from django.test import Client

from hattama.base import clock
from hattama.cli.paths import ROOT
from hattama.final.actions.applications import lodge_application
from hattama.final.models import Commission, Hearing, Seat
from hattama.people.actions.roster import begin_import
from hattama.people.models import Institution, Post
from tests.house.addresses import addresses, is_deed, patterns, takes_posts
from tests.house.reading import Page, complaints

OFFICES = ("head", "vice_head", "dean", "department_head", "registrar", "curator")
OFFICES += ("inspector", "administrator", "teacher")
POSTERS = ("head", "dean", "registrar", "administrator", "chair", "secretary")
POSTERS += ("student", "stranger")
SEATS = ("chair", "member", "secretary")
PUBLIC = {
    "choose_theme",
    "check_document",
    "find_document",
    "public_document_file",
    "confirm_by_link",
    "home",
    "help_pages",
    "help_page",
    "public_site",
    "public_procedure",
    "public_programme",
}
# A choice in a cookie or the session; and an appeal, whose refusal must stay on record
# outside of the deed that was rolled back.
WITHOUT_DEED = {"choose_theme", "choose_person", "lodge_appeal"}
ANSWERS = {200, 204, 302, 400, 403, 404, 405, 409, 422}


def person(institution, role):
    if role in SEATS:
        commission = Commission.objects.filter(campaign__institution=institution)[0]
        return Seat.objects.filter(commission=commission, role=role)[0].person
    if role == "student":
        hearings = Hearing.objects.filter(
            candidate__commission__campaign__institution=institution
        )
        return hearings[0].candidate.student.person
    return Post.objects.filter(person__institution=institution, office=role)[0].person


def client_of(somebody, language="kk"):
    client = Client(
        raise_request_exception=False, headers={"accept-language": language}
    )
    if somebody:
        client.force_login(
            somebody.user, backend="allauth.account.auth_backends.AuthenticationBackend"
        )
    return client


@pytest.fixture
def university(town):
    return Institution.objects.get(slug="university")


@pytest.fixture
def paths(university):
    """Give every address; what the demo lacks is added."""
    list_ = (ROOT / "tests/data/rosters/students_example_kk.csv").read_bytes()
    begin_import(
        institution=university,
        kind="students",
        name="list.csv",
        data=list_,
        by=person(university, "registrar"),
        now=clock.now(),
    )
    waiting = Hearing.objects.filter(
        sitting__commission__campaign__institution=university, outcome="waiting"
    )
    lodge_application(
        hearing=waiting.first(),
        kind="absence",
        text="Сырқаттанып қалдым.",
        evidence=("paper.pdf", b"%PDF-1.4 paper"),
        medical=True,
        now=clock.now(),
    )
    return addresses(university)


@pytest.mark.parametrize("role", [*OFFICES, *SEATS, "student"])
def test_no_address_fails_and_every_page_is_sound(university, paths, role):
    client = client_of(person(university, role), "ru")
    found = {name: faults(asked(client, path)) for name, path in paths.items()}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


def asked(client, path):
    """Ask for a page; a file is let go of unread."""
    response = client.get(path)
    if response.streaming:
        response.close()
    return response


def faults(response):
    if response.status_code not in ANSWERS:
        return [response.status_code, repr(getattr(response, "exc_info", [0, 0])[1])]
    if "html" not in response.headers.get("Content-Type", ""):
        return []
    policy = response.headers.get("Content-Security-Policy", "")
    found = [] if "default-src 'self'" in policy else ["no policy"]
    if "unsafe-inline" in policy:
        found.append("unsafe-inline")
    html = response.content.decode()
    return found + (complaints(html) if "<html" in html else fragment(html))


def fragment(html):
    return [f"inline {what}" for what in Page(html).inline]


@pytest.mark.norm("he-attestation-2020/p49")
def test_a_stranger_sees_what_is_public_and_nothing_else(paths):
    client = client_of(None)
    seen = {name for name, path in paths.items() if is_shown(asked(client, path))}
    assert seen == PUBLIC & paths.keys() - {"choose_theme"}


def is_shown(response):
    login = response.status_code == 302 and "/account/login" in response["Location"]
    assert login or response.status_code in ANSWERS - {302, 403}
    return response.status_code == 200


@pytest.mark.parametrize("role", ["head", "administrator", "secretary", "student"])
def test_another_institution_is_never_seen(paths, role):
    other = Institution.objects.get(slug="college")
    client = client_of(person(other, role))
    names = {name for name, route, _view in patterns() if "<int:pk>" in route}
    seen = [
        name
        for name in sorted(names - PUBLIC)
        if asked(client, paths[name]).status_code not in (404, 405)
    ]
    assert seen == []


@pytest.mark.parametrize(
    "role",
    [
        "head",
        "dean",
        "registrar",
        "administrator",
        "chair",
        "secretary",
        "student",
        "stranger",
    ],
)
def test_an_empty_form_does_nothing_and_fails_nowhere(university, paths, role):
    somebody = None if role == "stranger" else person(university, role)
    client = client_of(somebody)
    posts = [name for name, _route, view in patterns() if takes_posts(view)]
    found = {name: faults(client.post(paths[name])) for name in posts}
    assert {name: wrong for name, wrong in found.items() if wrong} == {}


@pytest.mark.parametrize("role", ["head", "secretary", "student"])
def test_another_institutions_forms_are_refused(paths, role):
    client = client_of(person(Institution.objects.get(slug="college"), role))
    for name, route, view in patterns():
        if takes_posts(view) and "<int:pk>" in route:
            assert client.post(paths[name]).status_code in (404, 405), name


def test_every_posting_view_is_a_deed():
    assert [
        name
        for name, _route, view in patterns()
        if takes_posts(view) and not is_deed(view) and name not in WITHOUT_DEED
    ] == []


def test_names_are_unique_and_those_of_the_views():
    names = [name for name, _route, _view in patterns()]
    assert len(names) == len(set(names))
    assert [
        (name, view.__name__) for name, _r, view in patterns() if name != view.__name__
    ] == []
