"""Keys that make every database sort and find Kazakh text alike.

SQLite cannot fold Cyrillic case and PostgreSQL sorts by whatever collation it was
built with, so the order is computed here and stored beside the text.
"""

import unicodedata

ALPHABET = "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯABCDEFGHIJKLMNOPQRSTUVWXYZ"
WORD_BREAK = "01"
FIRST_DIGIT = 0x10
FIRST_LETTER = 0x20

# Alike to a searcher whose keyboard or habit lacks the Kazakh letters.
ALIKE = str.maketrans("әқңғүұөһіёøłđı", "акнгууохиеoldi")


def _weights() -> dict[str, str]:
    digits = {str(n): f"{FIRST_DIGIT + n:02x}" for n in range(10)}
    letters = {c: f"{FIRST_LETTER + n:02x}" for n, c in enumerate(ALPHABET)}
    return digits | letters


WEIGHTS = _weights()


def sort_key(text: str) -> str:
    """A text of the characters 0-9a-f that sorts as the Kazakh alphabet does.

    Spaces and hyphens come first, then digits, Kazakh Cyrillic, Latin (accents
    aside), everything else by code point. Upper and lower case are equal. Digits and
    lower-case letters sort alike under every collation; one letter is one pair.
    """
    words = unicodedata.normalize("NFC", text).upper().replace("-", " ").split()
    keys = ("".join(map(_weight, word)) for word in words)
    return WORD_BREAK.join(filter(None, keys))


def search_key(text: str) -> str:
    """The text folded for searching: no case, no accents, Kazakh letters as Russian.

    A stored key is found by the key of what was typed: "Әлия" by "алия".
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join("".join(map(_plain, folded)).translate(ALIKE).split())


def _weight(character: str) -> str:
    known = WEIGHTS.get(character) or WEIGHTS.get(_base(character))
    if known:
        return known
    return f"f0{ord(character):06x}" if character.isalnum() else ""


def _plain(character: str) -> str:
    # й is a letter of its own, not an и with an accent
    if "а" <= character <= "я":
        return character
    return "" if unicodedata.combining(character) else _base(character)


def _base(character: str) -> str:
    return unicodedata.normalize("NFD", character)[0]
