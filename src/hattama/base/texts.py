"""Texts in several languages."""

from collections.abc import Mapping
from datetime import date, datetime

from django.utils.functional import Promise
from django.utils.translation import get_language, override

from hattama.base.dates import day_text, moment_text

FALLBACK = ("kk", "ru", "en")


def pick(texts: Mapping[str, str] | None, language: str | None = None) -> str:
    """Take the text in a language (default: the reader's), else the first there is."""
    wanted = language or get_language() or FALLBACK[0]
    for code in (wanted[:2], *FALLBACK):
        if texts and (text := texts.get(code)):
            return text
    return ""


def said(sentence: str | Promise, **facts: object) -> dict[str, str]:
    """Say a marked sentence in every language, for what is kept or sent.

    Args:
        sentence: from `gettext_lazy`, with %(fact)s in it.
        facts: plain values; a mapping by language is picked in each language.
    """
    texts = {}
    for language in FALLBACK:
        with override(language):
            texts[language] = say(sentence, **facts)
    return texts


def say(sentence: str | Promise, **facts: object) -> str:
    """Say a marked sentence in the reader's language; facts as for `said`."""
    return str(sentence) % {name: _shown(fact) for name, fact in facts.items()}


def _shown(fact: object) -> object:
    if isinstance(fact, Mapping):
        return pick(fact)
    if isinstance(fact, datetime):
        return moment_text(fact)
    if isinstance(fact, date):
        return day_text(fact)
    return str(fact)
