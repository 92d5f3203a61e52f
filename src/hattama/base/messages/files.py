"""Refusals of files."""

from django.utils.translation import gettext_lazy as _

from hattama.base.messages.refusal import Refusal

REFUSALS = {
    "file-empty": Refusal(
        _("The file “%(name)s” is empty."),
        _("Open it on your device, save it again and choose it once more."),
    ),
    "file-too-large": Refusal(
        _("The file “%(name)s” is larger than %(limit_mb)s MB."),
        _("Save it smaller, for example as a PDF with compressed pictures."),
    ),
    "file-kind-unknown": Refusal(
        _("“%(name)s” is not a document, picture or video that can be kept here."),
        _("Hand it in as PDF, Word, PowerPoint, Excel, PNG, JPEG, MP4 or WebM."),
    ),
}
