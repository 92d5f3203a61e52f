"""Which person a row speaks of."""

from hattama.core.roster import Row
from hattama.core.rules import RuleBroken
from hattama.people.models import Group, Person
from hattama.people.queries.roster.known import Entry, Known, name_key


def entry_for(row: Row, group: Group | None, known: Known) -> Entry | None:
    """The known person of a row: by IIN, else by name, birth date and group.

    Raises:
        RuleBroken: `iin-of-another`, where somebody of quite another name has the IIN;
            `person-unclear`, where the row fits several people.
    """
    if row.iin and (entry := known.by_iin.get(row.iin)):
        return _must_be_alike(row, entry)
    named = known.by_name.get(name_key(row.family_name, row.given_name), [])
    fitting = [entry for entry in named if _fits(row, group, entry)]
    if len(fitting) > 1 and group:
        here = [e for e in fitting if e.student and e.student.group == group]
        fitting = here or fitting
    if len(fitting) > 1:
        return _only_exact(row, fitting)
    return fitting[0] if fitting else None


def _must_be_alike(row: Row, entry: Entry) -> Entry:
    person = entry.person
    surname, given = name_key(row.family_name, row.given_name)
    if surname != person.surname.casefold() and given != person.given.casefold():
        raise RuleBroken("iin-of-another", name=person.full_name)
    return entry


def _fits(row: Row, group: Group | None, entry: Entry) -> bool:
    person = entry.person
    if row.iin and person.iin:
        return False
    if not _compatible(row.patronymic.casefold(), person.patronymic.casefold()):
        return False
    if row.born and person.birth:
        return row.born == person.birth
    return group is None or entry.student is None or entry.student.group == group


def _compatible(one: str, other: str) -> bool:
    return not one or not other or one == other


def _only_exact(row: Row, fitting: list[Entry]) -> Entry:
    for entry in fitting:
        if _same_contacts(row, entry.person):
            return entry
    raise RuleBroken("person-unclear", name=fitting[0].person.full_name)


def _same_contacts(row: Row, person: Person) -> bool:
    return (row.email, row.phone) == (person.email, person.phone)
