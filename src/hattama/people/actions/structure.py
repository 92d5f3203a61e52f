"""Units, programmes and groups."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from hattama.base import ledger
from hattama.core.rules import RuleBroken
from hattama.people.models import Group, Institution, Person, Programme, Unit
from hattama.people.queries import stream

Part = Unit | Programme | Group


@transaction.atomic
def keep_part(
    part: Part,
    values: Mapping[str, Any],
    *,
    institution: Institution,
    by: Person,
    now: datetime,
) -> Part:
    """Enter or change a unit, a programme or a group.

    Raises:
        RuleBroken: `programme-code-taken`, `group-name-taken`, `unit-in-itself`.
    """
    for field, value in values.items():
        setattr(part, field, value)
    MUST[type(part)](part)
    part.save()
    kind = type(part).__name__.lower()
    ledger.append(
        institution=institution.pk,
        stream=stream(institution),
        act=f"{kind}-kept",
        by=by.key,
        at=now,
        facts={kind: part.pk},
    )
    return part


def _must_not_lie_in_itself(unit: Unit) -> None:
    above = unit.parent
    while above:
        if above.pk == unit.pk:
            raise RuleBroken("unit-in-itself")
        above = above.parent


def _must_have_own_code(programme: Programme) -> None:
    others = programme.institution.programmes.exclude(pk=programme.pk)
    if others.filter(code=programme.code).exists():
        raise RuleBroken("programme-code-taken", number=programme.code)


def _must_have_own_name(group: Group) -> None:
    others = Group.objects.filter(programme=group.programme).exclude(pk=group.pk)
    if others.filter(name=group.name).exists():
        raise RuleBroken("group-name-taken", group=group.name)


MUST: Mapping[type[Any], Any] = {
    Unit: _must_not_lie_in_itself,
    Programme: _must_have_own_code,
    Group: _must_have_own_name,
}
