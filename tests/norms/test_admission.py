"""Only who stands in a registered order is given a time before the commission."""

from datetime import time
from zoneinfo import ZoneInfo

import pytest

from hattama.core.rules import RuleBroken
from hattama.core.slots import Day
from hattama.final.actions.sittings import lay_out_sittings
from hattama.final.models import Hearing
from tests import make

DAY = Day(opens=time(9), slot=15, zone=ZoneInfo("Asia/Almaty"))


def laid_out(cast):
    return lay_out_sittings(
        commission=cast.commission,
        candidates=[cast.candidates[0]],
        days=[make.NOON],
        day=DAY,
    )


@pytest.mark.norm("tve-process-2020/p21-3m", "tve-process-2020/p21-3f")
@pytest.mark.parametrize("order", ["none", "unsigned"])
def test_nobody_is_heard_whom_no_registered_order_admits(order, cast):
    candidate = cast.candidates[0]
    if order == "none":
        candidate.admission_order = None
    else:
        candidate.admission_order = make.document(cast.university, state="draft")
    candidate.save()
    with pytest.raises(RuleBroken, match="candidate-not-admitted"):
        laid_out(cast)
    assert not Hearing.objects.exists()


@pytest.mark.norm("tve-process-2020/p21-3m")
def test_who_is_admitted_is_heard(cast):
    [sitting] = laid_out(cast)
    assert [one.candidate for one in sitting.hearings.all()] == [cast.candidates[0]]
