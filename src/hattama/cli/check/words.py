"""Words that have no business in the tree: machines' paths, hosts, things put off."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from hattama.cli.paths import ROOT

# Put together here, so that this file does not accuse itself.
FORBIDDEN = {
    "a path of somebody's machine": re.compile(
        "|".join(
            (r"/ho" r"me/[a-z]", r"/Us" r"ers/[a-z]", r"/ro" r"ot/", r"/wo" r"rk/")
        )
    ),
    "the address of a package registry": re.compile(
        "|".join(
            (r"py" r"pi\.org", r"python" r"hosted", r"npm" r"js\.", r"deb\.deb" r"ian")
        )
    ),
    "something put off or passed over": re.compile(
        "|".join(
            (
                *(r"\bTO" r"DO\b", r"\bFIX" r"ME\b", r"raise NotImpl" r"emented"),
                *(r"mark\.sk" r"ip", r"pytest\.sk" r"ip", r"mark\.xf" r"ail"),
                r"assert T" r"rue\b",
            )
        )
    ),
}
ELSEWHERE = {"LICENSE", "requirements.lock", "requirements-dev.lock"}


def complaints(root: Path = ROOT) -> str:
    return "\n".join(line for path in texts(root) for line in of_file(root, path))


def texts(root: Path) -> Iterator[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=root, capture_output=True, text=True, check=False
    ).stdout.split("\0")
    for name in listed:
        path = root / name
        if path.is_file() and path.name not in ELSEWHERE:
            yield path


def of_file(root: Path, path: Path) -> Iterator[str]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        return  # not a text
    for number, line in enumerate(lines, start=1):
        for what, pattern in FORBIDDEN.items():
            if pattern.search(line):
                yield f"{path.relative_to(root)}:{number}: {what}"
