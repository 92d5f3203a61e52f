"""A rule that says no."""

from collections.abc import Mapping
from typing import Final


class RuleBroken(Exception):  # noqa: N818 - it reads as the office says it
    """A deed that a rule forbids.

    Core knows codes, never sentences: `hattama.base.messages` holds for every code
    what happened and what to do now, in three languages.

    Args:
        code: what is refused, in kebab-case, stable ("no-quorum").
        norms: ids of the norms that say so ("he-attestation-2020/p57b"), the most
            telling first; empty where the refusal follows from no regulation.
        facts: values for the sentence; numbers, texts, dates.
    """

    def __init__(self, code: str, *norms: str, **facts: object) -> None:
        super().__init__(code)
        self.code: Final = code
        self.norms: Final = norms
        self.facts: Final[Mapping[str, object]] = facts

    def __repr__(self) -> str:
        return f"RuleBroken({self.code!r}, norms={self.norms}, facts={self.facts})"
