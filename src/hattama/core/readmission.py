"""Who may come to final attestation once more."""

from datetime import date
from typing import Literal

from hattama.core.rules import RuleBroken

Why = Literal["failed", "absent"]

_YEAR_BEGINS = 9  # September


def school_year_end(on: date) -> date:
    """Give the last day of the school year in which a day lies."""
    year = on.year + 1 if on.month >= _YEAR_BEGINS else on.year
    return date(year, _YEAR_BEGINS - 1, 31)


def must_be_readmissible(
    *,
    book: str,
    why: Why,
    documented: bool,
    passed: bool,
    held_on: date,
    again_on: date,
) -> None:
    """Refuse a readmission that the regulations do not know.

    A college may readmit within the same school year, by a decision of the commission,
    who failed and who was absent for a documented valid reason. At a university who
    failed comes again in a later period only, and who was absent is given another day.

    Args:
        book: "kz-he" or "kz-tve".
        why: what the student comes again for.
        documented: the chair accepted application and evidence.
        passed: the student has a positive grade.
        held_on: day of the first hearing.
        again_on: day of the new one.

    Raises:
        RuleBroken: "no-raising" (he-attestation-2020/p25), "not-in-same-period"
            (he-attestation-2020/p26), "not-excused" (tve-process-2020/p21-4e),
            "year-over" (tve-process-2020/p21-4d), "day-past" for a day that is not
            after the first hearing's.
    """
    if passed:
        raise RuleBroken("no-raising", "he-attestation-2020/p25")
    if book == "kz-he" and why == "failed":
        raise RuleBroken("not-in-same-period", "he-attestation-2020/p26")
    if why == "absent" and not documented:
        raise RuleBroken("not-excused", "tve-process-2020/p21-4e")
    last = school_year_end(held_on)
    if again_on > last:
        raise RuleBroken("year-over", "tve-process-2020/p21-4d", last=last)
    if again_on <= held_on:
        raise RuleBroken("day-past", "tve-process-2020/p21-4d", day=again_on)
