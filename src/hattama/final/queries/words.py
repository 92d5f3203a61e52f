"""What pages and documents call milestones, offices, reasons and doubts."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hattama.people.models import Post

Words = dict[str, str | Promise]

MILESTONES: Words = {
    "commission-order": _("Order on the attestation commission"),
    "acquaintance": _("Students are acquainted with the procedure"),
    "topics-order": _("Order on the topics"),
    "predefence": _("Preliminary defence"),
    "admission-order": _("Order on the admission"),
    "pack-submission": _("Works, reviews and presentations are handed in"),
    "webinar": _("Instruction webinar"),
    "defence-notice": _("Students are told their time"),
    "appeals-commission": _("Order on the appeals commission"),
    "technical-check": _("Technical check of students and room"),
    "sitting": _("Sittings"),
    "protocols": _("Protocols are signed"),
    "results": _("Results are published"),
    "appeal-window": _("Time for appeals"),
    "chair-report": _("Report of the chair"),
}
OFFICES: Words = {
    **{office.value: office.label for office in Post.Office},
    "chair": _("Chair"),
    "student": _("Student"),
}
REASONS: Words = {
    "not-studying": _("is not studying at present"),
    "has-debts": _("has academic debts"),
    "programme-unfinished": _("has not completed the programme"),
    "topic-not-approved": _("has no approved topic"),
    "no-supervisor": _("has no supervisor"),
    "not-chosen": _("is not put forward"),
}
ADMISSION_DOUBTS: Words = {
    "predefence-skipped": _("No preliminary defence"),
    "not-acquainted": _("Did not confirm the acquaintance"),
}
COMMISSION_DOUBTS: Words = {
    "even": _("The number of votes is even: the chair's vote decides a tie."),
    "chair-inside": _("The chair works at the institution itself."),
    "supervisor-sits": _(
        "A supervisor is a member and does not vote on the own students."
    ),
    "unreachable": _("Somebody has neither an account nor an e-mail address."),
}
TOPICS: Words = {
    "procedure": _("Procedure of final attestation"),
    "duration": _("Duration and timing"),
    "recording": _("Video recording"),
    "formatting": _("Rules for formatting the work"),
    "appeal": _("How to lodge an appeal"),
    "rehearsal": _("Rehearsal of every step"),
    "equipment": _("Technical requirements"),
}
CHECK_ITEMS: Words = {
    "camera": _("Camera"),
    "microphone": _("Microphone"),
    "sound": _("Sound"),
    "screen": _("Screen sharing"),
    "network": _("Internet connection"),
    "power": _("Reserve power"),
}
