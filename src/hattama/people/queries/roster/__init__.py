"""Lists of students and staff, matched with the people who are there."""

from hattama.people.queries.roster.choices import Choices, choices_of, sheet_of
from hattama.people.queries.roster.known import Entry
from hattama.people.queries.roster.layout import Layout, kind_of, layout_of
from hattama.people.queries.roster.plan import Plan, plan_of

__all__ = [
    "Choices",
    "Entry",
    "Layout",
    "Plan",
    "choices_of",
    "kind_of",
    "layout_of",
    "plan_of",
    "sheet_of",
]
