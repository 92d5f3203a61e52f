"""What the preparation's pages call codes: `{{ "work"|part }}`, `{{ code|reason }}`."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.template import Library
from django.utils.functional import Promise

from hattama.final import access
from hattama.final.models import PackPart
from hattama.final.queries.packs import Pack, Part
from hattama.final.queries.words import (
    ADMISSION_DOUBTS,
    CHECK_ITEMS,
    REASONS,
    TOPICS,
)
from hattama.people.access import person_for

register = Library()


@register.simple_tag(takes_context=True)
def may_see_campaigns(context: Mapping[str, Any]) -> bool:
    """Whether the reader may go up from an attestation to its campaign."""
    return access.may_see_campaigns(person_for(context["request"]))


@register.filter
def part(kind: str) -> str | Promise:
    """What a part of a pack is called."""
    return PackPart.Kind(kind).label


@register.filter
def parts(kinds: Iterable[str]) -> str:
    """Alternatives of one requirement, in the order of the list."""
    labels = (str(kind.label) for kind in PackPart.Kind if kind in set(kinds))
    return " / ".join(labels)


@register.filter
def handed(pack: Pack, kind: str) -> Part | None:
    """The part of a kind that counts."""
    return pack.parts.get(kind)


@register.filter
def reason(code: str) -> str | Promise:
    """Why a student is not admitted."""
    return REASONS[code]


@register.filter
def doubt(code: str) -> str | Promise:
    """What is still missing for an admission."""
    return ADMISSION_DOUBTS[code]


@register.filter
def topic_word(code: str) -> str | Promise:
    """What a webinar explains."""
    return TOPICS[code]


@register.filter
def check_item(code: str) -> str | Promise:
    """What a technical check looks at."""
    return CHECK_ITEMS[code]


@register.filter
def at(mapping: dict[object, object], key: object) -> object:
    """`{{ candidates|at:person.pk }}`: what a mapping holds, or nothing."""
    return mapping.get(key)
