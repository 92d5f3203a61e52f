"""./hattama test: all tests on SQLite, then those with a database on PostgreSQL."""

import os
import signal
import subprocess
import sys
from types import FrameType

from hattama.cli.messages import compile_catalogues
from hattama.cli.paths import ROOT
from hattama.cli.test import chromium, postgres

# These say the same whatever the database.
DATABASE_FREE = (
    "tests/core/*",
    "tests/house/test_commands*",
    "tests/house/test_tree*",
    "tests/house/test_words*",
)


def run(arguments: list[str]) -> int:
    """With pytest's arguments: these alone, on SQLite or with --postgres there."""
    signal.signal(signal.SIGTERM, leave_tidily)
    compile_catalogues()
    if arguments:
        chosen = [word for word in arguments if word != "--postgres"]
        return on_postgres(chosen) if "--postgres" in arguments else on_sqlite(chosen)
    return everything()


def everything() -> int:
    if not chromium.ensure():
        return 1
    parallel = ["-n", str(max(2, os.cpu_count() or 2)), "--tb=short"]
    ignored = [f"--ignore-glob={pattern}" for pattern in DATABASE_FREE]
    first = on_sqlite(parallel)
    second = on_postgres([*parallel, *ignored])
    if first:
        print("The run on SQLite, further above, failed.", flush=True)
    return first or second


def on_sqlite(arguments: list[str]) -> int:
    print("On SQLite", flush=True)
    return pytest(arguments, database="")


def on_postgres(arguments: list[str]) -> int:
    with postgres.server() as address:
        print("On PostgreSQL", flush=True)
        return pytest(arguments, database=address)


def pytest(arguments: list[str], *, database: str) -> int:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *arguments],
        cwd=ROOT,
        env=dict(os.environ, HATTAMA_DATABASE=database),
        stdin=subprocess.DEVNULL,
        check=False,
    )
    return done.returncode


def leave_tidily(number: int, frame: FrameType | None) -> None:
    sys.exit(128 + number)
