"""What every test stands on: quick hashes, own files, and databases of its own."""

import os
import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from django.conf import settings as site
from django.db import connection, connections

from hattama.cli.messages import compile_catalogues

pytest_plugins = ["tests.cast", "tests.town"]
compile_catalogues()


def pytest_configure(config):
    # Under ASGI Django reads a file whole before it sends it, and warns of it.
    config.addinivalue_line(
        "filterwarnings", "ignore:StreamingHttpResponse must consume synchronous"
    )


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix, tmp_path_factory
):
    """Keep SQLite in a file, as in a real installation: threads can share it."""
    database = site.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        folder = tmp_path_factory.mktemp("database")
        database["TEST"]["NAME"] = str(folder / "test.sqlite3")
        database["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"


@pytest.fixture(autouse=True)
def own_place(settings, tmp_path):
    """Give each test its own folder of files, and passwords that are quick to hash."""
    settings.MEDIA_ROOT = tmp_path / "files"
    settings.STATIC_ROOT = tmp_path
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def transactional_db(request, django_db_setup, django_db_blocker):
    """A copy of the test database, where transactions really end.

    For tests with threads, a live server or what follows a commit. Take it instead of
    the mark `django_db`. pytest-django's own would empty all tables afterwards, which
    the ledger refuses and which would lose the holidays; the copy is thrown away.
    """
    assert not request.node.get_closest_marker("django_db"), "one or the other"
    with django_db_blocker.unblock(), copied_database():
        yield


@contextmanager
def copied_database():
    copy, remove = {"sqlite": copied_file, "postgresql": copied_on_server}[
        connection.vendor
    ]()
    original = connection.settings_dict["NAME"]
    connections.close_all()
    connection.settings_dict["NAME"] = copy
    try:
        yield
    finally:
        connections.close_all()
        connection.settings_dict["NAME"] = original
        remove()


def copied_file():
    copy = Path(f"{connection.settings_dict['NAME']}-{os.urandom(4).hex()}")
    with connection.cursor() as cursor, closing(sqlite3.connect(copy)) as target:
        cursor.connection.backup(target)
    return str(copy), lambda: [
        path.unlink() for path in copy.parent.glob(f"{copy.name}*")
    ]


def copied_on_server():
    original = connection.settings_dict["NAME"]
    copy = f"{original}_{os.urandom(4).hex()}"
    connections.close_all()
    on_server(f'CREATE DATABASE "{copy}" TEMPLATE "{original}"')
    return copy, lambda: on_server(f'DROP DATABASE "{copy}" WITH (FORCE)')


def on_server(statement):
    with connection._nodb_cursor() as cursor:
        cursor.execute(statement)
