"""A refusal names the paragraphs that bind the institution, not another kind's."""

import pytest

from hattama.base import messages
from hattama.core.rules import RuleBroken

BROKEN = RuleBroken("commission-without-order", "he-a/p1", "tve-a/p2", "dot-a/p3")


@pytest.mark.parametrize(
    ("kind", "norms"),
    [
        ("he", ("he-a/p1", "dot-a/p3")),
        ("tve", ("tve-a/p2", "dot-a/p3")),
        ("", ("he-a/p1", "tve-a/p2", "dot-a/p3")),
    ],
)
def test_only_the_own_paragraphs(kind, norms):
    assert messages.refusal(BROKEN, kind).norms == norms


def test_a_rule_that_is_taken_over_names_where_it_comes_from():
    broken = RuleBroken("commission-without-order", "tve-a/p2")
    assert messages.refusal(broken, "he").norms == ("tve-a/p2",)
