"""Who is who and what binds whom: reads."""

from hattama.people.queries.persons import holders, offices, person_of, posts_held
from hattama.people.queries.rules import own_values, rulebook_of

__all__ = [
    "holders",
    "offices",
    "own_values",
    "person_of",
    "posts_held",
    "rulebook_of",
]
