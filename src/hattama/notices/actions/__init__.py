"""The deeds of the notices' room."""

from hattama.notices.actions.confirming import confirm, open_delivery
from hattama.notices.actions.inviting import send_invitation
from hattama.notices.actions.notifying import notify
from hattama.notices.actions.posting import remind, send_letter

__all__ = [
    "confirm",
    "notify",
    "open_delivery",
    "remind",
    "send_invitation",
    "send_letter",
]
