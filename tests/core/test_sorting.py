import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from hattama.core.sorting import search_key, sort_key

KAZAKH = "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ"


def test_alphabet_digits_first_latin_last():
    expected = [*"0123456789", *KAZAKH, *"ABCXYZ", "中"]
    mixed = expected[::2] + expected[1::2]
    assert sorted(mixed, key=sort_key) == expected


def test_names_in_the_order_of_a_kazakh_list():
    expected = [
        "Абай",
        "Әбдіқадыров Ерасыл",
        "Әбдіқадырова Айгерім",
        "Ғабит",
        "Ким",
        "Қасым",
        "Қасым-Жомарт",
        "Қасымов",
        "Нұрғали",
        "Ңұр",
        "Өркен",
        "Ұлан",
        "Үміт",
        "Һашимова",
        "Іңкәрбеков",
        "Янов",
        "Zhanna",
    ]
    mixed = expected[::2] + expected[1::2]
    assert sorted(mixed, key=sort_key) == expected


def test_case_and_composition_do_not_matter():
    assert sort_key("әйгерім") == sort_key("ӘЙГЕРІМ")
    assert sort_key(unicodedata.normalize("NFD", "Йод Ёлка")) == sort_key("Йод Ёлка")
    assert sort_key("É") == sort_key("e")


@given(st.text(), st.text())
def test_key_is_ascii_and_never_splits_a_pair(first, second):
    key = sort_key(first)
    assert set(key) <= set("0123456789abcdef")
    assert len(key) % 2 == 0
    words = filter(None, [key, sort_key(second)])
    assert sort_key(f"{first} {second}") == "01".join(words)


def test_search_forgives_what_a_keyboard_lacks():
    assert search_key("Әлия Қаңтарқызы Ғұмар") == "алия кантаркызы гумар"
    assert search_key("ӨМІР Үміт Һашим") == "омир умит хашим"
    assert search_key("  Алёна   Йод ") == "алена йод"
    assert search_key(unicodedata.normalize("NFD", "Алёна Йод")) == "алена йод"
    assert search_key("Zoë Müller-Ångström Łódź") == "zoe muller-angstrom lodz"


@given(st.text())
def test_search_key_of_a_search_key_is_itself(text):
    assert search_key(search_key(text)) == search_key(text)
