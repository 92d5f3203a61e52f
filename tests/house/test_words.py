"""Every refusal has its sentence, and nothing in the tree is out of place."""

import re
import subprocess

import pytest

from hattama.base.messages import REFUSALS
from hattama.cli.check import words
from hattama.cli.paths import PACKAGE

RAISED = re.compile(r'RuleBroken\(\s*"([a-z0-9-]+)"')


def raised():
    code = "".join(path.read_text() for path in PACKAGE.rglob("*.py"))
    return set(RAISED.findall(code))


def test_every_refusal_has_a_sentence():
    assert sorted(raised() - REFUSALS.keys()) == []


# Taken apart, so that this file may say them.
@pytest.mark.parametrize(
    "line",
    [
        f"see /{'home'}/somebody/notes",
        f"index = https://{'pypi'}.org/simple",
        f"# {'TO'}{'DO'} later",
        f"@pytest.mark.{'skip'}",
    ],
)
def test_words_that_do_not_belong_are_found(tmp_path, line):
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    (tmp_path / "notes.md").write_text(f"first\n{line}\n")
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\xff")
    subprocess.run(["git", "add", "."], cwd=tmp_path, check=True)
    assert re.fullmatch(r"notes\.md:2: [^\n]+", words.complaints(tmp_path))


def test_ordinary_words_are_left_alone(tmp_path):
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    (tmp_path / "notes.md").write_text("homework, rooted, assert Truely, todo list\n")
    subprocess.run(["git", "add", "."], cwd=tmp_path, check=True)
    assert words.complaints(tmp_path) == ""
