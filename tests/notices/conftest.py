"""A real mail server on loopback, and a notice to send."""

import socket

import pytest
from aiosmtpd.controller import Controller

from hattama.notices import actions
from tests.make import NOON


class Box:
    """Keeps what comes; refuses addresses that begin with "refused"."""

    def __init__(self):
        self.letters = []

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("refused"):
            return "550 no such box"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.letters.append(envelope)
        return "250 OK"


@pytest.fixture
def post_box(settings):
    box = Box()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    settings.OUTBOX = False
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = port
    yield box
    controller.stop()


@pytest.fixture
def told(cast):
    def tell(people=None, **values):
        return actions.notify(
            institution=cast.university,
            kind="acquaintance",
            about="attestation:1",
            subject={"kk": "Танысу", "ru": "Ознакомление", "en": "Acquaintance"},
            body={"kk": "Тәртіп туралы", "ru": "О порядке", "en": "The procedure"},
            people=people or [cast.aigerim, cast.bolat],
            by=values.pop("by", cast.gulnar),
            now=values.pop("now", NOON),
            **values,
        )

    return tell
