"""The institution's people who are no students, as one types their names."""

from collections import Counter

from hattama.base.texts import pick
from hattama.people.models import Institution, Person


def staff_by_label(institution: Institution) -> dict[str, Person]:
    """Staff and outside members by what stands in the input: the name.

    Where two people share a name, the position or the number tells them apart.
    """
    people = list(
        Person.objects.filter(institution=institution, student=None).order_by(
            "sort_key", "pk"
        )
    )
    names = Counter(person.full_name for person in people)
    return {
        person.full_name if names[person.full_name] == 1 else _longer(person): person
        for person in people
    }


def _longer(person: Person) -> str:
    line = pick(person.position) or person.outside
    return ", ".join(filter(None, (person.full_name, line, f"№ {person.pk}")))
