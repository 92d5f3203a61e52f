"""The address of a deed, looked at: a page that leads back instead of nothing."""

from django.urls import reverse
from tests import make


def test_a_deed_is_nothing_to_look_at(cast, signed_in):
    sitting = make.sitting(cast.commission, cast.candidates)
    address = reverse("give_command", args=[sitting.pk, "close-ballot"])
    answer = signed_in(cast.saule).get(address)
    assert (answer.status_code, answer.headers["Allow"]) == (405, "POST")
    assert 'href="/"' in answer.content.decode().split("<main")[1]


def test_whoever_is_not_signed_in_is_led_to_it_and_back(client, db):
    answer = client.get("/people/")
    assert answer.status_code == 404
    assert f"{reverse('account_login')}?next=%2Fpeople%2F" in answer.content.decode()
