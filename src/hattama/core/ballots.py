"""Scales, quorum, counting, and what a count gives away."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal

from hattama.core.rules import RuleBroken

Counts = tuple[tuple[str, int], ...]
Fraction = tuple[int, int]
GradeRule = Literal["majority", "mean"]
TieRule = Literal["chair", "revote"]

FEW_VOTERS = 3


@dataclass(frozen=True)
class Grade:
    """One choice of a scale.

    Attributes:
        code: what stands on the form ("B+", "5", "87", "award").
        value: for the mean; hundredths of a point for letters, whole marks otherwise.
        passes: False where attestation is failed or the degree refused.
    """

    code: str
    value: int
    passes: bool


@dataclass(frozen=True)
class Scale:
    """The choices that a form offers, the best first."""

    name: str
    grades: tuple[Grade, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """What may be chosen, the best first."""
        return tuple(grade.code for grade in self.grades)

    def grade(self, code: str) -> Grade:
        """Return the grade written `code`; RuleBroken `not-on-scale` if none is."""
        for grade in self.grades:
            if grade.code == code:
                return grade
        raise RuleBroken("not-on-scale", choice=code, scale=self.name)

    def nearest(self, total: int, number: int) -> Grade:
        """Return the grade nearest to total/number, the better one of two as near."""
        return min(self.grades, key=lambda grade: abs(grade.value * number - total))


_LETTERS = {
    "A": 400,
    "A-": 367,
    "B+": 333,
    "B": 300,
    "B-": 267,
    "C+": 233,
    "C": 200,
    "C-": 167,
    "D+": 133,
    "D": 100,
    "FX": 50,
    "F": 0,
}
LETTER = Scale(
    "letter",
    tuple(Grade(code, value, value >= 100) for code, value in _LETTERS.items()),
)
FIVE = Scale("five", tuple(Grade(str(mark), mark, mark > 2) for mark in (5, 4, 3, 2)))
POINTS = Scale(
    "points", tuple(Grade(str(mark), mark, mark >= 50) for mark in range(100, -1, -1))
)
DEGREE = Scale(
    "degree",
    (Grade("award", 1, passes=True), Grade("refuse", 0, passes=False)),
)
SCALES = {scale.name: scale for scale in (LETTER, FIVE, POINTS, DEGREE)}


@dataclass(frozen=True)
class Outcome:
    """What a count comes to.

    Attributes:
        choice: what is decided; None while a tie waits for the chair or a new ballot.
        tied: the choices with equally many votes, best first; empty without a tie.
        by_chair: the chair's own vote settled the tie.
    """

    choice: str | None
    tied: tuple[str, ...] = ()
    by_chair: bool = False


def needed(base: int, quorum: Fraction) -> int:
    """Return how many of `base` members make a quorum, rounded up."""
    upper, lower = quorum
    return -(-base * upper // lower)


def may_open(present: int, base: int, quorum: Fraction) -> bool:
    """Whether `present` members of `base` may hold a ballot."""
    return present >= max(1, needed(base, quorum))


def must_have_quorum(present: int, base: int, quorum: Fraction) -> None:
    """Refuse a deed of a commission that is not competent.

    The regulations leave the quorum to the institution.

    Raises:
        RuleBroken: `no-quorum`.
    """
    if not may_open(present, base, quorum):
        raise RuleBroken("no-quorum", present=present, needed=needed(base, quorum))


def must_all_take_part(present: Collection[str], voters: Collection[str]) -> None:
    """Refuse a collegial vote that a member misses (he-attestation-2020/p59b).

    Raises:
        RuleBroken: `not-all-present`, with the missing persons.
    """
    missing = sorted(set(voters) - set(present))
    if missing:
        raise RuleBroken(
            "not-all-present",
            "he-attestation-2020/p59b",
            missing=missing,
            number=len(missing),
        )


def must_cast(
    member: str,
    *,
    voters: Collection[str],
    present: Collection[str],
    voted: Collection[str],
) -> None:
    """Refuse a paper that a member may not hand in, or not any more.

    Raises:
        RuleBroken: `not-a-voter`, `already-voted` (he-attestation-2020/p57b: a
            member chooses once), `voter-absent`.
    """
    if member not in voters:
        raise RuleBroken("not-a-voter")
    if member in voted:
        raise RuleBroken("already-voted", "he-attestation-2020/p57b")
    if member not in present:
        raise RuleBroken("voter-absent")


def count(choices: Iterable[str], scale: Scale) -> Counts:
    """Count choices; the choices nobody made are left out, the best stands first.

    Raises:
        RuleBroken: `not-on-scale`.
    """
    number = Counter(scale.grade(choice).code for choice in choices)
    return tuple((code, number[code]) for code in scale.codes if number[code])


def tally(
    counts: Counts,
    scale: Scale,
    rule: GradeRule,
    tie: TieRule,
    chair_choice: str | None = None,
) -> Outcome:
    """Say what a count comes to.

    Args:
        counts: choices with their numbers of votes.
        scale: the scale that the form offered.
        rule: "majority" takes the choice with most votes; "mean" the grade nearest
            to the mean value, the better one when two are equally near.
        tie: "chair" lets the chair's own vote settle a tie.
        chair_choice: the chair's vote where it is open; None in a secret ballot.
    """
    if rule == "mean":
        return Outcome(_mean(counts, scale).code)
    most = max(number for _, number in counts)
    leading = tuple(choice for choice, number in counts if number == most)
    if len(leading) == 1:
        return Outcome(leading[0])
    if tie == "chair" and chair_choice in leading:
        return Outcome(chair_choice, leading, by_chair=True)
    return Outcome(None, leading)


def _mean(counts: Counts, scale: Scale) -> Grade:
    total = sum(scale.grade(choice).value * number for choice, number in counts)
    return scale.nearest(total, sum(number for _, number in counts))


def reveals(counts: Counts, remaining: int = 0) -> str | None:
    """Say why a published count would give single votes away, or None.

    Args:
        counts: choices with their numbers of votes.
        remaining: voters whose votes could still come in after this count.

    Returns:
        "few-voters", "unanimous", "all-but-one" (the one who differs knows all the
        others' votes), "one-remaining" (the next count would tell the last vote) or
        None (he-attestation-2020/p59a).
    """
    total = sum(number for _, number in counts)
    most = max((number for _, number in counts), default=0)
    if total <= FEW_VOTERS:
        return "few-voters"
    if most == total:
        return "unanimous"
    if most == total - 1:
        return "all-but-one"
    return "one-remaining" if remaining == 1 else None
