"""Refusals of the documents' room."""

from django.utils.translation import gettext_lazy as _

from hattama.base.messages.refusal import Refusal

SEE_DOCUMENT = _("Open the document and see where it stands.")

REFUSALS = {
    "no-signers": Refusal(
        _("Nobody is named who signs the document."),
        _("Name the people who sign it, in their order."),
    ),
    "protocol-silent-on-distance": Refusal(
        _("The protocol does not say whether the attestation was held remotely."),
        _("Make the protocol from the sitting's log: it says so by itself."),
    ),
    "supersedes-unregistered": Refusal(
        _("Only a registered document of the same institution can be replaced."),
        SEE_DOCUMENT,
    ),
    "already-superseded": Refusal(
        _("This document has already been replaced by another one."),
        _("Replace the newer one."),
    ),
    "not-a-draft": Refusal(
        _("The document is no draft any more."), SEE_DOCUMENT
    ),
    "not-being-signed": Refusal(
        _("The document is not being signed."), SEE_DOCUMENT
    ),
    "not-your-signature": Refusal(
        _("Somebody else signs here."),
        _("Only the named person can sign, signed in as themselves."),
    ),
    "already-signed": Refusal(
        _("You signed this document at %(at)s."), SEE_DOCUMENT
    ),
    "signature-not-due": Refusal(
        _("%(name)s signs before you."),
        _("You will be told when it is your turn."),
    ),
    "refusal-without-reason": Refusal(
        _("A refusal to sign needs its reason."),
        _("Write what is wrong, so that it can be put right."),
    ),
    "password-wrong": Refusal(
        _("The password is wrong; nothing was signed. Tries left: %(left)s."),
        _("Enter the password with which you sign in."),
    ),
    "signing-locked": Refusal(
        _("The password was wrong too often; signing is closed to you."),
        _("Try again in %(minutes)s minutes, or ask for a new password."),
    ),
    "no-password": Refusal(
        _("You have no password here with which a signature could be confirmed."),
        _("Set one on the page of your account and come back."),
    ),
    "nothing-chosen": Refusal(
        _("No document was chosen."), _("Tick what you want to sign.")
    ),
    "not-registered": Refusal(
        _("The document is not registered yet."),
        _("Print it when everybody has signed."),
    ),
    "already-filed": Refusal(
        _("The paper copy is already in the file."), SEE_DOCUMENT
    ),
}  # fmt: skip
