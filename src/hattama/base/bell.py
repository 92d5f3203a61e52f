"""The live bell. It carries no data: it only says «look again»."""

import hashlib

from asgiref.sync import async_to_sync
from channels.layers import get_channel_layer
from django.core import signing
from django.db import transaction

_SALT = "hattama.bell"
_TOKEN_AGE = 24 * 60 * 60  # seconds; a page left open overnight asks anew


def token(topic: str) -> str:
    """What a page shows at the door: whoever was given the page may hear its bell."""
    return signing.dumps(topic, salt=_SALT, compress=True)


def topic_of(given: str) -> str:
    """Read a token.

    Raises:
        django.core.signing.BadSignature: when it is not ours or too old.
    """
    topic: str = signing.loads(given, salt=_SALT, max_age=_TOKEN_AGE)
    return topic


def group(topic: str) -> str:
    """A topic's name in the channel layer, which allows few letters."""
    return "bell." + hashlib.sha256(topic.encode()).hexdigest()[:40]


def ring(topic: str) -> None:
    """Ring once the transaction is committed; a failed one never rings."""
    transaction.on_commit(lambda: _ring_now(topic), robust=True)


def _ring_now(topic: str) -> None:
    layer = get_channel_layer()
    if layer is not None:
        async_to_sync(layer.group_send)(group(topic), {"type": "bell.rung"})
