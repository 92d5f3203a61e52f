"""What every page knows: `house`. Its values are computed only where a page asks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.module_loading import import_string

from hattama.base import texts

THEMES = ("auto", "light", "dark")
THEME_COOKIE = "theme"
_DARK_FOR = {
    "auto": "screen and (prefers-color-scheme: dark)",
    "dark": "screen",
    "light": "not all",
}


@dataclass(frozen=True)
class Entry:
    """One line of the navigation.

    Attributes:
        label: the page's name.
        url: where it is.
        current: whether it is this page, or this page lies in it.
        count: what waits there; 0 shows nothing.
        icon: name of an icon, or empty.
    """

    label: str
    url: str
    current: bool = False
    count: int = 0
    icon: str = ""


def house(request: HttpRequest) -> dict[str, dict[str, object]]:
    """Give the page its frame; templates call what is callable."""
    theme = theme_of(request)
    return {
        "house": {
            "demo": settings.DEMO,
            "theme": theme,
            "dark_for": _DARK_FOR[theme],
            "institution": partial(institution_of, request),
            "institution_name": partial(institution_name, request),
            "navigation": partial(navigation, request),
        }
    }


def theme_of(request: HttpRequest) -> str:
    """The theme the reader chose, else what their device asks for."""
    chosen = request.COOKIES.get(THEME_COOKIE, "")
    return chosen if chosen in THEMES else THEMES[0]


def institution_of(request: HttpRequest) -> Any:
    """Whose page it is: the asking person's, else the one the page is about."""
    person = getattr(request, "person", None)
    return person.institution if person else getattr(request, "institution", None)


def institution_name(request: HttpRequest) -> str:
    """The institution's name in the reader's language; empty where there is none."""
    institution = institution_of(request)
    return texts.pick(institution.name) if institution else ""


def navigation(request: HttpRequest) -> Sequence[Entry]:
    """What the asking person can go to, as the room named in the settings lists it."""
    path: str = getattr(settings, "NAVIGATION", "")
    if not path:
        return ()
    entries: Callable[[HttpRequest], Sequence[Entry]] = import_string(path)
    return entries(request)
