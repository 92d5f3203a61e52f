"""Refusals of protocols, results, applications and readmissions."""

from django.utils.translation import gettext_lazy as _

from hattama.base.messages.refusal import Refusal

REFUSALS = {
    "commission-without-order": Refusal(
        _("The commission has no registered order; without it no sitting can be held."),
        _("Have the head of the institution sign the order on the commission first."),
    ),
    "candidate-not-admitted": Refusal(
        _("%(name)s is not in a registered admission order."),
        _("Have the admission order signed, or take the student off the list."),
    ),
    "candidate-has-sitting": Refusal(
        _("%(name)s already has a time in a sitting."),
        _("Open that sitting and move the hearing there."),
    ),
    "no-second-attempt": Refusal(
        _("%(name)s already has a result; nobody is heard again to change a grade."),
        _("After a fail the commission may readmit where the rules allow it."),
    ),
    "already-convened": Refusal(
        _("The sitting is already convened; its plan does not change any more."),
        _("Open the console: everything goes on there."),
    ),
    "sitting-not-convened": Refusal(
        _("The sitting is not convened yet."),
        _("The technical secretary convenes it on the sitting's page."),
    ),
    "protocol-there": Refusal(
        _("This protocol is already drawn up."),
        _("Open it in the list of protocols; an error is corrected by a new protocol."),
    ),
    "sitting-not-closed": Refusal(
        _("The protocol of the sitting is drawn up once the sitting is closed."),
        _("Close the sitting first: every hearing must be ended or moved."),
    ),
    "nothing-to-publish": Refusal(
        _("No protocol with both signatures waits for publication."),
        _("Ask chair and technical secretary to sign; both see it under “To sign”."),
    ),
    "result-replaced": Refusal(
        _("This result was already replaced by a newer one."),
        _("Open the student's results and work with the valid one."),
    ),
    "no-application-text": Refusal(
        _("The application is empty."),
        _("Write in your own words what you ask for and why."),
    ),
    "application-pending": Refusal(
        _("You have already applied; the application is with the chair."),
        _("Wait for the decision: it comes to you as a notice."),
    ),
    "application-decided": Refusal(
        _("This application is already decided."),
        _("Read the decision on the application's page."),
    ),
    "no-raising": Refusal(
        _("Attestation is not held again in order to raise a grade."),
        _("A disputed result can be appealed within the window."),
    ),
    "not-in-same-period": Refusal(
        _("After an unsatisfactory grade attestation is not repeated in this period."),
        _("Enter the student in the campaign of the next period."),
    ),
    "year-over": Refusal(
        _("Readmission is possible until %(last)s, within the same school year."),
        _("Choose a day before, or enter the student in the next year's campaign."),
    ),
    "not-heard-yet": Refusal(
        _("The student has not missed or failed anything yet."),
        _("Readmission is decided after the hearing."),
    ),
    "already-readmitted": Refusal(
        _("The student is already readmitted."),
        _("Lay the new hearing out in a sitting."),
    ),
    "nothing-published": Refusal(
        _("There is no published result to enter in the register."),
        _("Publish the results of the sitting first."),
    ),
    "no-conclusions": Refusal(
        _("The report has no conclusions."),
        _("Write at least one paragraph: what the attestation has shown."),
    ),
    "sittings-left": Refusal(
        _("The work of the commission is not over: sittings are still to be held."),
        _("Draw the report up after the last sitting is closed."),
    ),
    "report-in-signing": Refusal(
        _("The same document is already drawn up and waits for the signature."),
        _("Sign it first; then a newer one can replace it."),
    ),
    "candidate-twice": Refusal(
        _("A student is named twice in the list."),
        _("Name each student once and lay the hearings out again."),
    ),
    "absence-not-excused": Refusal(
        _("%(name)s was absent, and the chair has permitted no other day."),
        _("The student applies to the chair and encloses what confirms the reason."),
    ),
    "attestation-ended": Refusal(
        _("The commission ended the attestation of %(name)s."),
        _("Read its decision in the log of the sitting."),
    ),
    "not-absent": Refusal(
        _("The student was not absent from this sitting."),
        _("Refuse the application and say why."),
    ),
    "not-about-absence": Refusal(
        _("The application asks for a grade from papers, not for another day."),
        _("The commission decides on it in the sitting, by a vote."),
    ),
}
