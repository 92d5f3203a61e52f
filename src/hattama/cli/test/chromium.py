"""The browser of the browser tests."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from hattama.cli import debian

NAMES = ("chromium", "chromium-browser", "google-chrome")

# Playwright's own copy lives beside the packages: a home folder may be read-only.
os.environ.setdefault("PLAYWRIGHT_BROWSERS_PATH", str(Path(sys.prefix) / "browsers"))


def in_path() -> str | None:
    return next(filter(None, map(shutil.which, NAMES)), None)


def ensure() -> bool:
    """See to it that there is a browser; say what to do where there can be none."""
    if in_path() or (debian.install("chromium") and in_path()) or playwrights_own():
        return True
    print(
        "No Chromium for the browser tests: none in PATH, and neither apt-get nor"
        " Playwright could install one. Install chromium and start again.",
        file=sys.stderr,
    )
    return False


def playwrights_own() -> bool:
    done = subprocess.run(
        [sys.executable, "-m", "playwright", "install", "chromium"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        check=False,
    )
    return done.returncode == 0
