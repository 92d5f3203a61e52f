"""The form of a refusal's sentences."""

from dataclasses import dataclass

from django.utils.functional import Promise


@dataclass(frozen=True)
class Refusal:
    """What is said for a code.

    Attributes:
        what: what happened and why not, with %(fact)s in it.
        now: what the person can do now.
    """

    what: str | Promise
    now: str | Promise
