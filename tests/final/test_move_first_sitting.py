from datetime import datetime

import pytest

from tests import make
from tests.final.preparing import (
    ALMATY,
    APRIL,
    READERS,
    acts,
    last_facts,
    post,
    refused,
    statuses,
    tve,
)

DATA = {"first_sitting": "2026-06-22T09:00", "reason": "Жөндеу"}


def test_works(cast, signed_in):
    post(signed_in(cast.gulnar), "move_first_sitting", cast.attestation.pk, **DATA)
    cast.attestation.refresh_from_db()
    assert cast.attestation.first_sitting == datetime(2026, 6, 22, 9, tzinfo=ALMATY)
    assert acts(cast.attestation) == ["first-sitting-moved"]
    assert last_facts(cast.attestation)["reason"] == "Жөндеу"


def test_refused_to_everybody_else(cast, signed_in):
    found = statuses(
        signed_in,
        cast,
        "move_first_sitting",
        cast.attestation.pk,
        among=("aigerim", "bolat", "timur", "dana", *READERS, "daniyar", "vera"),
        **DATA,
    )
    strangers = dict.fromkeys(("aigerim", "bolat", "timur", "dana"), 404)
    assert found == strangers | dict.fromkeys((*READERS, "daniyar", "vera"), 403)


@pytest.mark.norm("tve-attestation-2020/p17a")
def test_every_period_is_checked_anew(cast, signed_in):
    attestation = tve(cast)
    deputy = make.person(cast.college)
    make.post(deputy, "vice_head")
    answer = post(
        signed_in(deputy),
        "move_first_sitting",
        attestation.pk,
        now=datetime(2026, 5, 14, 10, tzinfo=ALMATY),
        first_sitting="2026-06-10T09:00",
        reason="Ертерек",
    )
    assert refused(answer, "start-too-early")
    attestation.refresh_from_db()
    assert attestation.first_sitting == datetime(2026, 6, 15, 9, tzinfo=ALMATY)


def test_not_after_the_times_were_told(cast, signed_in):
    make.sitting(cast.commission, cast.candidates, announced_at=APRIL)
    answer = post(
        signed_in(cast.gulnar), "move_first_sitting", cast.attestation.pk, **DATA
    )
    assert refused(answer, "sittings-announced")
