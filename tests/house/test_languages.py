"""No page says in English what the catalogues can say in Kazakh and Russian."""

from functools import cache

import pytest

from hattama.cli.messages.catalogues import catalogue_path, read, rooms
from hattama.cli.paths import PACKAGE
from hattama.people.models import Institution
from tests.house.addresses import addresses
from tests.house.reading import Page
from tests.house.test_urls import asked, client_of, person

OWN_NAMES = {"English"}  # the switch names each language in itself


@cache
def english(language):
    """Sentences of our own catalogues that read otherwise in a language."""
    return {
        message.id
        for room in rooms(PACKAGE)
        for message in read(catalogue_path(room, language))
        if isinstance(message.id, str) and message.string not in ("", message.id)
    }


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("role", ["dean", "secretary", "student", "stranger"])
def test_no_sentence_is_left_in_english(town, role, language):
    university = Institution.objects.get(slug="university")
    somebody = None if role == "stranger" else person(university, role)
    client = client_of(somebody, language)
    left = {}
    for name, path in addresses(university, lenient=True).items():
        response = asked(client, path)
        if response.status_code == 200 and not response.streaming:
            texts = Page(response.content.decode(errors="replace")).texts
            if found := (english(language) & set(texts)) - OWN_NAMES:
                left[name] = found
    assert left == {}
