"""Every refusal code has its sentence here: what happened, and what to do now.

A room's refusals stand in the module of its name. A house test proves that each
code raised anywhere has one.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from importlib import import_module
from pkgutil import iter_modules

from hattama.base.dates import day_text, moment_text
from hattama.base.messages.refusal import Refusal
from hattama.core.rules import RuleBroken

__all__ = ["REFUSALS", "Refusal", "Said", "refusal"]


def _collected() -> dict[str, Refusal]:
    found: dict[str, Refusal] = {}
    for module in iter_modules(__path__):
        area = import_module(f"{__name__}.{module.name}")
        found |= getattr(area, "REFUSALS", {})
    return found


REFUSALS: Mapping[str, Refusal] = _collected()

# How the norms begin that bind another kind of institution than the asking person's.
_FOREIGN = {"he": "tve-", "tve": "he-"}


@dataclass(frozen=True)
class Said:
    """A refusal in the reader's language.

    Attributes:
        code: the stable code.
        what: what happened and why not.
        now: what to do now.
        norms: ids of the norms that say so.
    """

    code: str
    what: str
    now: str
    norms: tuple[str, ...]


def refusal(broken: RuleBroken, kind: str = "") -> Said:
    """Say a broken rule in the language in force.

    Args:
        broken: with the norms of every kind of institution.
        kind: "he" or "tve" leaves out the norms that bind the other kind alone,
            unless there are no others.
    """
    words = REFUSALS[broken.code]
    facts = {name: _shown(fact) for name, fact in broken.facts.items()}
    norms = _binding(broken.norms, kind) or broken.norms
    return Said(broken.code, str(words.what) % facts, str(words.now) % facts, norms)


def _binding(norms: tuple[str, ...], kind: str) -> tuple[str, ...]:
    foreign = _FOREIGN.get(kind)
    return tuple(norm for norm in norms if not (foreign and norm.startswith(foreign)))


def _shown(fact: object) -> str:
    if isinstance(fact, datetime):
        return moment_text(fact)
    if isinstance(fact, date):
        return day_text(fact)
    if isinstance(fact, list | tuple | set | frozenset):
        return ", ".join(_shown(part) for part in fact)
    return str(fact)
