"""What must be done around a final attestation: by whom, by when, and how it stands."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

from hattama.core.calendar import WorkCalendar
from hattama.core.deadlines import Deadline, count, earliest_start
from hattama.core.norms.rulebook import Rulebook
from hattama.core.rules import RuleBroken

BACKWARDS = ("before", "window")


@dataclass(frozen=True)
class Plan:
    """One thing to do.

    Args:
        code: its name, stable; also the code of its title.
        offices: who answers for it.
        rule: the rule that sets its period, where the rulebook has one.
        basis: norms by rulebook ("kz-he", "kz-tve"), beside those of the rule.
        event: what it is counted from: "sitting", "last-sitting", "publication".
        needed_for: codes of what cannot go on without it; the first one that is
            planned too lends its last moment where no rule sets one.
        passes: whether it is a stretch of time that ends by itself.
    """

    code: str
    offices: tuple[str, ...]
    rule: str = ""
    basis: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    event: str = "sitting"
    needed_for: tuple[str, ...] = ()
    passes: bool = False


@dataclass(frozen=True)
class Fact:
    """How far a thing has come.

    Args:
        done, total: how many of how many; nothing to do is not done.
        at: when the last of them was done.
        paper: number of the document that proves it.
    """

    done: int = 0
    total: int = 1
    at: datetime | None = None
    paper: int | None = None

    @property
    def complete(self) -> bool:
        """Whether all of it is done."""
        return 0 < self.total <= self.done


@dataclass(frozen=True)
class Milestone:
    """A thing to do as it stands now.

    Args:
        plan: what it is.
        basis: ids of the norms.
        due: the last moment; None where nothing sets one.
        deadline: how `due` was counted; None where it was not.
        fact: how far it has come.
        state: "not-yet", "due", "late", "done" or "impossible".
        late: whether it was or is being done after its last moment.
    """

    plan: Plan
    basis: tuple[str, ...]
    due: datetime | None
    deadline: Deadline | None
    fact: Fact
    state: str
    late: bool

    @property
    def code(self) -> str:
        """The plan's code."""
        return self.plan.code


@dataclass(frozen=True)
class Course:
    """All that a timeline is computed from.

    Args:
        plans: what there is to do, in the order of the work.
        rules: the rules in force.
        calendar: the institution's working days.
        events: "sitting" always; "last-sitting" and "publication" once known.
        facts: how far each thing has come, by code.
    """

    plans: tuple[Plan, ...]
    rules: Rulebook
    calendar: WorkCalendar
    events: Mapping[str, datetime]
    facts: Mapping[str, Fact]

    def fact(self, code: str) -> Fact:
        """How far a thing has come; not at all where nothing is known."""
        return self.facts.get(code, Fact())


def timeline(course: Course, now: datetime) -> tuple[Milestone, ...]:
    """Give every milestone with its last moment and state, in the order of the work.

    Args:
        course: plans, rules, calendar, events and facts.
        now: the present moment, aware.

    Sources: tve-attestation-2020/p14, p15b, p17a, p18f, p19a, p28;
    tve-process-2020/p21-3a, p21-3l, p21-3w, p21-3x, p21-3z; he-attestation-2020/p69a.
    """
    return tuple(_milestone(course, plan, now) for plan in course.plans)


def earliest_first_sitting(
    course: Course, now: datetime, opens: time = time(9)
) -> date:
    """Give the first working day on which a first sitting misses no period.

    What is done counts from when it was done, all else from now.
    """
    day = earliest_start((), now, course.calendar, opens)
    for plan in _counted_back(course):
        since = _since(course, plan, now)
        rule = course.rules.rule(plan.rule)
        day = max(day, earliest_start([rule], since, course.calendar, opens))
    return day


def must_be_possible(course: Course, now: datetime) -> None:
    """Refuse a first sitting before which something could no longer be done in time.

    Raises:
        RuleBroken: `start-in-the-past`; `start-too-early` with the earliest day.
    """
    start = course.events["sitting"]
    if start <= now:
        raise RuleBroken("start-in-the-past", start=start)
    missed = [
        deadline
        for plan in _counted_back(course)
        if (deadline := _counted(course, plan))
        and deadline.at < _since(course, plan, now)
    ]
    if missed:
        hour = course.calendar.local(start).time()
        raise RuleBroken(
            "start-too-early",
            *(norm for deadline in missed for norm in deadline.basis),
            start=start,
            earliest=earliest_first_sitting(course, now, hour),
        )


def _counted_back(course: Course) -> Iterable[Plan]:
    rules = course.rules.rules
    return (
        plan
        for plan in course.plans
        if plan.rule in rules and rules[plan.rule].kind in BACKWARDS
    )


def _since(course: Course, plan: Plan, now: datetime) -> datetime:
    fact = course.fact(plan.code)
    return fact.at if fact.complete and fact.at else now


def _milestone(course: Course, plan: Plan, now: datetime) -> Milestone:
    deadline = _counted(course, plan)
    due = _due(course, plan)
    fact = course.fact(plan.code)
    moment = fact.at if fact.complete else now
    late = bool(due and moment and moment > due and not plan.passes)
    return Milestone(
        plan,
        _basis(course, plan),
        due,
        deadline,
        fact,
        _state(course, plan, deadline, now, late=late),
        late,
    )


def _basis(course: Course, plan: Plan) -> tuple[str, ...]:
    rule = course.rules.rules.get(plan.rule)
    norms = (*(rule.basis if rule else ()), *plan.basis.get(course.rules.code, ()))
    return tuple(dict.fromkeys(norms))


def _counted(course: Course, plan: Plan) -> Deadline | None:
    rule, event = course.rules.rules.get(plan.rule), course.events.get(plan.event)
    if rule is None or event is None:
        return None
    return count(rule, event, course.calendar)


def _due(course: Course, plan: Plan) -> datetime | None:
    if deadline := _counted(course, plan):
        return deadline.at
    if plan.rule in course.rules.rules or plan.event != "sitting":
        return None
    planned = {other.code: other for other in course.plans}
    for code in plan.needed_for:
        if code in planned:
            return _due(course, planned[code])
    return course.events["sitting"]


def _state(
    course: Course, plan: Plan, deadline: Deadline | None, now: datetime, *, late: bool
) -> str:
    if course.fact(plan.code).complete:
        return "done"
    if plan.passes:
        return _passing(deadline, now)
    if plan.code == "sitting":
        return "due" if now >= course.events["sitting"] else "not-yet"
    if plan.event == "sitting" and now >= course.events["sitting"]:
        return "impossible"
    if late:
        return "late"
    return "due" if _has_come(course, plan, deadline, now) else "not-yet"


def _passing(deadline: Deadline | None, now: datetime) -> str:
    if deadline is None:
        return "not-yet"
    return "done" if now > deadline.at else "due"


def _has_come(
    course: Course, plan: Plan, deadline: Deadline | None, now: datetime
) -> bool:
    if plan.event != "sitting":
        event = course.events.get(plan.event)
        if event is None or now < event:
            return False
    if deadline and deadline.not_before and now < deadline.not_before:
        return False
    return all(
        course.fact(other.code).complete
        for other in course.plans
        if plan.code in other.needed_for
    )
