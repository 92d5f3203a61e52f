"""Debian's packages, for the few programs that no Python wheel brings."""

import os
import shutil
import subprocess


def install(package: str) -> bool:
    """Install a package where we may: as root on Debian and its relatives."""
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    print(f"Installing {package} with apt-get ...", flush=True)
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    steps = (
        ["apt-get", "-qq", "update"],
        ["apt-get", "-qq", "install", "--no-install-recommends", package],
    )
    return all(
        subprocess.run(
            step,
            env=quiet,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            check=False,
        ).returncode
        == 0
        for step in steps
    )
