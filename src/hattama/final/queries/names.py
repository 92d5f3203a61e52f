"""Names for the numbers that a sitting's log holds."""

from collections.abc import Mapping
from dataclasses import dataclass

from hattama.core.sitting import State
from hattama.people.models import Person


@dataclass(frozen=True)
class Names:
    """Who is meant in a sitting.

    Attributes:
        people: persons by their number as text.
        students: the student's number by the hearing's, both as text.
    """

    people: Mapping[str, Person]
    students: Mapping[str, str]

    def person(self, key: str) -> str:
        """A person's full name; the text itself where no person is meant."""
        found = self.people.get(key)
        return found.full_name if found else key

    def student(self, hearing: str) -> str:
        """The full name of a hearing's student."""
        return self.person(self.students.get(hearing, hearing))


def names_in(state: State) -> Names:
    """Look up everybody whom a sitting can name, in one query."""
    plan = state.plan
    keys = {*plan.commission.voters, plan.commission.secretary}
    keys |= set(plan.commission.identifiers)
    for turn in plan.agenda:
        keys |= {turn.student, *turn.supervisors, *turn.guests}
    people = Person.objects.filter(pk__in=[int(key) for key in keys if key.isdigit()])
    people = people.only("surname", "given", "patronymic", "position", "outside")
    return Names(
        people={person.key: person for person in people},
        students={turn.id: turn.student for turn in plan.agenda},
    )
