"""Small marks: icon, state, paragraph, person, bell, text in the reader's language."""

from collections.abc import Mapping
from typing import Any

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from hattama.base import bell as bells
from hattama.base import texts
from hattama.base.templatetags.parts.library import register

# Each state's tone, icon and words.
STATES = {
    "not-yet": ("", "dash", _("Not yet")),
    "due": ("info", "clock", _("Due")),
    "now": ("info", "play", _("Now")),
    "late": ("danger", "alert", _("Late")),
    "done": ("ok", "check", _("Done")),
    "impossible": ("danger", "cross", _("Impossible")),
    "skipped": ("", "dash", _("Skipped")),
}


@register.simple_tag
def icon(name: str, title: str = "") -> SafeString:
    """`{% icon "check" %}`; with a title when nothing beside it says the same."""
    sprite = static("base/icons.svg")
    if title:
        return format_html(
            '<svg class="icon" role="img" aria-label="{}"><use href="{}#{}"/></svg>',
            title,
            sprite,
            name,
        )
    return format_html(
        '<svg class="icon" aria-hidden="true"><use href="{}#{}"/></svg>', sprite, name
    )


@register.inclusion_tag("base/_state.html")
def state(code: str, words: str = "", tone: str = "") -> dict[str, object]:
    """`{% state "late" %}`, or for other states `{% state "x" _("Open") "info" %}`."""
    known_tone, mark, known_words = STATES.get(code, ("", "", code))
    return {"tone": tone or known_tone, "mark": mark, "words": words or known_words}


@register.inclusion_tag("base/_mark.html")
def mark(code: str) -> dict[str, object]:
    """`{% mark "done" %}`: the round mark of a timeline or a list of steps."""
    _tone, name, words = STATES[code]
    return {"mark": name, "words": words}


@register.inclusion_tag("base/_person.html")
def person(who: Any, line: str = "") -> dict[str, object]:
    """`{% person member.person _("chair") %}`: full name, and a line under it."""
    return {"who": who, "line": line}


@register.simple_tag
def bell(topic: str) -> SafeString:
    """`{% bell topic %}`: the page looks again whenever the topic's bell rings."""
    return format_html('<div data-bell="{}" hidden></div>', bells.token(topic))


@register.filter
def text(given: Mapping[str, str] | None) -> str:
    """`{{ programme.name|text }}`: in the reader's language, else kk, ru, en."""
    return texts.pick(given)
