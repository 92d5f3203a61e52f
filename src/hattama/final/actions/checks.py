"""Check the equipment of a student or of the commission's room."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from hattama.core.rules import RuleBroken
from hattama.final.actions.record import record
from hattama.final.models import Attestation, Candidate, TechnicalCheck
from hattama.final.queries.checks import check_due
from hattama.people.models import Person


@transaction.atomic
def record_technical_check(
    *,
    attestation: Attestation,
    candidate: Candidate | None,
    passed: Collection[str],
    failed: Collection[str],
    remark: str,
    by: Person,
    now: datetime,
) -> TechnicalCheck:
    """Write down what of the equipment works; a later check adds to it.

    Args:
        attestation: which.
        candidate: whose equipment; None for the commission's room.
        passed, failed: codes of `queries.words.CHECK_ITEMS`.
        remark: free text.
        by: who checked.
        now: aware.

    Sources: tve-process-2020/p21-3v, p21-3w; he-attestation-2020/p73a.

    Raises:
        RuleBroken: `nothing-checked`; `check-contradicts-itself`;
            `check-after-the-start`.
    """
    if now >= attestation.first_sitting:
        raise RuleBroken("check-after-the-start", start=attestation.first_sitting)
    _must_say_something(passed, failed)
    check = TechnicalCheck.objects.create(
        attestation=attestation,
        candidate=candidate,
        passed=sorted(passed),
        failed=sorted(failed),
        remark=remark,
        by=by,
        at=now,
    )
    _record(check, now)
    return check


def _must_say_something(passed: Collection[str], failed: Collection[str]) -> None:
    if not (passed or failed):
        raise RuleBroken("nothing-checked", "tve-process-2020/p21-3w")
    if set(passed) & set(failed):
        raise RuleBroken("check-contradicts-itself")


def _record(check: TechnicalCheck, now: datetime) -> None:
    due = check_due(check.attestation)
    facts = {
        "student": check.candidate.student.person.key if check.candidate else "",
        "passed": check.passed,
        "failed": check.failed,
        "late": due is not None and now > due,
    }
    texts = {"remark": check.remark} if check.remark else None
    record(check.attestation, "technical-check", check.by, now, facts, texts)
