"""Form fields that several rooms use."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from hattama.base.fields import LANGUAGES

NAMES = {"kk": _("Kazakh"), "ru": _("Russian"), "en": _("English")}


class TextsInput(forms.MultiWidget):
    """One input for each language, each with its name."""

    template_name = "base/field/texts.html"

    def __init__(self, *, long: bool = False, attrs: Any = None) -> None:
        kind = forms.Textarea if long else forms.TextInput
        super().__init__({code: kind({"lang": code}) for code in LANGUAGES}, attrs)

    def decompress(self, value: Mapping[str, str] | None) -> list[str]:
        """Part a text by language."""
        return [(value or {}).get(code, "") for code in LANGUAGES]

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """Name each input's language."""
        context = super().get_context(name, value, attrs)
        for part, code in zip(context["widget"]["subwidgets"], LANGUAGES, strict=True):
            part["language"] = NAMES[code]
        return context


class TextsFormField(forms.MultiValueField):
    """A text in several languages: {"kk": …, "ru": …, "en": …}, empty ones left out.

    Args:
        needed: languages that must be filled in where the field is required.
        long: whether it is a text of several lines.
    """

    def __init__(
        self, *, needed: Sequence[str] = ("kk", "ru"), long: bool = False, **rest: Any
    ) -> None:
        required = rest.get("required", True)
        parts = [
            forms.CharField(
                required=required and code in needed,
                error_messages={"incomplete": _("Fill it in in Kazakh and Russian.")},
            )
            for code in LANGUAGES
        ]
        super().__init__(
            fields=parts,
            widget=TextsInput(long=long),
            require_all_fields=False,
            **rest,
        )

    def compress(self, data_list: Sequence[str]) -> dict[str, str]:
        """Put the languages together."""
        given = zip(LANGUAGES, data_list or (), strict=False)
        return {code: text for code, text in given if text}


class ValuesForm(forms.ModelForm):  # type: ignore[type-arg]
    """Takes fields from a model and gives clean values; the deed judges and writes.

    Show a row with `initial=model_to_dict(row)`, never with `instance`.
    """

    def _post_clean(self) -> None:
        """Leave what may not be twice to the deed, which knows the row."""


def day_input() -> forms.DateInput:
    """The browser's own way to choose a day."""
    return forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
