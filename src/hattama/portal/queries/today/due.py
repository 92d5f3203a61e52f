"""One thing that is due from a person."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Due:
    """One thing that is due from a person.

    Attributes:
        title: what, in the reader's language.
        url: where it is done.
        at: by when, or when it takes place; None where no period is set.
        norms: ids of the norms that say so.
        note: whom or what it concerns.
        icon: what it is about, at a glance.
        late: whether its last moment has passed, or it cannot be kept any more.
    """

    title: str
    url: str
    at: datetime | None = None
    norms: tuple[str, ...] = ()
    note: str = ""
    icon: str = "clock"
    late: bool = False

    @property
    def state(self) -> str:
        """For the badge: "late" or "due"."""
        return "late" if self.late else "due"
