"""E-mail addresses, telephones, codes and years of study."""

import re

from hattama.core.rules import RuleBroken

EMAIL = re.compile(r"[^\s@<>()\[\],;:\"\\=]+@[^\s@<>()\[\],;:\"\\=.]+(\.[^\s@.,;<>]+)+")
LONGEST_EMAIL = 254
LONGEST_TEXT = 200
YEARS = range(1, 8)
FORMULA = re.compile(r"[=+@]|-(?=.*[(!])")
HTML = re.compile(r"<|>|&#|&lt;")
PROGRAMME_LETTERS = str.maketrans("АВДМС", "ABDMC")


def read_email(text: str) -> str:
    """An address in lower case, or `email-unreadable`."""
    bare = text.removeprefix("mailto:").strip("<>").lower()
    if len(bare) > LONGEST_EMAIL or not EMAIL.fullmatch(bare):
        raise RuleBroken("email-unreadable", text=text[:LONGEST_TEXT])
    return bare


def read_phone(text: str) -> str:
    """A number as +77011234567, or the warning `phone-odd`."""
    digits = re.sub(r"[\s()\-–.]", "", text)
    if match := re.fullmatch(r"(?:\+?7|8)?(\d{10})", digits):
        return f"+7{match[1]}"
    if re.fullmatch(r"\+\d{8,15}", digits):
        return digits
    raise RuleBroken("phone-odd", text=text[:LONGEST_TEXT])


def read_programme(text: str) -> str:
    """A programme's code: 6B06102, 06130100 (a dropped leading zero comes back)."""
    code = read_text(text).replace(" ", "").upper().translate(PROGRAMME_LETTERS)
    return code.zfill(8) if re.fullmatch(r"\d{7}", code) else code


def read_year(text: str) -> int:
    """The year of study, 1 to 7, or the warning `year-unknown`."""
    match = re.fullmatch(r"(\d)\D*", text)
    if not match or int(match[1]) not in YEARS:
        raise RuleBroken("year-unknown", text=text[:LONGEST_TEXT])
    return int(match[1])


def read_text(text: str) -> str:
    """Any other text, or `text-formula`, `text-html`, `text-too-long`."""
    if FORMULA.match(text):
        raise RuleBroken("text-formula", text=text[:LONGEST_TEXT])
    if HTML.search(text):
        raise RuleBroken("text-html", text=text[:LONGEST_TEXT])
    if len(text) > LONGEST_TEXT:
        raise RuleBroken("text-too-long", limit=LONGEST_TEXT)
    return text
