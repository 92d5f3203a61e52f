"""The letter with the way in."""

import re

import pytest

from hattama.notices.jobs import invite_due
from hattama.notices.models import Letter, Notice
from hattama.people.actions.accounts import invite
from tests import make


@pytest.fixture
def invited(cast):
    person = make.person(cast.university, "Әсел", "Бекова", user=False)
    invite(cast.university, [person], by=cast.gulnar, now=make.NOON)
    return person


@pytest.mark.norm("he-attestation-2020/p70g")
def test_the_letter_leads_to_a_password_of_one_s_own(invited, client):
    assert invite_due(make.NOON) == 1
    letter = Letter.objects.get()
    assert letter.address == invited.email
    path = re.search(r"http://[^/]+(/account/password/reset/key/\S+)", letter.body)[1]
    form = client.get(path, follow=True)
    words = {"password1": "ұзақ-құпиясөз-9", "password2": "ұзақ-құпиясөз-9"}
    client.post(form.request["PATH_INFO"], words)
    invited.refresh_from_db()
    assert invited.user.check_password("ұзақ-құпиясөз-9")


def test_the_link_stands_in_the_letter_alone(invited):
    invite_due(make.NOON)
    notice = Notice.objects.get()
    assert (notice.link, "account" in str(notice.body)) == ("", False)


def test_a_second_sweep_writes_nothing(invited):
    invite_due(make.NOON)
    assert invite_due(make.NOON) == 0
    assert Letter.objects.count() == 1
