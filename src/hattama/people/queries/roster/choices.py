"""The kept list, and what the office chose on the mapping page."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet

from hattama.base import files
from hattama.base.sheets import Sheet, read_sheet
from hattama.people.models import Group, Institution, Programme, RosterImport


@dataclass(frozen=True)
class Choices:
    """How a list is to be read and where its people are to be put.

    Attributes:
        heading: row number of the headings, 0 for none; None: found by itself.
        columns: column (from 0) → field, "" for unread.
        group: for rows that name none.
        programme: where groups that do not exist yet are made.
        make_groups: whether such groups are made at all.
    """

    heading: int | None = None
    columns: Mapping[int, str] = field(default_factory=dict)
    group: Group | None = None
    programme: Programme | None = None
    make_groups: bool = False


def choices_of(roster: RosterImport) -> Choices:
    """The choices as they were kept with the import."""
    kept: Mapping[str, Any] = roster.mapping
    return Choices(
        kept.get("heading"),
        {int(column): to for column, to in kept.get("columns", {}).items()},
        _groups(roster.institution).filter(pk=kept.get("group") or 0).first(),
        roster.institution.programmes.filter(pk=kept.get("programme") or 0).first(),
        bool(kept.get("make_groups")),
    )


def sheet_of(roster: RosterImport) -> Sheet:
    """The list itself, read from the kept file."""
    return read_sheet(roster.file.name, files.content(roster.file))


def _groups(institution: Institution) -> QuerySet[Group]:
    return Group.objects.filter(programme__institution=institution)
