"""Is every sentence there in Kazakh and Russian, whole and the same everywhere?"""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message

from hattama.cli.messages import LANGUAGES
from hattama.cli.messages.catalogues import (
    catalogue_path,
    forms,
    read,
    rooms,
    untranslated,
)
from hattama.cli.messages.extraction import extracted
from hattama.cli.paths import PACKAGE

PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]")
SHOWN = 60  # letters of a sentence


def complaints(package: Path = PACKAGE) -> str:
    found = [*of_rooms(package), *disagreements(package)]
    return "\n".join(found)


def of_rooms(package: Path) -> Iterator[str]:
    for room in rooms(package):
        messages = extracted(room)
        for language in LANGUAGES:
            for what in of_catalogue(messages, catalogue_path(room, language)):
                yield f"{room.name} {language}: {what}"


def of_catalogue(messages: Catalog, po: Path) -> Iterator[str]:
    """Compare what the code says with what the catalogue holds."""
    catalogue = read(po) if po.exists() else Catalog()
    said = {
        (message.id, message.context): message for message in messages if message.id
    }
    held = {
        (message.id, message.context): message for message in catalogue if message.id
    }
    for key in said.keys() - held.keys():
        yield f"missing: {shown(said[key])}"
    for key in held.keys() - said.keys():
        yield f"no longer used, run ./hattama messages: {shown(held[key])}"
    for key in held.keys() & said.keys():
        yield from of_message(held[key])


def of_message(message: Message) -> Iterator[str]:
    if untranslated(message):
        yield f"not translated: {shown(message)}"
    elif message.fuzzy:
        yield f"fuzzy: {shown(message)}"
    elif not placeholders_agree(message):
        yield f"other placeholders than the original: {shown(message)}"


def placeholders_agree(message: Message) -> bool:
    """A plural form may leave out the number where the singular does."""
    allowed = [placeholders(text) for text in originals(message)]
    return all(placeholders(text) in allowed for text in forms(message))


def originals(message: Message) -> list[str]:
    return [message.id] if isinstance(message.id, str) else list(message.id)


def placeholders(text: str) -> set[str]:
    return set(PLACEHOLDER.findall(text))


def disagreements(package: Path) -> Iterator[str]:
    """Sentences that two rooms translate differently: a reader meets only one."""
    for language in LANGUAGES:
        ways: dict[tuple[str, ...], dict[tuple[str, ...], str]] = defaultdict(dict)
        for room in rooms(package):
            po = catalogue_path(room, language)
            for message in read(po) if po.exists() else ():
                if message.id and not untranslated(message):
                    key = (message.context or "", *originals(message))
                    ways[key][tuple(forms(message))] = room.name
        for key, names in ways.items():
            if len(names) > 1:
                where = ", ".join(names.values())
                yield f"{language}: translated in several ways ({where}): {key[1]}"


def shown(message: Message) -> str:
    text = originals(message)[0]
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}..."
