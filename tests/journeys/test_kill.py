"""The server dies in the middle of a sitting, and nothing acknowledged is lost."""

import random

import pytest
from bench.installation import Server
from bench.kill import gather, givers_of, logged, storm
from django.conf import settings as site
from django.db import connection

from hattama.base import ledger

KILLS = 3


@pytest.fixture
def server(transactional_db, tmp_path):
    server = Server(tmp_path, database=address(), key=site.SECRET_KEY)
    (tmp_path / "static").mkdir()
    yield server
    if server.process:
        server.kill()


def address():
    """Say where this test's database is, as HATTAMA_DATABASE has it."""
    given = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite://{given['NAME']}"
    user = (
        f"{given['USER']}:{given['PASSWORD']}" if given["PASSWORD"] else given["USER"]
    )
    return f"postgres://{user}@{given['HOST']}:{given['PORT']}/{given['NAME']}"


def test_no_acknowledged_command_is_lost_when_the_server_is_killed(server):
    cast, sitting, hearing = gather()
    server.start()
    givers = givers_of(cast, sitting, hearing, server.port)
    storm(server, givers, KILLS, random.Random(7))
    for giver in givers:
        assert giver.refused == []
        assert giver.acknowledged
        assert logged(sitting, giver) == giver.acknowledged
    assert sum(giver.again for giver in givers) > 0
    assert list(ledger.breaks()) == []
