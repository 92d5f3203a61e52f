import pytest
from cryptography.exceptions import InvalidTag

from hattama.base.sealed import seal, unseal


def test_what_was_sealed_opens_again():
    assert unseal(seal("құпия".encode(), about="seed:1"), about="seed:1") == (
        "құпия".encode()
    )


def test_the_same_secret_never_looks_the_same():
    assert seal(b"award", about="a") != seal(b"award", about="a")


def test_a_secret_cannot_be_moved_to_another_row():
    with pytest.raises(InvalidTag):
        unseal(seal(b"award", about="ballot:1:degree"), about="ballot:2:degree")


@pytest.mark.parametrize("place", [0, 11, 12, -1])
def test_a_changed_byte_is_noticed(place):
    box = bytearray(seal(b"award", about="a"))
    box[place] ^= 1
    with pytest.raises(InvalidTag):
        unseal(bytes(box), about="a")


def test_another_installation_opens_nothing(settings):
    box = seal(b"award", about="a")
    settings.SECRET_KEY = "another"
    with pytest.raises(InvalidTag):
        unseal(box, about="a")
