"""Checks that a program of its own makes; its output is the complaint."""

import os
import secrets
import subprocess
import sys
import tempfile
from pathlib import Path

from hattama.cli.paths import ROOT

CODE = (".", "hattama")  # the script has no ending by which ruff would know it


def formatting() -> str:
    return program("ruff", "format", "--check", "--output-format=concise", *CODE)


def lint() -> str:
    return program("ruff", "check", "--output-format=concise", *CODE)


def types() -> str:
    return program("mypy", "--no-error-summary")


def contracts() -> str:
    return program("lint-imports", "--no-cache")


def templates() -> str:
    return program("djlint", "--lint", "--quiet", "src")


def migrations() -> str:
    return ours("hattama", "makemigrations", "--check", "--dry-run")


def norms() -> str:
    return ours("hattama", "norms")


def deployment() -> str:
    """Django's own list of what a public installation must have."""
    return ours(
        *("django", "check", "--deploy", "--fail-level", "WARNING"),
        DJANGO_SETTINGS_MODULE="hattama.site.settings",
        HATTAMA_URL="https://hattama.example",
        HATTAMA_HOSTS="hattama.example",
        HATTAMA_TLS_REDIRECT="yes",
    )


def program(name: str, *arguments: str) -> str:
    return output(Path(sys.executable).parent / name, *arguments)


def ours(*arguments: str, **environment: str) -> str:
    """Run a module with settings and data of nobody."""
    with tempfile.TemporaryDirectory() as data:
        return output(
            *(sys.executable, "-m", *arguments),
            HATTAMA_DATA=data,
            HATTAMA_DATABASE="",
            HATTAMA_SECRET_KEY=secrets.token_urlsafe(48),
            **environment,
        )


def output(*command: str | Path, **environment: str) -> str:
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=os.environ | environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return (done.stdout or "it failed without a word") if done.returncode else ""
