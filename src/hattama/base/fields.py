"""Fields that several rooms use."""

from typing import Any

from django.db import models

LANGUAGES = ("kk", "ru", "en")


class TextsField(models.JSONField):
    """A text in several languages: {"kk": …, "ru": …, "en": …}, each optional.

    Pages show it with `|text`, which falls back kk, ru, en.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", dict)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)
