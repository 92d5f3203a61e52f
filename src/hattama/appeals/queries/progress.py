"""Where an appeal stands: its steps, each with its day and paragraph."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hattama.appeals.models import Appeal
from hattama.appeals.queries.deadlines import (
    Counting,
    answer_deadline,
    appeal_deadline,
    hearing_deadline,
    institution_of,
)
from hattama.core.deadlines import Deadline


@dataclass(frozen=True)
class AppealStep:
    """One step on the way of an appeal, as a timeline shows it.

    Attributes:
        title: what it is.
        state: "done", "due", "late", "not-yet" or "skipped".
        at: when it was done, else by when it is due.
        norms: ids of the norms that say so.
        note: a remark, or empty.
    """

    title: str | Promise
    state: str
    at: datetime | None = None
    norms: tuple[str, ...] = ()
    note: str | Promise = ""

    @property
    def is_next(self) -> bool:
        """Whether it is what everybody waits for."""
        return self.state in ("due", "late")


def steps_of(
    appeal: Appeal, now: datetime, counting: Counting | None = None
) -> list[AppealStep]:
    """The steps of an appeal, each done, due, late or still to come.

    Args:
        appeal: which.
        now: aware.
        counting: the institution's, where many appeals are looked at.

    Norms: he-attestation-2020/p64a, p66, p67.
    """
    counting = counting or Counting(institution_of(appeal.result))
    window = appeal_deadline(appeal.result, counting)
    lodged = AppealStep(_("Appeal lodged"), "done", appeal.lodged_at, window.basis)
    if appeal.state == Appeal.State.WITHDRAWN:
        return [lodged, AppealStep(_("Withdrawn by the student"), "skipped")]
    return [
        lodged,
        _sitting(appeal, now, counting),
        _decision(appeal),
        _answer(appeal, now, counting),
    ]


def next_step(
    appeal: Appeal, now: datetime, counting: Counting | None = None
) -> AppealStep | None:
    """What everybody waits for; None once the student is answered."""
    return next(
        (step for step in steps_of(appeal, now, counting) if step.is_next), None
    )


def _sitting(appeal: Appeal, now: datetime, counting: Counting) -> AppealStep:
    due = hearing_deadline(appeal, counting)
    held = appeal.sitting_at if appeal.decided_at else None
    step = _step(_("Sitting of the appeals commission"), due, held, now)
    if held or appeal.sitting_at is None:
        return step
    late = appeal.sitting_at > due.at
    note = _("Set for a later day than the rule allows") if late else ""
    state = "late" if late else step.state
    return AppealStep(step.title, state, appeal.sitting_at, due.basis, note)


def _decision(appeal: Appeal) -> AppealStep:
    title = _("Decision, and the protocol signed")
    if appeal.protocol is None:
        return AppealStep(title, "not-yet")
    signed = appeal.protocol.registered_at
    return AppealStep(title, "done" if signed else "due", signed)


def _answer(appeal: Appeal, now: datetime, counting: Counting) -> AppealStep:
    due, title = answer_deadline(appeal, counting), _("Answer to the student")
    if due is None:
        return AppealStep(title, "not-yet")
    return _step(title, due, appeal.answered_at, now)


def _step(
    title: str | Promise, due: Deadline, done: datetime | None, now: datetime
) -> AppealStep:
    if done:
        note = _("Done late") if done > due.at else ""
        return AppealStep(title, "done", done, due.basis, note)
    return AppealStep(title, "late" if now > due.at else "due", due.at, due.basis)
