"""Do the papers say what is there?"""

import re
from collections.abc import Iterator
from pathlib import Path

from hattama import __version__
from hattama.cli.messages.catalogues import rooms
from hattama.cli.paths import ROOT

LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")
SETTING = re.compile(r"\bHATTAMA_[A-Z][A-Z_]*[A-Z]\b")


def complaints(root: Path = ROOT) -> str:
    found = [*dead_links(root), *unnamed_rooms(root), *settings(root), *version(root)]
    return "\n".join(found)


def dead_links(root: Path) -> Iterator[str]:
    for paper in [*root.glob("*.md"), *root.glob("docs/**/*.md")]:
        for target in LINK.findall(paper.read_text(encoding="utf-8")):
            if ":" not in target and not (paper.parent / target).exists():
                yield f"{paper.relative_to(root)}: nothing is at {target}"


def unnamed_rooms(root: Path) -> Iterator[str]:
    tour = text(root / "docs/map.md")
    for room in rooms(root / "src/hattama"):
        if f"`{room.name}" not in tour:
            yield f"docs/map.md does not name the room `{room.name}`"


def settings(root: Path) -> Iterator[str]:
    sources = [*(root / "src").rglob("*.py"), root / "hattama"]
    used = {name for path in sources for name in SETTING.findall(text(path))}
    told = set(SETTING.findall(text(root / "docs/configuration.md")))
    for name in sorted(used - told):
        yield f"docs/configuration.md does not explain {name}"
    for name in sorted(told - used):
        yield f"docs/configuration.md explains {name}, which nothing reads"


def version(root: Path) -> Iterator[str]:
    if __version__ not in text(root / "CHANGELOG.md"):
        yield f"CHANGELOG.md does not mention the current version {__version__}"


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""
