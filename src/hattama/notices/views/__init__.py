"""The notices' pages."""

from hattama.notices.views.keeping import (
    call_list,
    confirm_by_call,
    notice,
    notices_sent,
    outbox,
)
from hattama.notices.views.reading import (
    confirm_by_link,
    confirm_delivery,
    delivery,
    inbox,
    notice_file,
)

__all__ = [
    "call_list",
    "confirm_by_call",
    "confirm_by_link",
    "confirm_delivery",
    "delivery",
    "inbox",
    "notice",
    "notice_file",
    "notices_sent",
    "outbox",
]
