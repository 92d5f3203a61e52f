"""What both halves share."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime

from hattama.core.milestones import Fact
from hattama.documents.models import Document

Facts = dict[int, Fact]
REGISTERED = Document.State.REGISTERED


def grouped(rows: Iterable[tuple[int, datetime]]) -> dict[int, list[datetime]]:
    """The moments of each attestation."""
    found: dict[int, list[datetime]] = defaultdict(list)
    for pk, moment in rows:
        found[pk].append(moment)
    return found
