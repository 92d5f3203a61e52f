"""Load the demo, open the door, do due work until Ctrl-C."""

import errno
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress

DUE_EVERY = 5  # seconds


class PortTaken(Exception):  # noqa: N818 - it is a sentence for the person
    """Somebody else listens there."""


@contextmanager
def door_at(port: int) -> Iterator[socket.socket]:
    """Take the port before anything is made.

    Raises:
        PortTaken: with what to do.
    """
    try:
        door = socket.create_server(("127.0.0.1", port))
    except (OSError, OverflowError) as error:
        if getattr(error, "errno", None) == errno.EADDRINUSE:
            why = f"Port {port} is taken"
        else:
            why = f"Port {port} cannot be used: {error}"
        raise PortTaken(f"{why}. Try: ./hattama demo --port {port + 1}") from error
    with door:
        yield door


def serve(door: socket.socket, address: str) -> None:
    """Serve until Ctrl-C."""
    started = time.monotonic()
    _make()
    _greet(address, time.monotonic() - started)
    import uvicorn

    server = uvicorn.Server(
        uvicorn.Config(
            "hattama.site.asgi:application",
            lifespan="off",
            log_level="warning",
            timeout_graceful_shutdown=1,
        )
    )
    with _due_work(), suppress(KeyboardInterrupt):
        server.run(sockets=[door])


def _make() -> None:
    """Make tables and demo, where they are not there yet."""
    import django

    from hattama.cli.messages import compile_catalogues

    compile_catalogues()
    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    from hattama.base import clock
    from hattama.demo.loading import load, loaded

    settings.STATIC_ROOT.mkdir(exist_ok=True)
    call_command("migrate", verbosity=0)
    if not loaded():
        print("Making the demo college and the demo university ...", flush=True)
        load(clock.now())


def _greet(address: str, seconds: float) -> None:
    from hattama.demo.doors import doors

    print(f"\nHattama is ready after {seconds:.0f} s: {address}\n")
    for institution, roles in doors(address):
        print(institution)
        for role, name, link in roles:
            print(f"  {role:<33}{name:<36}{link}")
        print()
    print("Everybody's password is demo-hattama. Stop with Ctrl-C.", flush=True)


@contextmanager
def _due_work() -> Iterator[None]:
    """Do what is due every few seconds, beside the server."""
    over = threading.Event()
    worker = threading.Thread(target=_do_due_work, args=[over], daemon=True)
    worker.start()
    try:
        yield
    finally:
        over.set()
        worker.join(DUE_EVERY)


def _do_due_work(over: threading.Event) -> None:
    from django.db import connection

    from hattama.base import clock, jobs

    while not over.wait(DUE_EVERY):
        jobs.run_due(clock.now())
        connection.close()
