"""The live bell, from a deed in this process to an open page."""

from django.db import transaction

from hattama.base import bell

LISTEN = """async address => {
    window.heard = [];
    const socket = new WebSocket(address);
    socket.onmessage = message => window.heard.push(message.data);
    window.closed = new Promise(tell => socket.onclose = tell);
    await new Promise(tell => { socket.onopen = tell; socket.onclose = tell; });
    return socket.readyState;
}"""
OPEN, CLOSED = 1, 3


def listen(page, live_url, token):
    page.goto(f"{live_url}/static/base/css/hattama.css")
    return page.evaluate(LISTEN, f"{live_url.replace('http', 'ws')}/bell/{token}/")


def test_an_open_page_hears_its_bell_and_no_data(page, live_url):
    assert listen(page, live_url, bell.token("sitting:7")) == OPEN
    with transaction.atomic():
        bell.ring("sitting:8")
        bell.ring("sitting:7")
    page.wait_for_function("window.heard.length > 0")
    assert page.evaluate("window.heard") == ["ring"]


def test_a_deed_that_fails_does_not_ring(page, live_url):
    listen(page, live_url, bell.token("sitting:7"))
    with transaction.atomic():
        bell.ring("sitting:7")
        transaction.set_rollback(True)
    with transaction.atomic():
        bell.ring("sitting:7")
    page.wait_for_function("window.heard.length > 0")
    assert page.evaluate("window.heard") == ["ring"]


def test_a_stranger_without_a_token_hears_nothing(page, live_url):
    assert listen(page, live_url, "sitting:7") == CLOSED
