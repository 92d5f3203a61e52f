"""Typst at work.

Everything reaches Typst as one JSON value and is printed as text: no fact can become
markup, whatever it contains.
"""

import io
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import segno
import typst

from hattama.base.texts import pick

FOLDER = Path(__file__).parents[1] / "templates" / "documents" / "typst"
STANDARD: Final = "a-2b"
LANGUAGES = frozenset({"kk", "ru", "en"})


def render(
    template: str, language: str, facts: Mapping[str, Any], meta: Mapping[str, Any]
) -> bytes:
    """Set one document.

    Args:
        template: one of FACTS.
        language: "kk" or "ru".
        facts: as FACTS[template] describes them.
        meta: the frame, a `Meta`.
    """
    names = meta["institution"]
    whole = in_language({**meta, "facts": facts}, language) | {
        "language": language,
        "institution": {code: pick(names, code) for code in ("kk", "ru")},
        "qr": _qr(meta["check_url"]),
    }
    pdf: bytes = typst.compile(
        FOLDER / f"{template}.typ",
        root=FOLDER,
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(whole, ensure_ascii=False)},
        pdf_standards=[STANDARD],
    )
    return pdf


def in_language(value: Any, language: str) -> Any:
    """Put every text in several languages into one of them."""
    if isinstance(value, Mapping):
        if value.keys() <= LANGUAGES:
            return pick(value, language)
        return {key: in_language(part, language) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [in_language(part, language) for part in value]
    return value


def _qr(address: str) -> str:
    drawn = io.BytesIO()
    segno.make(address, error="m").save(drawn, kind="svg", border=0, scale=4)
    return drawn.getvalue().decode()
