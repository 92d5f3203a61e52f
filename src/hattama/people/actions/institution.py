"""What an institution says of itself, and what it decided where a norm lets it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction

from hattama.base import ledger
from hattama.core.norms.rulebook import rulebook
from hattama.core.rules import RuleBroken
from hattama.people.models import Institution, OwnValue, Person
from hattama.people.queries import as_value, stream


@transaction.atomic
def edit_institution(
    institution: Institution, values: Mapping[str, Any], *, by: Person, now: datetime
) -> Institution:
    """Change names, contacts, week, zone, public names, procedure and requirements.

    Source: he-attestation-2020/p5c (the procedure is the institution's own).
    """
    before = {field: getattr(institution, field) for field in values}
    for field, value in values.items():
        setattr(institution, field, value)
    institution.save()
    changed = sorted(field for field in values if values[field] != before[field])
    ledger.append(
        institution=institution.pk,
        stream=stream(institution),
        act="institution-edited",
        by=by.key,
        at=now,
        facts={"fields": changed},
    )
    return institution


@transaction.atomic
def set_own_value(
    institution: Institution,
    *,
    key: str,
    value: Any,
    order: str,
    since: date,
    by: Person,
    now: datetime,
) -> OwnValue:
    """Decide a value of the rulebook from a day on, by an order.

    Raises:
        RuleBroken: whatever `Rulebook.with_values` refuses, such as
            `own-value-too-lax` with the paragraphs that bind.
    """
    book = rulebook(institution.book, since)
    book.with_values({key: as_value(book.rule(key), value)})
    own, _made = OwnValue.objects.update_or_create(
        institution=institution,
        key=key,
        since=since,
        defaults={"value": value, "order": order},
    )
    ledger.append(
        institution=institution.pk,
        stream=stream(institution),
        act="own-value-set",
        by=by.key,
        at=now,
        facts={
            "key": key,
            "value": value,
            "order": order,
            "since": since.isoformat(),
        },
    )
    return own


@transaction.atomic
def drop_own_value(own: OwnValue, *, order: str, by: Person, now: datetime) -> None:
    """Take an own value back; the rulebook's value holds again.

    Raises:
        RuleBroken: `own-value-in-force`, for a value that has begun to count: only a
            later value may follow it.
    """
    zone = ZoneInfo(own.institution.zone)
    if own.since <= now.astimezone(zone).date():
        raise RuleBroken("own-value-in-force", since=own.since)
    institution, key, since = own.institution, own.key, own.since
    own.delete()
    ledger.append(
        institution=institution.pk,
        stream=stream(institution),
        act="own-value-dropped",
        by=by.key,
        at=now,
        facts={"key": key, "since": since.isoformat(), "order": order},
    )
