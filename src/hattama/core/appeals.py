"""Who hears an appeal, when one may be lodged, and how it is decided."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from hattama.core.deadlines import Deadline
from hattama.core.norms.rulebook import Rulebook
from hattama.core.rules import RuleBroken

LEAST_VOTERS = 3
DECISIONS = ("upheld", "changed", "reheard")

# The texts for colleges leave the procedure to the institution; what Hattama asks of
# them there is the rule of the universities (docs/decisions/0050).
ORDER = {
    "kz-he": "he-attestation-2020/p65a",
    "kz-tve": "tve-process-2020/p21-3ao",
}
PEOPLE = {
    "kz-he": "he-attestation-2020/p65c",
    "kz-tve": "tve-process-2020/p21-3ao",
}


@dataclass(frozen=True)
class Adjudicator:
    """Somebody in an appeals commission.

    Args:
        person: who.
        name: as a refusal says it.
        role: "chair", "member" or "secretary".
        examines: whether they sit or sat in an attestation commission.
        administrative: whether they belong to the administrative staff.
    """

    person: str
    name: str
    role: str
    examines: bool = False
    administrative: bool = False


def must_be_impartial(seats: Sequence[Adjudicator], rules: Rulebook) -> None:
    """Refuse a composition that may not hear appeals.

    The secretary decides nothing, but writes the protocol: the prohibition holds for
    them too.

    Raises:
        RuleBroken: `appeals-seat-twice`, `appeals-without-chair`,
            `appeals-without-secretary`, `appeals-too-small`, `appeals-even`,
            `appeals-examiner-sits`, `appeals-administration-sits`.

    Sources: he-attestation-2020/p65a, p65b, p65c; tve-process-2020/p21-3ao.
    """
    must_be_composed(seats, rules)
    norm = PEOPLE[rules.code]
    for seat in seats:
        if seat.examines:
            raise RuleBroken("appeals-examiner-sits", norm, name=seat.name)
        if seat.administrative:
            raise RuleBroken("appeals-administration-sits", norm, name=seat.name)


def must_be_composed(seats: Sequence[Adjudicator], rules: Rulebook) -> None:
    """Refuse a composition that cannot decide; errors as `must_be_impartial`."""
    norm = ORDER[rules.code]
    if len({seat.person for seat in seats}) < len(seats):
        raise RuleBroken("appeals-seat-twice", norm)
    roles = Counter(seat.role for seat in seats)
    if roles["chair"] != 1:
        raise RuleBroken("appeals-without-chair", norm)
    if roles["secretary"] != 1:
        raise RuleBroken("appeals-without-secretary", norm)
    voters = roles["chair"] + roles["member"]
    if voters < LEAST_VOTERS:
        raise RuleBroken("appeals-too-small", norm, voters=voters, least=LEAST_VOTERS)
    seats_rule = rules.rule("appeals-commission-seats")
    if seats_rule.value == "odd" and voters % 2 == 0:
        raise RuleBroken("appeals-even", *seats_rule.basis, voters=voters)


def must_be_in_time(deadline: Deadline, published: datetime, now: datetime) -> None:
    """Refuse an appeal after its window.

    Args:
        deadline: the rule `appeal-window` counted from the publication.
        published: when the result was published.
        now: when the appeal is lodged.

    Raises:
        RuleBroken: `appeal-too-late`, with the days that were counted.

    Sources: he-attestation-2020/p64a, p64b; tve-process-2020/p21-3ao.
    """
    if now > deadline.at:
        raise RuleBroken(
            "appeal-too-late",
            *deadline.basis,
            at=deadline.at,
            published=published,
            days=[step.day for step in deadline.steps if step.counts],
        )


def must_not_rest_on_health(*, medical: bool, passed: bool, rules: Rulebook) -> None:
    """Refuse papers about health that come after an unsatisfactory grade.

    Raises:
        RuleBroken: `health-papers-after-fail`.

    Source: tve-process-2020/p21-4f.
    """
    if not medical or passed:
        return
    rule = rules.rules.get("health-papers-after-a-fail")
    if rule and not rule.value:
        raise RuleBroken("health-papers-after-fail", *rule.basis)


def decided(votes: Mapping[str, int], present: int) -> str:
    """Give the decision that has more than half of the votes of those present.

    Args:
        votes: number of votes by decision, of `DECISIONS`.
        present: how many who decide were present; nobody abstains.

    Raises:
        RuleBroken: `appeal-votes-wrong` when the votes are not those of the present,
            `appeal-no-majority`.

    Source: he-attestation-2020/p65b, which asks for an odd number so that one decides.
    """
    given = sum(votes.values())
    if given != present or any(number < 0 for number in votes.values()):
        raise RuleBroken(
            "appeal-votes-wrong",
            "he-attestation-2020/p65b",
            given=given,
            present=present,
        )
    for decision in DECISIONS:
        if votes.get(decision, 0) * 2 > present:
            return decision
    raise RuleBroken("appeal-no-majority", "he-attestation-2020/p65b")
