"""The strict reader of pages finds what it is there to find."""

import pytest

from tests.house.reading import complaints

PAGE = (
    '<!doctype html><html lang="kk"><head><title>A</title></head><body><main><h1>A</h1>'
    '<form><label for="a">A</label><input id="a"><input type="hidden" name="once">'
    "<label>B <select></select></label></form><svg><title>B</title></svg></main></body>"
)


def test_a_sound_page_passes():
    assert complaints(PAGE) == []


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        (' lang="kk"', "", "no lang"),
        ("<title>A</title>", "", "0 title"),
        ("<h1>A</h1>", "<h1>A</h1><h1>B</h1>", "2 h1"),
        ("<main>", "<main><main>", "2 main"),
        ('for="a"', 'for="b"', "no label: None"),
        ("<form>", '<form onsubmit="x()">', "inline form onsubmit"),
        ("<form>", '<form style="color: red">', "inline form style"),
        ("<form>", "<style>p {}</style><form>", "inline style"),
        ("<form>", "<script>x()</script><form>", "inline script"),
    ],
)
def test_what_is_wrong_is_named(old, new, complaint):
    assert complaints(PAGE.replace(old, new)) == [complaint]
