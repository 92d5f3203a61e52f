import pytest

from hattama.final.actions.sittings import convene
from hattama.final.models import Attestation
from tests import make
from tests.final.preparing import (
    READERS,
    acts,
    last_facts,
    post,
    refused,
    statuses,
)

STRANGERS = ("aigerim", "bolat", "timur", "dana")


@pytest.fixture
def exam(cast):
    return make.attestation(
        cast.campaign, make.programme(cast.university), form="oral-exam"
    )


def test_works(cast, signed_in, exam):
    text = "1. Деректер қоры\r\n\r\n  2. Желілер "
    post(signed_in(cast.gulnar), "set_tickets", exam.pk, tickets=text)
    exam.refresh_from_db()
    assert exam.tickets == ["1. Деректер қоры", "2. Желілер"]
    assert (acts(exam), last_facts(exam)) == (["tickets-set"], {"count": 2})


def test_refused_to_everybody_else(cast, signed_in, exam):
    among = STRANGERS + READERS
    found = statuses(signed_in, cast, "set_tickets", exam.pk, among=among, tickets="1")
    assert found == dict.fromkeys(STRANGERS, 404) | dict.fromkeys(READERS, 403)


@pytest.mark.parametrize(
    ("form", "tickets", "code"),
    [
        (Attestation.Form.DEFENCE, "1", "no-tickets-in-this-form"),
        (Attestation.Form.ORAL, "1\n1", "ticket-twice"),
    ],
)
def test_refused_by_rule(cast, signed_in, exam, form, tickets, code):
    Attestation.objects.filter(pk=exam.pk).update(form=form)
    answer = post(signed_in(cast.gulnar), "set_tickets", exam.pk, tickets=tickets)
    assert refused(answer, code)


@pytest.mark.norm("tve-attestation-2020/p25a")
def test_not_once_a_sitting_is_convened(cast, signed_in, exam):
    candidate = make.candidate(exam, cast.candidates[0].student)
    sitting = make.sitting(cast.commission, [candidate])
    client = signed_in(cast.gulnar)
    post(client, "set_tickets", exam.pk, tickets="Деректер қоры")
    convene(sitting=sitting, by=cast.saule, now=sitting.starts_at)
    answer = post(client, "set_tickets", exam.pk, tickets="Желілер")
    assert refused(answer, "tickets-fixed")
    exam.refresh_from_db()
    assert exam.tickets == ["Деректер қоры"]


def test_too_many(cast, signed_in, exam):
    tickets = "\n".join(map(str, range(201)))
    page = post(signed_in(cast.gulnar), "set_tickets", exam.pk, tickets=tickets)
    assert "tickets" in page.context["form"].errors
