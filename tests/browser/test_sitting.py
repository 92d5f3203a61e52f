"""A sitting run to its end in the browser, and what its live pages do."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from hattama.core.sitting import commands as c
from hattama.core.sitting import fold
from hattama.final import live
from hattama.final.queries.log import events, state_of
from tests import cast as people
from tests import make
from tests.browser.conftest import wait_until
from tests.final.run import Run

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@pytest.fixture
def cast(live_url):
    return people.gathered()


@pytest.fixture
def sitting(cast):
    starts = timezone.now() - timedelta(minutes=30)
    return make.sitting(cast.commission, cast.candidates, starts_at=starts)


@pytest.fixture
def seat(browser, live_url):
    """Give a page at which a person is signed in, with scripts or without."""
    contexts = []

    def seat(person, *, scripts=False):
        client = Client()
        client.force_login(person.user, backend=BACKEND)
        context = browser.new_context(java_script_enabled=scripts)
        context.add_cookies(
            [
                {"name": name, "value": value, "url": live_url}
                for name, value in (
                    ("sessionid", client.cookies["sessionid"].value),
                    ("django_language", "en"),
                )
            ]
        )
        contexts.append(context)
        return context.new_page()

    yield seat
    for context in contexts:
        context.close()


def address(live_url, name, sitting):
    return live_url + reverse(name, args=[sitting.pk])


def press(page, label):
    page.get_by_role("button", name=label, exact=True).first.click()


def fill_in(page, label, **fields):
    """Open a deed's form, fill it in and send it."""
    deed = page.locator("details.deed", has=page.get_by_text(label, exact=True)).first
    deed.locator("summary").click()
    for name, value in fields.items():
        deed.locator(f"[name={name}]").fill(value)
    deed.get_by_role("button", name=label, exact=True).click()


def reloaded(page):
    page.reload()
    return page


def vote(page, choice):
    reloaded(page).get_by_label(choice, exact=True).check()
    page.locator("#vote-confirm summary").click()
    press(page, "Yes, hand in my form")


def test_a_defence_without_scripts(live_url, cast, sitting, seat):
    secretary, chair = seat(cast.saule), seat(cast.daniyar)
    members = [seat(cast.marat), seat(cast.olzhas)]
    dean, student = seat(cast.gulnar), seat(cast.aigerim)
    secretary.goto(address(live_url, "sitting", sitting))
    press(secretary, "Convene the sitting")
    for page in (chair, *members, student):
        page.goto(address(live_url, "sitting", sitting))
        press(page, "Enter the room")
    dean.goto(address(live_url, "sitting", sitting))
    for _ in range(3):
        dean.locator("details.deed", has_text="Identified").first.locator(
            "summary"
        ).click()
        dean.locator("details[open]").get_by_role(
            "button", name="Identified", exact=True
        ).click()
    press(reloaded(secretary), "Open the sitting")
    secretary.get_by_label("The original of the document was shown").first.check()
    for label in (
        "Identified",
        "Call the student",
        "The room was shown, nothing foreign",
        "Begin: announcement",
        "Begin: talk",
        "Begin: questions",
    ):
        press(secretary, label)
    members[0].reload()
    members[0].locator("[name=text]").fill("Why this model?")
    press(members[0], "Ask a question")
    fill_in(reloaded(secretary), "Answered")
    fill_in(secretary, "Leave out: reviews", reason="handed out before")
    fill_in(secretary, "Leave out: reply", reason="no remarks")
    press(secretary, "Begin: closed discussion")
    press(secretary, "Open the vote: the grade")
    for page in (chair, *members):
        vote(page, "A")
    press(reloaded(secretary), "Close the vote and count: the grade")
    press(secretary, "Open the vote: the degree")
    for page in (chair, *members):
        vote(page, "award the degree")
    secretary.reload()
    secretary.get_by_label("The chair was told").first.check()
    press(secretary, "Close the vote and count: the degree")
    press(reloaded(chair), "Announce the result")
    press(reloaded(secretary), "Did not appear")
    press(secretary, "Close the sitting")
    student.reload()
    assert student.locator(".receipt .figure").inner_text() == "A"
    state = state_of(sitting)
    assert state.closed
    assert state == fold(events(sitting))


def test_an_open_page_follows_the_log(live_url, cast, sitting, seat):
    run = Run(cast, sitting).open()
    page = seat(cast.saule, scripts=True)
    page.goto(address(live_url, "sitting_console", sitting))
    page.locator("[data-live-sign][data-state=live]").wait_for()
    run.now = timezone.now()
    run.give(c.IdentifyStudent(cast.saule.key, run.hearings[0], "document", True), 0)
    page.get_by_role("button", name="Call the student").wait_for()


def test_who_types_keeps_the_words_while_others_act(live_url, cast, sitting, seat):
    run = Run(cast, sitting).open()
    page = seat(cast.saule, scripts=True)
    page.goto(address(live_url, "sitting_console", sitting))
    page.locator("[data-live-sign][data-state=live]").wait_for()
    page.get_by_text("Note a breach of academic integrity").first.click()
    page.locator("details[open] [name=what]").fill("a second voice")
    run.now = timezone.now()
    run.give(c.LeaveSitting(cast.bolat.key, cast.bolat.key), 0)
    page.locator("#log").get_by_text("leaves the room").wait_for()
    assert page.locator("details[open] [name=what]").input_value() == "a second voice"


def test_a_lost_page_is_noted_and_its_return_too(
    live_url, cast, sitting, seat, monkeypatch
):
    monkeypatch.setattr(live, "GRACE", 0.2)
    Run(cast, sitting).open()
    page = seat(cast.marat, scripts=True)
    page.goto(address(live_url, "sitting_bench", sitting))
    page.locator("[data-live-sign][data-state=live]").wait_for()
    page.goto(f"{live_url}/static/base/css/hattama.css")
    wait_until(lambda: cast.marat.key not in state_of(sitting).present)
    assert events(sitting)[-1].lost is True
    page.goto(address(live_url, "sitting_bench", sitting))
    wait_until(lambda: cast.marat.key in state_of(sitting).present)


def test_a_second_page_of_the_same_person_keeps_them_here(
    live_url, cast, sitting, seat, monkeypatch
):
    monkeypatch.setattr(live, "GRACE", 0.2)
    Run(cast, sitting).open()
    kept, closed = (seat(cast.marat, scripts=True) for _ in range(2))
    for page in (kept, closed):
        page.goto(address(live_url, "sitting_bench", sitting))
        page.locator("[data-live-sign][data-state=live]").wait_for()
    closed.goto(f"{live_url}/static/base/css/hattama.css")
    closed.wait_for_timeout(800)
    assert cast.marat.key in state_of(sitting).present
