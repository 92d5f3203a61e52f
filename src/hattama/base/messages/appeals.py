"""Refusals of appeals."""

from django.utils.translation import gettext_lazy as _

from hattama.base.messages.refusal import Refusal

CHOOSE_ANOTHER = _("Choose another person for the appeals commission.")
RELOAD = _("Load the page again to see where the appeal is.")

REFUSALS = {
    "appeals-seat-twice": Refusal(
        _("Somebody stands in the appeals commission twice."),
        _("Leave each person one place."),
    ),
    "appeals-without-chair": Refusal(
        _("The appeals commission has no chair, or more than one."),
        _("Choose one chair."),
    ),
    "appeals-without-secretary": Refusal(
        _("The appeals commission has no secretary, or more than one."),
        _("Choose one secretary, who writes the protocol and does not vote."),
    ),
    "appeals-too-small": Refusal(
        _("%(voters)s decide in the appeals commission; at least %(least)s must."),
        _("Add members until they are three, five or seven with the chair."),
    ),
    "appeals-even": Refusal(
        _("%(voters)s decide in the appeals commission, which is an even number."),
        _("Add or leave out one member: the number with the chair must be odd."),
    ),
    "appeals-examiner-sits": Refusal(
        _("%(name)s sits in an attestation commission of this campaign."),
        CHOOSE_ANOTHER,
    ),
    "appeals-administration-sits": Refusal(
        _("%(name)s belongs to the administrative staff."),
        CHOOSE_ANOTHER,
    ),
    "appeals-order-waits": Refusal(
        _("An order on the appeals commission already waits for the signature."),
        _("Have it signed or declined before you draft another one."),
    ),
    "appeal-not-published": Refusal(
        _("This result is not published yet, or another one took its place."),
        _("Wait until the result is published; the time for an appeal begins then."),
    ),
    "appeal-not-yours": Refusal(
        _("Only the student whose result it is may appeal against it."),
        _("Sign in as that student."),
    ),
    "appeal-lodged-already": Refusal(
        _("An appeal against this result was lodged already."),
        _("Open it to see where it is."),
    ),
    "appeal-too-late": Refusal(
        _(
            "The result was published on %(published)s; the appeal could be lodged "
            "until %(at)s. Working days counted: %(days)s."
        ),
        _("The attempt is on record. Ask the registrar’s office what else is open."),
    ),
    "health-papers-after-fail": Refusal(
        _("Papers about health handed in after an unsatisfactory grade do not count."),
        _(
            "The attempt is on record. Lodge the appeal without them if it rests on "
            "something else."
        ),
    ),
    "appeal-without-text": Refusal(
        _("The appeal does not say what you disagree with."),
        _("Write it down in your own words; a few sentences are enough."),
    ),
    "appeal-over": Refusal(
        _("The appeal is decided or withdrawn, so nothing of it can be changed."),
        RELOAD,
    ),
    "appeals-commission-missing": Refusal(
        _("There is no appeals commission with a registered order."),
        _("Ask the head to sign the order; then the sitting can be set."),
    ),
    "appeal-sitting-past": Refusal(
        _("The sitting cannot be set to a time that has passed."),
        _("Choose a later time."),
    ),
    "appeal-not-heard": Refusal(
        _("The sitting on this appeal has not begun."),
        _("Enter the decision when the commission has met."),
    ),
    "appeals-chair-absent": Refusal(
        _("The chair of the appeals commission was not present."),
        _("Set another time at which the chair can preside."),
    ),
    "appeal-votes-wrong": Refusal(
        _("%(given)s votes were entered, but %(present)s who decide were present."),
        _("Enter one vote for each person present; nobody abstains."),
    ),
    "appeal-no-majority": Refusal(
        _("No decision has more than half of the votes."),
        _("Vote once more between the two decisions with the most votes."),
    ),
    "appeal-same-grade": Refusal(
        _("The changed result has the same grade and points as the old one."),
        _("Enter the new grade, or record that the result stands."),
    ),
    "appeal-without-reason": Refusal(
        _("The decision has no reason."),
        _("Write down why the commission decided so; it stands in the protocol."),
    ),
    "appeal-protocol-unsigned": Refusal(
        _("The protocol of the decision is not signed yet."),
        _("Have the chair and the secretary sign it; then answer the student."),
    ),
    "appeal-answered": Refusal(
        _("The student was answered already."),
        RELOAD,
    ),
}
