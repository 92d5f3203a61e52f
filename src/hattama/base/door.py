"""What is turned away before anything of it is kept: a body that is too large."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

Scope = dict[str, Any]
Message = Mapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

SENTENCES = """Файлдар тым үлкен: барлығы %(mb)s МБ-тан аспауы керек.
Файлы слишком велики: вместе не более %(mb)s МБ.
The files are too large: %(mb)s MB together at most.
"""


class _TooLargeError(Exception):
    """More has come than may come."""


def with_limit(pages: Application, most: int) -> Application:
    """Answer 413 to a request whose body is larger than `most` bytes.

    Django spools a body to disk whole before it asks a view, so that without this
    anybody, signed in or not, could fill the disk.
    """

    async def door(scope: Scope, receive: Receive, send: Send) -> None:
        if _declared(scope) > most:
            await _refuse(send, most)
            return
        try:
            await pages(scope, _counted(receive, most), send)
        except _TooLargeError:
            await _refuse(send, most)

    return door


def _declared(scope: Scope) -> int:
    """What the request says of itself; 0 where it says nothing or nonsense."""
    said = dict(scope["headers"]).get(b"content-length", b"")
    return int(said) if said.isdigit() else 0


def _counted(receive: Receive, most: int) -> Receive:
    come = 0

    async def counting() -> Message:
        nonlocal come
        message = await receive()
        come += len(message.get("body", b""))
        if come > most:
            raise _TooLargeError
        return message

    return counting


async def _refuse(send: Send, most: int) -> None:
    said = SENTENCES % {"mb": most // 2**20}
    headers = [
        (b"content-type", b"text/plain; charset=utf-8"),
        (b"connection", b"close"),
    ]
    await send({"type": "http.response.start", "status": 413, "headers": headers})
    await send({"type": "http.response.body", "body": said.encode()})
