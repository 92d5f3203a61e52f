"""A real server and a real Chromium."""

import asyncio
import socket
import threading
import time
from contextlib import contextmanager

import pytest
import uvicorn
from django.test import Client
from playwright._impl import _sync_base
from playwright.sync_api import sync_playwright

from hattama.cli.test import chromium

PATIENCE = 10_000  # milliseconds for what should be there
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture
def live_url(transactional_db):
    """The address of a server over this test's own database, in this very process.

    It shares the process's bell: a deed called by the test rings on the open pages.
    """
    with socket.create_server(("127.0.0.1", 0)) as door:
        server = uvicorn.Server(
            uvicorn.Config(
                "hattama.site.asgi:application", lifespan="off", log_level="warning"
            )
        )
        thread = threading.Thread(target=server.run, kwargs={"sockets": [door]})
        thread.start()
        wait_until(lambda: server.started or not thread.is_alive())
        yield f"http://127.0.0.1:{door.getsockname()[1]}"
        server.should_exit = server.force_exit = True
        thread.join()


def wait_until(happened):
    while not happened():
        time.sleep(0.01)


@pytest.fixture(scope="session")
def browser():
    """Chromium, one for all tests; each takes its own context."""
    with sync_playwright() as playwright, loop_apart():
        yield playwright.chromium.launch(
            executable_path=chromium.in_path(), args=list(FLAGS)
        )


@contextmanager
def loop_apart():
    """Let a test use Django while Playwright is open.

    Playwright runs its event loop under the test's feet and leaves it marked as the
    thread's running one, so Django would take the test itself for async code. Here
    the loop is the running one only while Playwright has the word.
    """
    loop, wait = asyncio.get_running_loop(), _sync_base.wait_for_future

    def wait_and_leave(*given):
        before = asyncio._get_running_loop()
        asyncio._set_running_loop(loop)
        try:
            wait(*given)
        finally:
            asyncio._set_running_loop(before)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_sync_base, "wait_for_future", wait_and_leave)
        asyncio._set_running_loop(None)
        yield
        asyncio._set_running_loop(loop)


@pytest.fixture
def page(browser):
    """A page of a stranger who has never been here."""
    with browser.new_context(locale="kk-KZ", timezone_id="Asia/Almaty") as context:
        yield context.new_page()


@pytest.fixture
def seated(browser, live_url):
    """Give a page at which a person is signed in, or a stranger, in English."""
    contexts = []

    def seat(person, *, scripts=False, language="en"):
        context = browser.new_context(
            java_script_enabled=scripts, timezone_id="Asia/Almaty"
        )
        kept = {"django_language": language}
        if person:
            client = Client()
            client.force_login(person.user, backend=BACKEND)
            kept["sessionid"] = client.cookies["sessionid"].value
        context.add_cookies(
            [{"name": n, "value": v, "url": live_url} for n, v in kept.items()]
        )
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        return context.new_page()

    yield seat
    for context in contexts:
        context.close()
