"""The demo's data folder: whose it is, and whether this Hattama can go on with it."""

import hashlib
from pathlib import Path

from hattama.cli.paths import PACKAGE

MARK = "demo-of"  # a file that says for which tables the folder was made


class Unfit(Exception):  # noqa: N818 - it is a sentence for the person, not a fault
    """The folder holds something else."""


def prepare(data: Path) -> None:
    """Make the folder, or see that it is a demo of these tables.

    Raises:
        Unfit: with what to do.
    """
    mark = data / MARK
    if mark.exists():
        if mark.read_text().strip() != tables():
            raise Unfit(
                f"{data} holds a demo of another version of Hattama. Remove the folder"
                " (rm -r), or choose another one: ./hattama demo --data FOLDER"
            )
        return
    if data.exists() and any(data.iterdir()):
        raise Unfit(
            f"{data} is not empty and holds no demo. Choose another folder:"
            " ./hattama demo --data FOLDER"
        )
    try:
        data.mkdir(parents=True, exist_ok=True)
        mark.write_text(tables())
    except OSError as error:
        raise Unfit(f"{data} cannot be made: {error.strerror}") from error


def tables() -> str:
    """A digest over all migrations: it changes whenever a table does."""
    whole = hashlib.sha256()
    for path in sorted(PACKAGE.glob("*/migrations/*.py")):
        whole.update(path.read_bytes())
    return whole.hexdigest()[:16]
