"""Searching people and documents at once."""

from dataclasses import dataclass

from hattama.core.sorting import search_key
from hattama.documents import queries as documents
from hattama.documents.models import Document
from hattama.people.models import Institution, Person

MOST = 20
SHORTEST = 2  # letters


@dataclass(frozen=True)
class Found:
    """What a search came to.

    Attributes:
        people, documents: at most `MOST` of each.
        more: whether there are more than are shown.
    """

    people: list[Person]
    documents: list[Document]
    more: bool


def found(institution: Institution, words: str) -> Found:
    """Search people by name and documents by title or number.

    Args:
        institution: whose.
        words: as typed; Kazakh letters may be typed as Russian ones.
    """
    if len(words.strip()) < SHORTEST:
        return Found([], [], more=False)
    people = Person.objects.filter(institution=institution)
    for word in search_key(words).split():
        people = people.filter(search_key__contains=word)
    papers = documents.register(institution.documents.all(), q=words)
    persons = list(people.select_related("student__group")[: MOST + 1])
    titles = list(papers[: MOST + 1])
    more = max(len(persons), len(titles)) > MOST
    return Found(persons[:MOST], titles[:MOST], more)
