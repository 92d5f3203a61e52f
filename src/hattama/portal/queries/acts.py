"""What the ledger's acts are called; a sitting says its own in whole sentences."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ACTS: Mapping[str, str | Promise] = {
    "acquaintance-confirmed": _("Confirmed having read"),
    "acquaintance-sent": _("Procedure and requirements sent"),
    "act-drawn-up": _("Act drawn up"),
    "admission-order-drafted": _("Admission order drafted"),
    "appeal-answered": _("Student answered"),
    "appeal-decided": _("Appeal decided"),
    "appeal-lodged": _("Appeal lodged"),
    "appeal-refused": _("Appeal refused"),
    "appeal-sitting-set": _("Sitting on the appeal set"),
    "appeal-withdrawn": _("Appeal withdrawn"),
    "appeals-commission-proposed": _("Appeals commission proposed"),
    "application-decided": _("Application decided"),
    "attestation-set": _("Form and dates set"),
    "commission-composed": _("Commission composed"),
    "commission-order-drafted": _("Order on the commission drafted"),
    "document-drafted": _("Document drafted"),
    "document-registered": _("Document numbered, sealed and registered"),
    "document-signed": _("Document signed"),
    "first-sitting-moved": _("First sitting moved"),
    "institution-edited": _("Data of the institution changed"),
    "meeting-held": _("Meeting held"),
    "own-value-dropped": _("Own value withdrawn"),
    "own-value-set": _("Own value set"),
    "pack-part-handed-in": _("Part of the pack handed in"),
    "paper-copy-filed": _("Paper copy printed and filed"),
    "people-invited": _("People invited"),
    "result-published": _("Result published"),
    "roster-imported": _("List of people imported"),
    "signature-refused": _("Signature refused"),
    "signing-started": _("Given for signing"),
    "sitting-announced": _("Sitting announced"),
    "student-readmitted": _("Student readmitted"),
    "technical-check": _("Technical check made"),
    "topic-set": _("Topic set"),
}
