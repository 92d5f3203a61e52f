"""The bell: rings after the commit, says nothing, and only whom we let in hears it."""

import asyncio

import pytest
from channels.layers import get_channel_layer
from channels.routing import URLRouter
from channels.testing import WebsocketCommunicator
from django.core.signing import BadSignature
from django.db import transaction
from django.urls import path

from hattama.base import bell
from hattama.base.live import BellSocket

TOPIC = "sitting:1"
DOOR = URLRouter([path("bell/<str:token>/", BellSocket.as_asgi())])


def test_a_token_names_its_topic():
    assert bell.topic_of(bell.token(TOPIC)) == TOPIC


@pytest.mark.parametrize("given", ["", "sitting:1", bell.group(TOPIC)])
def test_a_token_that_is_not_ours_opens_nothing(given):
    with pytest.raises(BadSignature):
        bell.topic_of(given)


def test_a_changed_token_opens_nothing():
    with pytest.raises(BadSignature):
        bell.topic_of(bell.token(TOPIC)[:-1] + "?")


@pytest.mark.django_db
def test_the_bell_rings_once_the_transaction_is_committed(
    django_capture_on_commit_callbacks,
):
    with django_capture_on_commit_callbacks() as waiting, transaction.atomic():
        bell.ring(TOPIC)
        assert waiting == []
    assert len(waiting) == 1


def ring_and_fail():
    with transaction.atomic():
        bell.ring(TOPIC)
        raise ValueError("broken")


@pytest.mark.django_db
def test_a_transaction_that_fails_never_rings(django_capture_on_commit_callbacks):
    with (
        django_capture_on_commit_callbacks() as waiting,
        pytest.raises(ValueError, match="broken"),
    ):
        ring_and_fail()
    assert waiting == []


def test_who_was_given_the_page_hears_the_bell_and_nothing_else():
    async def listen():
        guest = WebsocketCommunicator(DOOR, f"/bell/{bell.token(TOPIC)}/")
        assert (await guest.connect())[0]
        layer = get_channel_layer()
        await layer.group_send(bell.group(TOPIC), {"type": "bell.rung"})
        heard = await guest.receive_from()
        await layer.group_send(bell.group("sitting:2"), {"type": "bell.rung"})
        silent = await guest.receive_nothing()
        await guest.disconnect()
        return heard, silent

    assert asyncio.run(listen()) == ("ring", True)


def test_a_stranger_is_not_let_in():
    async def knock():
        guest = WebsocketCommunicator(DOOR, "/bell/sitting:1/")
        return (await guest.connect())[0]

    assert asyncio.run(knock()) is False
