"""Texts in several languages."""

from collections.abc import Mapping

from django.utils.translation import get_language

FALLBACK = ("kk", "ru", "en")


def pick(texts: Mapping[str, str] | None, language: str | None = None) -> str:
    """Take the text in a language (default: the reader's), else the first there is."""
    wanted = language or get_language() or FALLBACK[0]
    for code in (wanted[:2], *FALLBACK):
        if texts and (text := texts.get(code)):
            return text
    return ""
