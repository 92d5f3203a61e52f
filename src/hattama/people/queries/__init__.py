"""Who is who and what binds whom: reads."""

from hattama.people.queries.accounts import accounts, letters_due, to_invite, way_in
from hattama.people.queries.lists import (
    appointments,
    groups,
    held,
    number,
    staff,
    students,
)
from hattama.people.queries.persons import (
    holders,
    offices,
    person_of,
    posts_held,
    stream,
)
from hattama.people.queries.rule_titles import title_of, value_text
from hattama.people.queries.rules import (
    as_value,
    own_values,
    rulebook_of,
    shown_rules,
)

__all__ = [
    "accounts",
    "appointments",
    "as_value",
    "groups",
    "held",
    "holders",
    "letters_due",
    "number",
    "offices",
    "own_values",
    "person_of",
    "posts_held",
    "rulebook_of",
    "shown_rules",
    "staff",
    "stream",
    "students",
    "title_of",
    "to_invite",
    "value_text",
    "way_in",
]
