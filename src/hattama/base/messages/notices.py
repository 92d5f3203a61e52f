"""Refusals of the notices' room."""

from django.utils.translation import gettext_lazy as _

from hattama.base.messages.refusal import Refusal

REFUSALS = {
    "nothing-to-confirm": Refusal(
        _("This notice needs no confirmation."),
        _("It is enough to have read it."),
    ),
}
