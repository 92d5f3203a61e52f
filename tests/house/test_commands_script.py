"""The script ./hattama on a checkout that has nothing yet."""

import ast
import os
import shutil
import subprocess
import sys

import pytest

from hattama.cli.paths import ROOT

MAIN = """
import os, sys
print("started", *sys.argv[1:], sys.stdin is not None)
if "where" in sys.argv:
    print(os.getcwd())
"""


@pytest.fixture(scope="module")
def checkout(tmp_path_factory):
    """A house with no packages, started once."""
    root = tmp_path_factory.mktemp("checkout")
    shutil.copy(ROOT / "hattama", root)
    for lock in ("requirements.lock", "requirements-dev.lock"):
        (root / lock).write_text("# nothing\n")
    package = root / "src/hattama"
    package.mkdir(parents=True)
    (package / "__main__.py").write_text(MAIN)
    assert started(root, "demo") == (0, "started demo True\n", True)
    return root


def process(root, *arguments, **options):
    return subprocess.Popen(
        [sys.executable, root / "hattama", *arguments],
        env={"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "PIP_USER": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        **options,
    )


def answer(running):
    out, err = running.communicate(timeout=120)
    return running.returncode, out, "Installing" in err


def started(root, *arguments, **options):
    return answer(process(root, *arguments, **options))


def test_it_parses_on_the_oldest_python_that_it_speaks_to():
    ast.parse((ROOT / "hattama").read_text(), feature_version=(3, 6))


def test_a_second_start_installs_nothing(checkout):
    assert started(checkout, "norms") == (0, "started norms True\n", False)


def test_it_starts_with_stdin_closed(checkout):
    closed = {"preexec_fn": lambda: os.close(0)}
    assert started(checkout, "norms", **closed) == (0, "started norms True\n", False)


def test_it_starts_from_any_folder_and_stays_there(checkout, tmp_path):
    (tmp_path / "os.py").write_text("a file that is no module of ours")
    answered = started(checkout, "where", cwd=tmp_path)
    assert answered == (0, f"started where True\n{tmp_path}\n", False)


def test_a_changed_lock_is_installed(checkout):
    (checkout / "requirements.lock").write_text("# still nothing\n")
    assert started(checkout, "norms") == (0, "started norms True\n", True)
    assert started(checkout, "norms") == (0, "started norms True\n", False)


def test_a_package_whose_hash_is_missing_is_refused(checkout):
    lock = checkout / "requirements.lock"
    before = lock.read_text()
    lock.write_text("django==5.2.19\n")
    assert started(checkout, "norms")[0] == 1
    lock.write_text(before)
    assert started(checkout, "norms") == (0, "started norms True\n", True)


def test_two_starts_at_once_repair_what_was_interrupted(checkout):
    (checkout / ".venv/installed").unlink()
    both = [process(checkout, "norms"), process(checkout, "roster")]
    answers = [answer(each) for each in both]
    assert [code for code, _out, _installing in answers] == [0, 0]
    assert sum("Installing" in str(out) or did for _code, out, did in answers) == 1
