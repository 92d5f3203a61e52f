"""The student learns the decision; a changed result gets its own protocol."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from hattama.appeals import queries
from hattama.appeals.actions.hearing import passes
from hattama.appeals.actions.holding import hold
from hattama.appeals.actions.telling import record, tell
from hattama.appeals.models import Appeal
from hattama.core.rules import RuleBroken
from hattama.documents.models import Document
from hattama.final.actions.readmission import hear_anew
from hattama.final.actions.results import replace_result
from hattama.final.models import Result
from hattama.people.models import Person


@transaction.atomic
def deliver_answer(appeal: Appeal, *, by: Person, now: datetime) -> None:
    """Give the student the signed decision, and the new result where it changed.

    Where the hearing is to be held anew, the student can be laid out in a sitting.

    An answer after the next working day is recorded as late (he-attestation-2020/p67).

    Raises:
        RuleBroken: "appeal-answered"; "appeal-protocol-unsigned"; as
            `final.actions.results.replace_result`.
    """
    hold(appeal)
    if appeal.state == Appeal.State.ANSWERED:
        raise RuleBroken("appeal-answered")
    protocol, deadline = appeal.protocol, queries.answer_deadline(appeal)
    if (
        protocol is None
        or deadline is None
        or protocol.state != Document.State.REGISTERED
    ):
        raise RuleBroken("appeal-protocol-unsigned", "he-attestation-2020/p67")
    if appeal.decision == Appeal.Decision.CHANGED:
        appeal.new_result = _new_result(appeal, protocol, by, now)
    elif appeal.decision == Appeal.Decision.REHEARD:
        hear_anew(appeal.result.candidate, protocol, by, now)
    appeal.state = Appeal.State.ANSWERED
    appeal.answered_at = now
    appeal.save(update_fields=["state", "answered_at", "new_result"])
    late = now > deadline.at
    record(appeal, "appeal-answered", by, now, {"late": late, "protocol": protocol.pk})
    tell(
        appeal,
        "appeal-answer",
        [appeal.student],
        _("The decision on your appeal"),
        _("The appeals commission decided on your appeal: %(decision)s."),
        now,
        decision=Appeal.Decision(appeal.decision).label,
    )


def _new_result(
    appeal: Appeal, protocol: Document, by: Person, now: datetime
) -> Result:
    return replace_result(
        old=appeal.result,
        grade=appeal.grade,
        points=appeal.points,
        passed=passes(appeal.result, appeal.grade),
        basis=Result.Basis.APPEAL,
        protocol=protocol,
        by=by,
        now=now,
    )
