"""Every pair of colours that meets on a page can be read in both themes (WCAG AA)."""

import re
from pathlib import Path

import pytest

CSS = Path("src/hattama/base/static/base/css")
TEXT, SIGN = 4.5, 3.0  # least contrast of text, and of what is no text (1.4.3, 1.4.11)

GROUNDS = ("paper", "surface", "sunken")
TEXT_PAIRS = [
    *((ink, ground) for ink in ("ink", "ink-soft", "accent") for ground in GROUNDS),
    *(("ink", f"{tone}-soft") for tone in ("accent", "ok", "warn", "danger", "quiet")),
    *((tone, f"{tone}-soft") for tone in ("ok", "warn", "danger", "quiet", "gold")),
    *((tone, "surface") for tone in ("ok", "warn", "danger", "quiet", "gold")),
    *((tone, "paper") for tone in ("ok", "warn", "danger", "quiet", "gold")),
    ("ink-soft", "accent-soft"),
    ("ink-soft", "warn-soft"),
    ("accent", "accent-soft"),
    ("accent-strong", "accent-soft"),
    ("accent-strong", "surface"),
    ("on-accent", "accent"),
    ("on-accent", "accent-strong"),
    ("on-danger", "danger"),
    ("on-danger", "danger-strong"),
    ("on-band", "band"),
    ("on-band", "band-raised"),
    ("on-band-soft", "band"),
]
SIGN_PAIRS = [
    *(("line-strong", ground) for ground in GROUNDS),
    *(("focus", ground) for ground in (*GROUNDS, "accent-soft", "danger-soft")),
    ("on-band-focus", "band"),
    ("on-band-focus", "band-raised"),
    ("accent", "quiet-soft"),
    ("ornament", "band"),
]


def colours(*files):
    """The colour tokens; a later file's win, as in the page."""
    found = {}
    for file in files:
        text = (CSS / file).read_text(encoding="utf-8")
        found |= dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", text))
    return found


THEMES = {"light": colours("tokens.css"), "dark": colours("tokens.css", "dark.css")}


def luminance(colour):
    def linear(part):
        share = int(part, 16) / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(colour[at : at + 2]) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def too_faint(theme, pairs, least):
    tokens = THEMES[theme]
    ratios = {pair: contrast(*(tokens[name] for name in pair)) for pair in pairs}
    return {pair: round(ratio, 2) for pair, ratio in ratios.items() if ratio < least}


def test_contrast_is_computed_as_the_standard_says():
    assert round(contrast("#000000", "#ffffff"), 2) == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


@pytest.mark.parametrize("theme", THEMES)
def test_every_text_can_be_read(theme):
    assert too_faint(theme, TEXT_PAIRS, TEXT) == {}


@pytest.mark.parametrize("theme", THEMES)
def test_every_border_sign_and_focus_can_be_seen(theme):
    assert too_faint(theme, SIGN_PAIRS, SIGN) == {}


def test_the_dark_theme_names_every_colour():
    assert set(colours("dark.css")) == set(colours("tokens.css"))


def test_colours_stand_in_the_tokens_alone():
    others = [path for path in CSS.glob("*.css") if "--paper:" not in path.read_text()]
    written = {
        path.name: found
        for path in others
        if path.name != "print.css"  # paper is black on white
        and (found := re.findall(r"#[0-9a-f]{3,6}\b|rgb\(|hsl\(", path.read_text()))
    }
    assert written == {}
