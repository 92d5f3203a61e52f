"""The style guide: every part with example content, routed in the demo alone."""

import re
import tomllib
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from django import forms
from django.contrib.staticfiles import finders
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hattama.base import texts
from hattama.base.messages import Said
from hattama.base.templatetags.parts.marks import STATES

MOMENT = datetime(2026, 6, 15, 4, 30, tzinfo=UTC)
WORDS = Path(__file__).with_name("style_guide.toml")


def style_guide(request: HttpRequest) -> HttpResponse:
    """Show every part once."""
    said = _examples()
    words = said["words"]
    return render(
        request,
        "base/style_guide.html",
        {
            "words": words,
            "moment": MOMENT,
            "later": MOMENT + timedelta(minutes=15),
            "milestones": said["milestones"],
            "due": [one for one in said["milestones"] if one["state"] == "due"],
            "steps": said["steps"],
            "members": said["members"],
            "students": said["students"],
            "page": Paginator(range(60), 24).page(2),
            "refusal": Said(
                "example", words["what"], words["now"], ("he-attestation-2020/p59a",)
            ),
            "form": _example_form(words),
            "states": STATES,
            "icons": _icons(),
        },
    )


def _examples() -> dict[str, Any]:
    content = tomllib.loads(WORDS.read_text(encoding="utf-8"))
    return {key: _in_language(part) for key, part in content.items()}


def _in_language(part: Any) -> Any:
    if isinstance(part, list):
        return [_in_language(one) for one in part]
    if not isinstance(part, dict):
        return part
    if "kk" in part:
        return texts.pick(part)
    return {key: _in_language(value) for key, value in part.items()}


def _example_form(words: dict[str, str]) -> forms.Form:
    class Example(forms.Form):
        topic = forms.CharField(label=words["topic"], help_text=words["topic_help"])
        held_on = forms.DateField(
            label=words["date"], widget=forms.DateInput(attrs={"type": "date"})
        )
        kind = forms.ChoiceField(
            label=words["form"],
            choices=[(key, words[key]) for key in ("oral", "written")],
            widget=forms.RadioSelect,
        )
        secret = forms.BooleanField(label=words["secret"], required=False)
        file = forms.FileField(label=words["file"], required=False)
        note = forms.CharField(
            label=words["note"], required=False, widget=forms.Textarea
        )

    return Example({"kind": "oral"})


@cache
def _icons() -> list[str]:
    sprite = Path(str(finders.find("base/icons.svg"))).read_text(encoding="utf-8")
    return re.findall(r'symbol id="([a-z]+)"', sprite)
