"""./hattama messages: the Kazakh and Russian catalogues, one of each per room."""

import contextlib
import os
from pathlib import Path

from hattama.cli.messages.catalogues import (
    catalogue_path,
    merged,
    read,
    rooms,
    untranslated,
    write,
)
from hattama.cli.messages.extraction import extracted
from hattama.cli.paths import PACKAGE

__all__ = ["compile_catalogues", "run"]

LANGUAGES = ("kk", "ru")


def run(arguments: list[str]) -> int:
    """Bring every catalogue up to date; translations are kept, unused ones go."""
    for room in rooms(PACKAGE):
        messages = extracted(room)
        for language in LANGUAGES if messages else ():
            catalogue = merged(room, language, messages)
            write(catalogue, catalogue_path(room, language))
            left = sum(untranslated(message) for message in catalogue)
            print(f"{room.name:<12}{language}  {len(catalogue)}, {left} to translate")
    compile_catalogues()
    return 0


def compile_catalogues() -> None:
    """Make each .mo that is missing or older than its .po."""
    for po in PACKAGE.glob("*/locale/*/LC_MESSAGES/django.po"):
        mo = po.with_suffix(".mo")
        if not mo.exists() or mo.stat().st_mtime <= po.stat().st_mtime:
            compile_one(po, mo)


def compile_one(po: Path, mo: Path) -> None:
    from babel.messages.mofile import write_mo

    whole = mo.with_suffix(f".{os.getpid()}")  # another process never reads a half
    with contextlib.ExitStack() as stack:
        stack.callback(whole.unlink, missing_ok=True)
        with whole.open("wb") as file:
            write_mo(file, read(po))
        whole.replace(mo)
