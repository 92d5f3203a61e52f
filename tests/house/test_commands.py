"""What one types after ./hattama."""

import os
import subprocess
import sys
from importlib import import_module

import pytest

from hattama.cli import COMMANDS, main
from hattama.cli.paths import ROOT


def start(*arguments, **environment):
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": "src"} | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_is_there(name):
    assert callable(import_module(f"hattama.cli.{name}").run)


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"]])
def test_without_a_command_they_are_listed(arguments, capsys):
    assert main(arguments) == 0
    listed = capsys.readouterr().out
    assert [name for name in COMMANDS if f"  {name} " not in listed] == []


def test_another_word_goes_to_django():
    done = start("-m", "hattama", "nonsense")
    assert done.returncode == 1
    assert done.stderr.startswith("Unknown command: 'nonsense'")


def test_an_unknown_check_is_named_and_nothing_runs(capsys):
    assert main(["check", "locks", "spelling"]) == 2
    assert capsys.readouterr().out.startswith("Unknown: spelling. There are: format,")


@pytest.mark.parametrize(
    "arguments",
    [
        ["deadline", "--list"],
        ["norms", "--json"],
        ["roster", "tests/data/rosters/none.csv", "--json"],
    ],
)
def test_quick_commands_do_not_wait_for_the_site(arguments):
    """They answer without settings and without a database."""
    told = start(
        "-c",
        "import sys; from hattama.cli import main; main(sys.argv[1:]);"
        "print(*sys.modules, file=sys.stderr)",
        *arguments,
        HATTAMA_DATABASE="nonsense",
    ).stderr.split()
    assert "hattama.cli" in told
    assert {"hattama.site.settings", "hattama.base.models"} & set(told) == set()
