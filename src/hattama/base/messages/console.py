"""Refusals of the pages of a sitting and of its announcement."""

from django.utils.translation import gettext_lazy as _

from hattama.base.messages.refusal import Refusal

REFUSALS = {
    "field-unreadable": Refusal(
        _("The form could not be read: %(fields)s."),
        _("Go back, fill these fields in and send the form again."),
    ),
    "nothing-to-announce": Refusal(
        _("No hearings are laid out for this sitting."),
        _("Lay out the hearings first, then announce their times."),
    ),
    "sitting-already-began": Refusal(
        _("The sitting has begun: its times cannot be announced any more."),
        _("Tell changes in the room: the queue can still be changed in the console."),
    ),
    "sheet-missing": Refusal(
        _("No picture of the answer sheet was sent."),
        _("Choose the picture (PNG or JPEG) or a PDF and send the form again."),
    ),
}
