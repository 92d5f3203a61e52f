"""Appeals: reads."""

from hattama.appeals.queries.commissions import (
    adjudicators,
    commission_in_force,
    commission_of,
    eligible,
    pending_commission,
    seats_of,
)
from hattama.appeals.queries.deadlines import (
    Counting,
    answer_deadline,
    appeal_deadline,
    hearing_deadline,
    institution_of,
    rules_for,
    scale_of,
)
from hattama.appeals.queries.hearing_log import hearing_log
from hattama.appeals.queries.lists import (
    appeals,
    appeals_against,
    appeals_counted,
    appeals_of,
    heard_by,
    may_be_answered,
    may_be_decided,
    own_results,
    results,
)
from hattama.appeals.queries.progress import (
    AppealStep,
    next_step,
    steps_of,
)

__all__ = [
    "AppealStep",
    "Counting",
    "adjudicators",
    "answer_deadline",
    "appeal_deadline",
    "appeals",
    "appeals_against",
    "appeals_counted",
    "appeals_of",
    "commission_in_force",
    "commission_of",
    "eligible",
    "heard_by",
    "hearing_deadline",
    "hearing_log",
    "institution_of",
    "may_be_answered",
    "may_be_decided",
    "next_step",
    "own_results",
    "pending_commission",
    "results",
    "rules_for",
    "scale_of",
    "seats_of",
    "steps_of",
]
