"""docs/norms.md: the catalogue's state as a page, the same for the same catalogue."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from hattama.core.norms.catalogue import STATES, Norm
from hattama.core.norms.citation import act

HEAD = """\
# The norms and what Hattama does about them

Written by `./hattama norms --write` from `src/hattama/core/norms`; not edited by hand.
*Enforced*: the software refuses. *Watched*: it warns and records. *Offered*: it gives
the means. *Context*: nothing to do. *Planned*: not done yet.
"""


def page(norms: Sequence[Norm]) -> str:
    """Write the page."""
    parts = [HEAD, *areas(norms), *texts(norms)]
    return "\n".join(parts)


def areas(norms: Sequence[Norm]) -> Iterator[str]:
    yield f"| area | {' | '.join(STATES)} | all |"
    yield f"|---|{'--:|' * (len(STATES) + 1)}"
    for area in sorted({norm.area for norm in norms}):
        yield row(area, [norm for norm in norms if norm.area == area])
    yield row("**all**", norms)


def row(name: str, norms: Sequence[Norm]) -> str:
    counted = Counter(norm.state for norm in norms)
    cells = " | ".join(str(counted[state]) for state in STATES)
    return f"| {name} | {cells} | {len(norms)} |"


def texts(norms: Sequence[Norm]) -> Iterator[str]:
    for key, group in groupby(norms, lambda norm: norm.id.partition("/")[0]):
        yield f"\n## {key}\n\n{act(key).title['en']} ({act(key).short['en']}).\n"
        yield from text(list(group))


def text(norms: Sequence[Norm]) -> Iterator[str]:
    done = [norm for norm in norms if norm.state != "planned"]
    if done:
        yield "| norm | state | what it requires | where |\n|---|---|---|---|"
        yield from map(line, done)
        yield ""
    planned = [place(norm) for norm in norms if norm.state == "planned"]
    yield f"Planned ({len(planned)}): {' '.join(planned)}"


def line(norm: Norm) -> str:
    rule = norm.rule.replace("|", "\\|")
    where = ", ".join(f"`{found}`" for found in norm.where) or norm.standing.reason
    return f"| {place(norm)} | {norm.state} | {rule} | {where} |"


def place(norm: Norm) -> str:
    return norm.id.partition("/")[2]
