"""Convening a sitting: the first line of its log."""

from datetime import datetime

from hattama.core.ballots import SCALES
from hattama.core.rules import RuleBroken
from hattama.core.sitting import events as e
from hattama.core.sitting.commands import ConveneSitting
from hattama.core.sitting.plan import Plan, Rules
from hattama.core.sitting.steps import COURSES, Kind, Step


def convene(command: ConveneSitting, at: datetime) -> list[e.Event]:
    """Begin a sitting's log with all it needs to be replayed.

    Raises:
        RuleBroken: `no-agenda`, `listed-twice`, `role-twice`, `no-commission-order`
            (he-attestation-2020/p19a, tve-attestation-2020/p15a), `no-such-scale`,
            `bad-quorum`, `work-too-short` (he-attestation-2020/p37b),
            `too-few-tickets`, `no-commitment`.
    """
    plan = command.plan
    _must_list_once(plan)
    _must_seat_once(plan)
    _must_have_sane_rules(plan.rules)
    _must_give_time(plan)
    _must_have_tickets(plan)
    return [e.SittingConvened(at, command.by, plan)]


def _must_list_once(plan: Plan) -> None:
    if not plan.agenda:
        raise RuleBroken("no-agenda")
    for names in (
        [one.id for one in plan.agenda],
        [one.student for one in plan.agenda],
    ):
        if len(set(names)) < len(names):
            raise RuleBroken("listed-twice", "he-attestation-2020/p57a")


def _must_seat_once(plan: Plan) -> None:
    commission = plan.commission
    if not commission.order_number:
        raise RuleBroken(
            "no-commission-order",
            "he-attestation-2020/p19a",
            "tve-attestation-2020/p15a",
        )
    seats = [*commission.voters, commission.secretary]
    students = [turn.student for turn in plan.agenda]
    if len(set(seats)) < len(seats) or set(seats) & set(students):
        raise RuleBroken("role-twice")


def _must_have_sane_rules(rules: Rules) -> None:
    if rules.scale not in SCALES:
        raise RuleBroken("no-such-scale", scale=rules.scale)
    upper, lower = rules.quorum
    if not 0 < upper <= lower:
        raise RuleBroken("bad-quorum", upper=upper, lower=lower)


def _must_give_time(plan: Plan) -> None:
    rules = plan.rules
    written = any(turn.kind is Kind.WRITTEN for turn in plan.agenda)
    if written and rules.work < rules.shortest_work:
        raise RuleBroken(
            "work-too-short",
            "he-attestation-2020/p37b",
            minutes=rules.work,
            shortest=rules.shortest_work,
        )


def _must_have_tickets(plan: Plan) -> None:
    drawing = [one for one in plan.agenda if Step.TICKET in COURSES[one.kind].steps]
    if not plan.tickets or not drawing:
        return
    if len(set(plan.tickets)) < len(drawing):
        raise RuleBroken(
            "too-few-tickets",
            "tve-attestation-2020/p25a",
            tickets=len(set(plan.tickets)),
            students=len(drawing),
        )
    if not plan.commitment:
        raise RuleBroken("no-commitment", "tve-attestation-2020/p25a")
