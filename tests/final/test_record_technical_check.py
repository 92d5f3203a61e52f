from datetime import datetime

import pytest

from hattama.final.models import TechnicalCheck
from tests import make
from tests.final.preparing import (
    ALMATY,
    FIRST,
    acts,
    get,
    last_facts,
    post,
    refused,
    statuses,
    tve,
)

STRANGERS = ("bolat", "timur", "dana")
READERS = ("aigerim", "vera", "marat", "daniyar", "rustem")
WORKS = {"camera": "yes", "microphone": "yes", "network": "yes"}


@pytest.mark.norm(
    "he-attestation-2020/p73a",
    "tve-process-2020/p21-3v",
    "tve-process-2020/p21-3r",
    "he-attestation-2020/p38",
    "tve-process-2020/p21-3u",
)
def test_works(cast, signed_in):
    client = signed_in(cast.saule)
    data = WORKS | {"screen": "no", "remark": "Экран бөлісілмейді"}
    post(client, "record_technical_check", cast.candidates[0].pk, **data)
    check = TechnicalCheck.objects.get()
    assert (check.candidate, check.by) == (cast.candidates[0], cast.saule)
    assert (check.passed, check.failed) == (
        ["camera", "microphone", "network"],
        ["screen"],
    )
    assert acts(cast.attestation) == ["technical-check"]
    assert last_facts(cast.attestation)["remark"] == "Экран бөлісілмейді"


@pytest.mark.norm("tve-process-2020/p21-3s", "tve-process-2020/p21-3t")
def test_the_room(cast, signed_in):
    client = signed_in(cast.saule)
    post(client, "check_room", cast.attestation.pk, **WORKS, screen="no")
    assert TechnicalCheck.objects.get().candidate is None
    page = get(client, "technical_checks", cast.attestation.pk)
    assert page.context["room"].failed == ["screen"]


def test_nothing_marked(cast, signed_in):
    client = signed_in(cast.saule)
    answer = post(client, "record_technical_check", cast.candidates[0].pk)
    assert refused(answer, "nothing-checked")


def test_not_once_the_sitting_began(cast, signed_in):
    client = signed_in(cast.saule)
    answer = post(client, "check_room", cast.attestation.pk, now=FIRST, **WORKS)
    assert refused(answer, "check-after-the-start")


@pytest.mark.norm("tve-process-2020/p21-3w")
@pytest.mark.parametrize(("hour", "late"), [(8, False), (10, True)])
def test_a_day_before(cast, signed_in, hour, late):
    attestation = tve(cast)
    deputy = make.person(cast.college)
    make.post(deputy, "vice_head")
    now = datetime(2026, 6, 14, hour, tzinfo=ALMATY)
    post(signed_in(deputy), "check_room", attestation.pk, now=now, **WORKS)
    assert last_facts(attestation)["late"] is late


@pytest.mark.parametrize("name", ["record_technical_check", "check_room"])
def test_refused_to_everybody_else(cast, signed_in, name):
    pks = {
        "record_technical_check": cast.candidates[0].pk,
        "check_room": cast.attestation.pk,
    }
    found = statuses(
        signed_in, cast, name, pks[name], among=STRANGERS + READERS, **WORKS
    )
    expected = dict.fromkeys(STRANGERS, 404) | dict.fromkeys(READERS, 403)
    if name == "check_room":
        expected["aigerim"] = 404
    assert found == expected
