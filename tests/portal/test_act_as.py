"""In the demo a link signs in; tests/house/test_demo_links shows that it is the only
place.
"""

import pytest
from django.urls import reverse

from hattama.portal.queries.demo import sign_in_path
from tests.portal import demo_urls  # before the setting is changed

pytestmark = pytest.mark.django_db


@pytest.fixture
def routed(settings):
    settings.ROOT_URLCONF = demo_urls.__name__


@pytest.fixture
def demo(routed, settings):
    settings.DEMO = True


def test_one_click_signs_in(demo, client, cast):
    answer = client.get(sign_in_path(cast.saule))
    assert answer.url == "/"
    assert client.get("/").context["person"] == cast.saule


def test_another_link_signs_in_as_another(demo, client, cast):
    client.get(sign_in_path(cast.saule))
    client.get(sign_in_path(cast.timur))
    assert client.get("/").context["person"] == cast.timur


@pytest.mark.parametrize("token", ["1", "not-ours", "WzFd:x:y"])
def test_a_link_that_is_not_ours(demo, client, cast, token):
    assert client.get(reverse("act_as", args=[token])).status_code == 404


def test_somebody_without_an_account(demo, client, cast):
    cast.saule.user = None
    cast.saule.save()
    assert client.get(sign_in_path(cast.saule)).status_code == 404


def test_outside_the_demo_even_the_view_refuses(routed, client, cast):
    assert client.get(sign_in_path(cast.saule)).status_code == 404
    assert client.get("/").context.get("person") is None


def test_the_style_guide(demo, client, cast):
    assert client.get("/style-guide/").status_code == 200
