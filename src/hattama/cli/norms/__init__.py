"""./hattama norms: what is claimed about the norms, and whether tests back it."""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from hattama.cli.norms.claims import problems
from hattama.cli.norms.marks import Marks, marked
from hattama.cli.norms.page import page
from hattama.core.norms.catalogue import STATES, Norm, catalogue

ROOT = Path(__file__).parents[4]
PAGE = ROOT / "docs" / "norms.md"


def run(arguments: list[str]) -> int:
    asked = parser().parse_args(arguments)
    norms = [norm for norm in catalogue() if asked.area in (None, norm.area)]
    if not norms:
        print(f"hattama norms: there is no area {asked.area!r}", file=sys.stderr)
        return 2
    if asked.write:
        PAGE.write_text(page(catalogue()), encoding="utf-8")
    marks = marked(ROOT / "tests")
    print(as_json(norms, marks) if asked.json else as_table(norms))
    found = problems(marks, ROOT / "src")
    for problem in found:
        print(f"hattama norms: {problem}", file=sys.stderr)
    return 1 if found else 0


def parser() -> argparse.ArgumentParser:
    command = argparse.ArgumentParser(prog="hattama norms", description=__doc__)
    command.add_argument("--area", help="only the norms of one area")
    command.add_argument("--json", action="store_true")
    command.add_argument("--write", action="store_true", help="renew docs/norms.md")
    return command


def by_state(norms: Sequence[Norm]) -> dict[str, int]:
    counted = Counter(norm.state for norm in norms)
    return {state: counted[state] for state in STATES}


def by_area(norms: Sequence[Norm]) -> dict[str, dict[str, int]]:
    areas = sorted({norm.area for norm in norms})
    return {
        area: by_state([norm for norm in norms if norm.area == area]) for area in areas
    }


def as_json(norms: Sequence[Norm], marks: Marks) -> str:
    told = {
        "total": len(norms),
        "by_state": by_state(norms),
        "by_area": by_area(norms),
        "norms": [
            {
                "id": norm.id,
                "state": norm.state,
                "where": list(norm.where),
                "tests": marks.get(norm.id, []),
            }
            for norm in norms
        ],
    }
    return json.dumps(told, indent=2)


def as_table(norms: Sequence[Norm]) -> str:
    rows = [*by_area(norms).items(), ("all", by_state(norms))]
    head = "".join(f"{state:>10}" for state in STATES)
    lines = [f"{'area':<14}{head}{'total':>8}"]
    for area, counts in rows:
        cells = "".join(f"{counts[state]:>10}" for state in STATES)
        lines.append(f"{area:<14}{cells}{sum(counts.values()):>8}")
    return "\n".join(lines)
