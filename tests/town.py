"""The demo's college and university, for tests that need a whole town of people.

Made once a run, as `./hattama demo` makes it; each test gets a copy of its own. A
sitting of both has just begun to gather: its hour is a few minutes past.
"""

from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.conf import settings as site
from django.contrib.auth.hashers import make_password
from django.db import connection, connections

from hattama.base import clock
from hattama.demo.loading import PASSWORD, load
from hattama.people.models import User
from tests.conftest import copied_database

AGO = timedelta(minutes=25)


@pytest.fixture(scope="session")
def built_town(django_db_setup, django_db_blocker, tmp_path_factory):
    """Give the database and the folder of files that the copies are made from."""
    files = tmp_path_factory.mktemp("town") / "files"
    original = connection.settings_dict["NAME"]
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        patch.setattr(site, "MEDIA_ROOT", files)
        copy = copied_database()
        copy.__enter__()
        load(clock.now() - AGO)
        made = connection.settings_dict["NAME"]
        use(original)
    yield made, files
    with django_db_blocker.unblock():
        use(made)
        copy.__exit__(None, None, None)


@pytest.fixture
def town(built_town, transactional_db, own_place, settings):
    """A town of this test's own, where transactions really end."""
    made, settings.MEDIA_ROOT = built_town
    with at(made), copied_database():
        User.objects.update(password=make_password(PASSWORD))
        yield


@contextmanager
def at(name):
    original = connection.settings_dict["NAME"]
    use(name)
    try:
        yield
    finally:
        use(original)


def use(name):
    connections.close_all()
    connection.settings_dict["NAME"] = name
