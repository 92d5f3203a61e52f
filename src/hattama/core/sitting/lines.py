"""Events as lines of the ledger, and back."""

from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, cast, get_args, get_origin, get_type_hints

from hattama.core.sitting.events import ACTS, Event

Json = str | int | bool | None | list["Json"] | dict[str, "Json"]

_ENVELOPE = ("at", "by")


def to_facts(event: Event) -> dict[str, Json]:
    """Return what an event says beside its act, time and actor, ready for JSON."""
    return {
        each.name: _plain(getattr(event, each.name))
        for each in fields(event)
        if each.name not in _ENVELOPE
    }


def from_line(act: str, at: datetime, by: str, facts: dict[str, Json]) -> Event:
    """Return the event that a line of the ledger holds.

    Args:
        act: the kebab-case name of the event's class.
        at: its time, aware.
        by: person id or "system".
        facts: as made by `to_facts`; a text that was lawfully deleted may be missing
            or None and is read as "".

    Raises:
        KeyError: an act or a fact that this version does not know.
    """
    kind = ACTS[act]
    texts = {name: facts.get(name) or "" for name in kind.texts}
    known = {
        name: _read(hint, {**facts, **texts}[name])
        for name, hint in _hints(cast("type", kind)).items()
        if name not in _ENVELOPE
    }
    return kind(at, by, **known)


def _plain(value: object) -> Json:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if is_dataclass(value):
        return {each.name: _plain(getattr(value, each.name)) for each in fields(value)}
    return cast("Json", value)


def _read(hint: Any, plain: Any) -> Any:
    if get_origin(hint) is UnionType:
        [hint] = [one for one in get_args(hint) if one is not NoneType]
        return None if plain is None else _read(hint, plain)
    if get_origin(hint) is tuple:
        return _read_tuple(get_args(hint), plain)
    if not isinstance(hint, type):  # a Literal: one of its own values
        return plain
    if issubclass(hint, date):
        return hint.fromisoformat(plain)
    if issubclass(hint, StrEnum):
        return hint(plain)
    if is_dataclass(hint):
        known = {name: _read(sub, plain[name]) for name, sub in _hints(hint).items()}
        return hint(**known)
    return plain


def _read_tuple(hints: tuple[Any, ...], plain: list[Any]) -> tuple[Any, ...]:
    if hints[-1] is Ellipsis:
        return tuple(_read(hints[0], each) for each in plain)
    return tuple(_read(hint, each) for hint, each in zip(hints, plain, strict=True))


@cache
def _hints(kind: type) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {each.name: hints[each.name] for each in fields(kind)}
