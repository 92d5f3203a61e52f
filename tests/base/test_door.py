"""A body past the limit is turned away before anything of it is kept."""

import pytest
from asgiref.sync import async_to_sync
from asgiref.testing import ApplicationCommunicator

from hattama.base.door import with_limit

MOST = 2**20


def answered(bodies, headers=()):
    """Send a request in pieces; give the status and how many bytes were taken in."""
    taken = []

    async def pages(_scope, receive, send):
        more = True
        while more:
            message = await receive()
            taken.append(message["body"])
            more = message["more_body"]
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    async def asked():
        scope = {"type": "http", "headers": list(headers)}
        asking = ApplicationCommunicator(with_limit(pages, MOST), scope)
        for place, body in enumerate(bodies, start=1):
            more = place < len(bodies)
            piece = {"type": "http.request", "body": body, "more_body": more}
            await asking.send_input(piece)
        started = await asking.receive_output()
        ended = await asking.receive_output()
        return started["status"], ended["body"].decode()

    status, said = async_to_sync(asked)()
    return status, sum(map(len, taken)), said


def test_a_body_up_to_the_limit_is_let_in():
    assert answered([b"x" * MOST]) == (200, MOST, "")
    assert answered([b"x" * (MOST // 2)] * 2)[:2] == (200, MOST)


def test_a_body_that_says_it_is_larger_is_not_read():
    headers = [(b"content-length", b"%d" % (MOST + 1))]
    status, taken, said = answered([b"x" * (MOST + 1)], headers)
    assert (status, taken) == (413, 0)
    assert "1 MB" in said


@pytest.mark.parametrize("headers", [[], [(b"content-length", b"-7")]])
def test_a_body_that_says_nothing_is_counted(headers):
    status, taken, _said = answered([b"x" * MOST, b"x"], headers)
    assert (status, taken) == (413, MOST)
