"""Every refusal speaks: what happened, what to do now, with its facts in place."""

import re
from datetime import UTC, date, datetime

import pytest
from django.utils.translation import override

from hattama.base.messages import REFUSALS, refusal
from hattama.core.rules import RuleBroken


class Anything(dict):
    def __missing__(self, key):
        return "…"


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("code", sorted(REFUSALS))
def test_a_refusal_can_be_said(code, language):
    with override(language):
        for sentence in (REFUSALS[code].what, REFUSALS[code].now):
            assert re.fullmatch(r"\S.*[.!?…]", str(sentence) % Anything(), re.DOTALL)


def test_facts_are_put_in_words():
    broken = RuleBroken("year-over", "tve-process-2020/p21-4d", last=date(2026, 8, 31))
    with override("en"):
        told = refusal(broken)
    assert "31" in told.what
    assert "2026-08-31" not in told.what
    assert told.norms == ("tve-process-2020/p21-4d",)
    assert told.code == "year-over"


def test_lists_and_moments_are_put_in_words():
    broken = RuleBroken("field-unreadable", fields=["a", "b"])
    assert "a, b" in refusal(broken).what
    at = datetime(2026, 6, 15, 4, 0, tzinfo=UTC)
    with override("en"):
        assert "9:00" in refusal(RuleBroken("already-signed", at=at)).what
