"""Pages of the appeals' room: the list, the case, and each deed on it."""

from hattama.appeals.views.appointing import appoint_appeals_commission
from hattama.appeals.views.hearing import (
    deliver_answer,
    record_decision,
    schedule_appeal,
)
from hattama.appeals.views.lodging import lodge_appeal, withdraw_appeal
from hattama.appeals.views.reading import (
    appeal,
    appeal_evidence,
    appeal_hearing,
    appeals,
)
from hattama.appeals.views.reporting import draw_up_report

__all__ = [
    "appeal",
    "appeal_evidence",
    "appeal_hearing",
    "appeals",
    "appoint_appeals_commission",
    "deliver_answer",
    "draw_up_report",
    "lodge_appeal",
    "record_decision",
    "schedule_appeal",
    "withdraw_appeal",
]
