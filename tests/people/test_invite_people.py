"""Give people a way to sign in: an account without a password, a letter due to each."""

import pytest
from django.urls import reverse
from tests import make
from tests.make import NOON

from hattama.core.rules import RuleBroken
from hattama.people import queries
from hattama.people.actions.accounts import invite, open_account, told
from hattama.people.models import Invitation, Person, User


@pytest.fixture
def newcomer(cast):
    return make.person(
        cast.university, "Нұр", "Оразбай", user=False, email="Nur@example.org"
    )


@pytest.mark.norm("he-attestation-2020/p70g")
def test_the_letters_link_lets_them_set_a_password_and_sign_in(cast, newcomer, client):
    invite(cast.university, [newcomer], by=cast.zarina, now=NOON)
    invitation = queries.letters_due().get()
    user = invitation.person.user
    assert not user.has_usable_password()
    page = client.get(queries.way_in(user), follow=True)
    assert page.status_code == 200
    words = {"password1": "жаңа-құпия-сөз-1", "password2": "жаңа-құпия-сөз-1"}
    client.post(page.redirect_chain[-1][0], words)
    user.refresh_from_db()
    assert user.check_password("жаңа-құпия-сөз-1")
    told(invitation, NOON)
    assert not queries.letters_due().exists()


def test_an_account_is_opened_once(cast, newcomer):
    assert open_account(newcomer) == open_account(newcomer)
    assert User.objects.filter(email="nur@example.org").count() == 1


def test_one_account_for_two_institutions(cast, newcomer, settings):
    settings.OUTBOX = False
    user = open_account(newcomer)
    other = make.person(cast.college, user=False, email="nur@example.org")
    assert open_account(other) == user


def test_an_address_that_no_letter_reached_proves_nothing(cast, newcomer):
    open_account(make.person(cast.college, user=False, email="nur@example.org"))
    with pytest.raises(RuleBroken, match="account-address-taken"):
        open_account(newcomer)


def test_nobody_is_given_the_account_of_a_namesake_address(cast, newcomer, settings):
    settings.OUTBOX = False
    open_account(make.person(cast.university, user=False, email="nur@example.org"))
    with pytest.raises(RuleBroken, match="account-address-taken"):
        open_account(newcomer)
    assert newcomer.user is None


def test_nobody_claims_anothers_address(cast, newcomer, signed_in):
    claim = {"email": newcomer.email}
    for action in ("action_add", "action_primary"):
        answer = signed_in(cast.aigerim).post("/account/email/", {action: "", **claim})
        assert answer.status_code == 404
    assert open_account(newcomer) != cast.aigerim.user


def test_without_an_address_there_is_no_account(cast):
    nobody = make.person(cast.university, user=False, email="")
    with pytest.raises(RuleBroken, match="account-needs-email"):
        open_account(nobody)
    assert invite(cast.university, [nobody], by=cast.zarina, now=NOON) == []


def test_no_second_letter_while_one_is_on_its_way(cast, newcomer):
    for _twice in range(2):
        invite(cast.university, [newcomer], by=cast.zarina, now=NOON)
    assert Invitation.objects.count() == 1


def test_a_whole_group_is_invited_those_without_an_account(cast, signed_in):
    group = cast.aigerim.student.group
    fresh = make.person(cast.university, "Нұр", "Оразбай", user=False)
    make.student(group, person=fresh)
    signed_in(cast.zarina).post(reverse("invite_people"), {"group": group.pk})
    assert [i.person for i in Invitation.objects.all()] == [fresh]


def test_nobody_of_another_institution_is_invited(cast, newcomer, signed_in):
    make.post(cast.timur, "registrar")
    signed_in(cast.timur).post(reverse("invite_people"), {"person": newcomer.pk})
    assert not Invitation.objects.exists()
    for who in cast.others("zarina", "gulnar", "timur"):
        expected = 403 if who == cast.rustem else 404
        answer = signed_in(who).post(reverse("invite_people"), {"person": newcomer.pk})
        assert answer.status_code == expected


def test_somebody_at_two_institutions_chooses_where_to_work(cast, signed_in):
    second = Person.objects.create(
        institution=cast.college, user=cast.zarina.user, surname="Омарова"
    )
    make.post(second, "registrar")
    client = signed_in(cast.zarina)
    assert client.get(reverse("choose_person")).status_code == 200
    dana = reverse("person_page", args=[cast.dana.pk])
    assert client.get(dana).status_code == 404
    client.post(reverse("choose_person"), {"person": second.pk})
    assert client.get(dana).status_code == 200
    for foreign in (cast.timur.pk, "", "x"):
        answer = client.post(reverse("choose_person"), {"person": foreign})
        assert answer.status_code == 404
