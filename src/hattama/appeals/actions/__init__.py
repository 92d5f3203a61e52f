"""The deeds of the appeals' room, in the order in which they are done."""

from hattama.appeals.actions.answering import deliver_answer
from hattama.appeals.actions.appointing import appoint_appeals_commission
from hattama.appeals.actions.hearing import record_decision, schedule_appeal
from hattama.appeals.actions.lodging import (
    lodge_appeal,
    must_be_open_to_appeal,
    record_refusal,
    withdraw_appeal,
)

__all__ = [
    "appoint_appeals_commission",
    "deliver_answer",
    "lodge_appeal",
    "must_be_open_to_appeal",
    "record_decision",
    "record_refusal",
    "schedule_appeal",
    "withdraw_appeal",
]
