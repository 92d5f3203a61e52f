"""What an import would do: everybody of the list, matched, filled, not yet written."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from hattama.base.sheets import Sheet
from hattama.core.roster import Kind, Problem, Row, read_roster
from hattama.core.roster.doubts import group_key
from hattama.core.roster.problem import problem_of
from hattama.core.rules import RuleBroken
from hattama.people.models import Group, Institution, Person
from hattama.people.queries.roster.choices import Choices
from hattama.people.queries.roster.filling import fill
from hattama.people.queries.roster.known import Entry, Known, known
from hattama.people.queries.roster.matching import entry_for


@dataclass
class Plan:
    """What an import would write, and what it would leave out.

    Attributes:
        rows: filled rows below the heading.
        entries: everybody whom the list names and who can be imported.
        groups: groups that would be made.
        problems: every remark, by row.
    """

    rows: int
    entries: list[Entry] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def refused(self) -> dict[int, list[Problem]]:
        """Why each refused row stays out, by row number."""
        found: dict[int, list[Problem]] = {}
        for problem in self.problems:
            if problem.level == "refused":
                found.setdefault(problem.row, []).append(problem)
        return found

    @property
    def counts(self) -> dict[str, int]:
        """People added, changed and the same; rows refused, and rows in all."""
        states = Counter(entry.state for entry in self.entries)
        return {
            "rows": self.rows,
            "added": states["added"],
            "changed": states["changed"],
            "same": states["same"],
            "refused": len(self.refused),
            "groups": len(self.groups),
        }

    @property
    def changes_nothing(self) -> bool:
        """Whether there is nothing to write."""
        return not any(self.counts[what] for what in ("added", "changed", "groups"))


def plan_of(
    institution: Institution, kind: Kind, sheet: Sheet, choices: Choices, today: date
) -> Plan:
    """Match a list with the people who are there and see what it changes.

    Args:
        institution: whose people.
        kind: whom the list names.
        sheet: the list.
        choices: of the mapping page.
        today: the day on which birth dates are judged.
    """
    there = known(institution, kind)
    names = [group.name for groups in there.groups.values() for group in groups]
    roster = read_roster(
        sheet.rows,
        today=today,
        kind=kind,
        mapping=choices.columns,
        heading=choices.heading,
        known_groups=names if kind == "students" else None,
    )
    given = {column.field for column in roster.columns}
    remarks = [Problem(1, "", code) for code in sheet.warnings]
    plan = Plan(roster.rows, problems=[*remarks, *roster.problems])
    planning = Planning(there, kind, choices, given, plan)
    for row in roster.accepted:
        try:
            planning.take(row)
        except RuleBroken as broken:
            plan.problems.append(problem_of(broken, row.number, ""))
    plan.problems.sort(key=lambda problem: problem.row)
    return plan


@dataclass
class Planning:
    """The plan being made."""

    known: Known
    kind: Kind
    choices: Choices
    given: set[str]
    plan: Plan

    def take(self, row: Row) -> None:
        """Put one row into the plan."""
        named = self._named_group(row)
        found = entry_for(row, named or self.choices.group, self.known)
        group = named or self._group_of_choice(found)
        entry = found or Entry(Person(institution=self.known.institution))
        fill(entry, row, group, self.given)
        self.known.add(entry, by_name=found is None)
        if len(entry.rows) == 1:
            self.plan.entries.append(entry)

    def _group_of_choice(self, found: Entry | None) -> Group | None:
        """For a student whose row names no group: none where they have one already."""
        if self.kind == "staff" or (found and found.student):
            return None
        if self.choices.group is None:
            raise RuleBroken("group-missing")
        return self.choices.group

    def _named_group(self, row: Row) -> Group | None:
        if not row.group:
            return None
        named = self.known.groups[group_key(row.group)]
        found = [g for g in named if g.programme.code == row.programme] or named
        if len(found) > 1:
            raise RuleBroken("group-unclear", group=row.group)
        return found[0] if found else self._new_group(row)

    def _new_group(self, row: Row) -> Group:
        programme = self.known.programmes.get(row.programme, self.choices.programme)
        if not self.choices.make_groups:
            raise RuleBroken("group-not-made", group=row.group)
        if programme is None:
            raise RuleBroken("programme-missing", group=row.group)
        group = Group(programme=programme, name=row.group)
        self.known.groups[group_key(row.group)].append(group)
        self.plan.groups.append(group)
        return group
