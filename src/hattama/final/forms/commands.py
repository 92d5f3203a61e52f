"""Each command's form, made from what the command asks for."""

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, Field, fields
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, cast, get_args, get_origin, get_type_hints

from django import forms
from django.http import Http404, QueryDict

from hattama.core.rules import RuleBroken
from hattama.core.sitting.commands import COMMANDS, Command
from hattama.final.forms.words import DECISIONS, FIELDS
from hattama.final.queries.sentences import WORDS

Choices = Iterable[tuple[str, Any]]

#: Made elsewhere: from the tables, from papers, or with a picture.
ELSEWHERE = frozenset(
    {"convene-sitting", "permit-another-day", "grade-by-exception", "keep-sheet"}
)
#: What no page may say: the installation itself adds it, or the system alone knows.
_NOT_ASKED = frozenset({"by", "seed", "counts", "protocol", "lost"})
_TICKS = frozenset({"original_shown", "chair_told"})
_LONG = frozenset({"reason", "what", "text", "remark", "cause"})
_LENGTH = 4000


def command_from(name: str, data: QueryDict, by: str) -> Command:
    """Read a command from a posted form.

    A text left empty is not refused here: the rule that needs it says so better.

    Args:
        name: of the command, kebab-case.
        data: what was posted.
        by: who gives it; never taken from the page.

    Raises:
        Http404: no command of this page.
        RuleBroken: "field-unreadable" with the fields' names.
    """
    if name in ELSEWHERE or name not in COMMANDS:
        raise Http404
    kind = COMMANDS[name]
    form = form_of(kind, data=data)
    if not form.is_valid():
        wrong = [str(form[field].label) for field in form.errors]
        raise RuleBroken("field-unreadable", fields=wrong)
    unasked = {"seed": ""} if "seed" in _required(kind) else {}
    return kind(by=by, **form.cleaned_data, **unasked)


def form_of(
    kind: type[Command],
    *,
    data: QueryDict | None = None,
    given: Iterable[str] = (),
    choices: Mapping[str, Choices] | None = None,
    initial: dict[str, object] | None = None,
    prefix: str = "",
) -> forms.Form:
    """Make the form of a command.

    Args:
        kind: the command's class.
        data: what was posted; None for an empty form.
        given: names of fields that the page fills itself.
        choices: what a field may be, where the page knows.
        initial: what stands in a field at first.
        prefix: sets the fields' ids apart from those of other forms on the page.
    """
    form = forms.Form(data, auto_id=f"{prefix}-{kind.name}-%s", initial=initial)
    hints = _hints(cast("type", kind))
    for each in fields(kind):
        if each.name not in _NOT_ASKED and each.name not in given:
            form.fields[each.name] = _field(
                each,
                hints[each.name],
                (choices or {}).get(each.name),
                left_to_rule=data is not None and hints[each.name] is str,
            )
    return form


def _field(
    each: Field[Any], hint: Any, choices: Choices | None, *, left_to_rule: bool
) -> forms.Field:
    words: dict[str, Any] = {
        "label": FIELDS[each.name],
        "required": each.default is MISSING and not left_to_rule,
    }
    if choices is not None:
        return forms.ChoiceField(choices=list(choices), **words)
    plain = _plain(hint)
    if isinstance(plain, type) and issubclass(plain, StrEnum):
        listed = [(one.value, WORDS[one.value]) for one in plain]
        return forms.TypedChoiceField(choices=listed, coerce=plain, **words)
    if plain is bool:
        return _yes_or_no(each.name, words)
    if plain is int:
        return forms.IntegerField(**words)
    if plain is datetime:
        widget = forms.DateTimeInput(
            {"type": "datetime-local"}, format="%Y-%m-%dT%H:%M:%S"
        )
        return forms.DateTimeField(widget=widget, **words)
    if plain is date:
        return forms.DateField(
            widget=forms.DateInput({"type": "date"}, format="%Y-%m-%d"), **words
        )
    return _text(each.name, words, empty=None if each.default is None else "")


def _yes_or_no(name: str, words: dict[str, Any]) -> forms.Field:
    if name in _TICKS:
        return forms.BooleanField(**words | {"required": False})
    return forms.TypedChoiceField(
        choices=DECISIONS[name], coerce=lambda value: value == "yes", **words
    )


def _text(name: str, words: dict[str, Any], *, empty: str | None) -> forms.Field:
    widget = forms.Textarea({"rows": 3}) if name in _LONG else forms.TextInput()
    return forms.CharField(
        widget=widget, max_length=_LENGTH, empty_value=empty, **words
    )


def _plain(hint: Any) -> Any:
    if get_origin(hint) is UnionType:
        [hint] = [one for one in get_args(hint) if one is not NoneType]
    return hint


def _required(kind: type[Command]) -> set[str]:
    return {each.name for each in fields(kind) if each.default is MISSING}


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
