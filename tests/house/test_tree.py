"""The house keeps its shape."""

import ast
import re

import pytest

from hattama.cli.check import documentation, locks
from hattama.cli.messages.catalogues import rooms
from hattama.cli.paths import PACKAGE

LONGEST = 40  # lines of a function, beside its docstring
ROOM = {
    *("models", "queries", "access", "actions", "forms", "views", "live", "jobs"),
    *("urls", "apps", "migrations", "templates", "static", "templatetags", "locale"),
    *("__init__", "adapter", "context", "middleware"),
}
# A further file is a decision: it stands here, with what no room has a word for.
FURTHER = {
    "documents": {"facts", "sealing", "typesetting"},  # how a PDF comes about
    "final": {"words"},  # the papers' sentences, in two languages at once
}
INLINE = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>|<style|\sstyle=|\son[a-z]+=\"", re.I)


def test_no_function_scrolls():
    long = [
        f"{path.relative_to(PACKAGE)}: {name}"
        for path in PACKAGE.rglob("*.py")
        for name, lines in functions(path)
        if lines > LONGEST
    ]
    assert long == []


def functions(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.FunctionDef):
            told = ast.get_docstring(node, clean=False) or ""
            yield node.name, node.end_lineno - node.lineno + 1 - len(told.splitlines())


def test_a_room_has_only_the_files_that_rooms_have():
    other = [
        path.relative_to(PACKAGE)
        for room in rooms(PACKAGE)
        for path in room.iterdir()
        if room.name != "base" and path.stem not in allowed(room)
    ]
    assert other == []


def allowed(room):
    return ROOM | FURTHER.get(room.name, set()) | {"__pycache__"}


def test_pages_have_no_inline_script_and_no_inline_style():
    found = [
        f"{path.relative_to(PACKAGE)}: {match[0]}"
        for path in PACKAGE.rglob("templates/**/*.html")
        for match in INLINE.finditer(path.read_text())
    ]
    assert found == []


def test_papers_that_do_not_fit_are_named(tmp_path):
    (tmp_path / "docs").mkdir()
    (tmp_path / "src/hattama/office").mkdir(parents=True)
    (tmp_path / "src/hattama/office/apps.py").write_text("read('HATTAMA_NEW')")
    (tmp_path / "README.md").write_text("[a](docs/map.md#top) [b](gone.md) [c](x:y)")
    (tmp_path / "docs/map.md").write_text("no rooms")
    (tmp_path / "docs/configuration.md").write_text("`HATTAMA_OLD`")
    assert documentation.complaints(tmp_path).splitlines() == [
        "README.md: nothing is at gone.md",
        "docs/map.md does not name the room `office`",
        "docs/configuration.md does not explain HATTAMA_NEW",
        "docs/configuration.md explains HATTAMA_OLD, which nothing reads",
        "CHANGELOG.md does not mention the current version 0.1.0",
    ]


PROJECT = """
[project]
dependencies = ["django>=5.2,<5.3", "segno>=1.6"]
[project.optional-dependencies]
dev = ["ruff>=0.17"]
"""
DJANGO = "django==5.2.1 \\\n    --hash=sha256:00\n"
SEGNO = "segno==1.6.6 ; python_version >= '3' \\\n    --hash=sha256:00\n    # via x\n"
RUFF = "ruff==0.17.6 \\\n    --hash=sha256:00\n"


@pytest.mark.parametrize(
    ("lock", "dev_lock", "complaints"),
    [
        (DJANGO + SEGNO, DJANGO + SEGNO + RUFF, []),
        (
            DJANGO,
            DJANGO + SEGNO + RUFF,
            ["requirements.lock: segno>=1.6 is pinned to nothing"],
        ),
        (
            DJANGO + SEGNO,
            DJANGO.replace("5.2.1", "5.2.2") + SEGNO + RUFF,
            ["django: 5.2.1 in requirements.lock, 5.2.2 in requirements-dev.lock"],
        ),
        (
            DJANGO + "segno==1.6.6\n",
            DJANGO + SEGNO + RUFF,
            ["requirements.lock: segno has no hash"],
        ),
        (
            "--index-url https://example.org\n" + DJANGO + SEGNO,
            DJANGO + SEGNO + RUFF,
            ["requirements.lock: it names an address"],
        ),
        (
            DJANGO + SEGNO,
            DJANGO + SEGNO + RUFF.replace("0.17.6", "0.16.1"),
            ["requirements-dev.lock: ruff>=0.17 is pinned to 0.16.1"],
        ),
    ],
)
def test_locks_that_do_not_fit_are_named(tmp_path, lock, dev_lock, complaints):
    (tmp_path / "pyproject.toml").write_text(PROJECT)
    (tmp_path / "requirements.lock").write_text(lock)
    (tmp_path / "requirements-dev.lock").write_text(dev_lock)
    assert locks.complaints(tmp_path).splitlines() == complaints
