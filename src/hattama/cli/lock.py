"""./hattama lock: both lock files anew from pyproject.toml.

Versions stay where they still fit; --upgrade or --upgrade-package NAME moves them.
"""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hattama.cli.paths import ROOT

LOCK, DEV_LOCK = "requirements.lock", "requirements-dev.lock"
OPTIONS = (
    *("--quiet", "--universal", "--python-version", "3.11", "--generate-hashes"),
    *("--no-header", "--no-emit-index-url", "--no-emit-find-links"),
)


def run(arguments: list[str]) -> int:
    with uv() as program:
        compile_lock = [
            program,
            "pip",
            "compile",
            "pyproject.toml",
            *OPTIONS,
            *arguments,
        ]
        # The second keeps the versions of the first: it is installed in its place.
        dev = ["--extra", "dev", "--constraint", LOCK]
        for options in (["-o", LOCK], [*dev, "-o", DEV_LOCK]):
            done = subprocess.run([*compile_lock, *options], cwd=ROOT, check=False)
            if done.returncode:
                return done.returncode
    print(f"{LOCK} and {DEV_LOCK} are made; ./hattama test shows whether they serve.")
    return 0


@contextmanager
def uv() -> Iterator[str]:
    """Yield the uv in PATH, else one that is installed for this once."""
    found = shutil.which("uv")
    if found:
        yield found
        return
    with tempfile.TemporaryDirectory(prefix="hattama-uv-") as folder:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        bin_ = Path(folder) / "bin"
        subprocess.run(
            [bin_ / "python", "-m", "pip", "install", "-q", "uv"], check=True
        )
        yield str(bin_ / "uv")
