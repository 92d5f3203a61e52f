"""Whether what is claimed about the norms can be true."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from hattama.cli.norms.marks import UNREADABLE, Marks
from hattama.cli.norms.places import exists
from hattama.core.norms.catalogue import (
    STATES,
    Standing,
    catalogue,
    standings,
)

UNTESTED = ("context", "planned")


def problems(marks: Marks, source: Path) -> list[str]:
    """List in plain words every claim that nothing backs.

    Args:
        marks: the tests by norm id.
        source: the folder that holds the package.
    """
    known = {norm.id for norm in catalogue()}
    claims = standings()
    return [
        *mistaken(claims, known),
        *misplaced(claims, source),
        *untested(claims, marks),
        *mismarked(marks, known),
    ]


def mistaken(claims: tuple[Standing, ...], known: set[str]) -> Iterator[str]:
    times = Counter(claim.norm_id for claim in claims)
    for claim in claims:
        if claim.norm_id not in known:
            yield f"{claim.norm_id} stands in standing.toml but not in the catalogue"
        if claim.state not in STATES:
            yield f"{claim.norm_id} has the unknown state {claim.state!r}"
    yield from (f"{norm_id} has two states" for norm_id in times if times[norm_id] > 1)


def misplaced(claims: tuple[Standing, ...], source: Path) -> Iterator[str]:
    for claim in claims:
        if claim.state not in UNTESTED and not claim.where:
            yield f"{claim.norm_id} is {claim.state}, but nothing says where"
        for place in claim.where:
            if not exists(place, source):
                yield f"{claim.norm_id} is said to live in {place}, which is not there"


def untested(claims: tuple[Standing, ...], marks: Marks) -> Iterator[str]:
    for claim in claims:
        if claim.state not in UNTESTED and claim.norm_id not in marks:
            yield f"{claim.norm_id} is {claim.state}, but no test is marked with it"


def mismarked(marks: Marks, known: set[str]) -> Iterator[str]:
    for norm_id, tests in marks.items():
        if norm_id == UNREADABLE:
            yield f"a mark must name its norms in plain text: {', '.join(tests)}"
        elif norm_id not in known:
            yield f"{', '.join(tests)}: there is no norm {norm_id}"
