"""Checks of single values, shared with the import of lists."""

from collections.abc import Callable
from typing import TypeVar

from django.core.exceptions import ValidationError

from hattama.base.messages import refusal
from hattama.core.rules import RuleBroken

Clean = TypeVar("Clean")


def checked(read: Callable[[str], Clean], text: str) -> Clean:
    """Read a value as a list would; what it refuses is an error of the form."""
    try:
        return read(text)
    except RuleBroken as broken:
        words = refusal(broken)
        raise ValidationError(f"{words.what} {words.now}", broken.code) from None
