"""*Today*: what is due from a person, by which paragraph."""

from hattama.portal.queries.today.due import Due
from hattama.portal.queries.today.gathering import today

__all__ = ["Due", "today"]
