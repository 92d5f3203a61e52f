"""Refusals before the sitting: campaign, commission, topics, admission, preparation."""

from django.utils.translation import gettext_lazy as _

from hattama.base.messages.refusal import Refusal

OTHER_DAY = _("Choose another day.")
WAIT_FOR_ORDER = _("Wait until the order is signed, or let the head refuse it.")

CAMPAIGN = {
    "campaign-ends-first": Refusal(
        _("The last day (%(end)s) comes before the first (%(start)s)."), OTHER_DAY
    ),
    "campaign-exists": Refusal(
        _("There is a campaign of this title with the same days."),
        _("Go on in that one, or give the new one another title."),
    ),
    "outside-calendar": Refusal(
        _("%(day)s lies outside the calendar's period of final attestation."),
        _("Choose a day from %(first)s to %(last)s, or correct the calendar."),
    ),
    "outside-campaign": Refusal(
        _("%(day)s lies outside the campaign."),
        _("Choose a day from %(first)s to %(last)s."),
    ),
    "start-in-the-past": Refusal(
        _("The first sitting (%(start)s) would lie in the past."), OTHER_DAY
    ),
    "start-too-early": Refusal(
        _("With a first sitting on %(start)s something could not be done in time."),
        _("The earliest possible day is %(earliest)s."),
    ),
    "sittings-announced": Refusal(
        _("Students have already been told the times of their sittings."),
        _("Move the single sittings instead."),
    ),
    "tickets-fixed": Refusal(
        _("A sitting is convened that draws from these tickets."),
        _("They stay as they are, so that the protocol shows what was drawn."),
    ),
    "put-off-too-far": Refusal(
        _("The regulation lets nothing be put off past %(last)s: %(day)s is too late."),
        OTHER_DAY,
    ),
    "attestation-exists": Refusal(
        _("The programme %(programme)s has this attestation already."),
        _("Open it from the campaign, or choose another form or subject."),
    ),
    "no-head": Refusal(
        _("Nobody holds the office of the head, so nobody could sign the order."),
        _("Let the office be filled on the page of posts."),
    ),
}

FORM = {
    "form-not-live": Refusal(
        _("Final attestation is held in real time; an exam at home is not."),
        _("Choose a defence, an oral or written exam, or a test."),
    ),
    "form-not-offered": Refusal(
        _("Colleges do not hold final attestation in this form."),
        _("Choose a defence, an oral or written exam, or a test."),
    ),
    "too-few-disciplines": Refusal(
        _("A comprehensive exam asks about %(least)s disciplines at least."),
        _("Enter how many it asks about, or choose one discipline."),
    ),
    "hearing-too-long": Refusal(
        _("%(given)s minutes for one student are too many: at most %(most)s."),
        _("Enter %(most)s minutes or fewer."),
    ),
    "written-exam-too-short": Refusal(
        _("A written exam lasts two academic hours at least: %(least)s minutes."),
        _("Enter %(least)s minutes or more."),
    ),
    "medical-programme-general-rules": Refusal(
        _("The general rules do not apply to a medical programme."),
        _("Mark that the attestation follows order KR DSM-46."),
    ),
    "health-rules-not-medical": Refusal(
        _("Order KR DSM-46 applies to medical programmes only."),
        _("Take the mark away, or mark the programme as medical."),
    ),
    "dates-not-agreed": Refusal(
        _("The dates of a medical programme are agreed with the accredited body."),
        _("Attach the agreement."),
    ),
    "no-tickets-in-this-form": Refusal(
        _("Only an oral exam has tickets."), _("Nothing to do.")
    ),
    "ticket-twice": Refusal(
        _("Two tickets are the same."), _("Change or delete one of them.")
    ),
}

COMMISSION = {
    "commission-examines-nobody": Refusal(
        _("The commission has no programme to examine."),
        _("Choose at least one programme that has no commission yet."),
    ),
    "commission-seat-twice": Refusal(
        _("Somebody has two seats in the commission."),
        _("Leave each person one seat."),
    ),
    "commission-without-chair": Refusal(
        _("A commission has exactly one chair."), _("Choose the chair.")
    ),
    "commission-without-secretary": Refusal(
        _("A commission has exactly one technical secretary."),
        _("Choose the technical secretary."),
    ),
    "commission-too-small": Refusal(
        _("The commission has %(voters)s votes; it needs %(least)s at least."),
        _("Add members."),
    ),
    "order-under-way": Refusal(
        _("An order on this commission is registered or waits for its signature."),
        WAIT_FOR_ORDER,
    ),
    "member-without-address": Refusal(
        _("%(name)s has no e-mail address to be invited at."),
        _("Enter the address on the person's page."),
    ),
    "member-has-account": Refusal(
        _("%(name)s can sign in already."),
        _("Nothing to do; a forgotten password is set anew from the sign-in page."),
    ),
}

TOPICS = {
    "no-topics-in-this-form": Refusal(
        _("Only a defence has topics."), _("Nothing to do.")
    ),
    "reviewer-is-supervisor": Refusal(
        _("%(name)s would have the same supervisor and reviewer."),
        _("Choose another reviewer."),
    ),
    "topic-being-signed": Refusal(
        _("The topic of %(name)s stands in an order that waits for its signature."),
        WAIT_FOR_ORDER,
    ),
    "no-topics-to-approve": Refusal(
        _("No student has a topic and a supervisor that still need an order."),
        _("Fill in topics and supervisors first."),
    ),
}

ADMISSION = {
    "nobody-to-admit": Refusal(
        _("Nobody is chosen to be admitted."),
        _("Choose at least one student who can be admitted."),
    ),
    "not-admissible": Refusal(
        _("%(name)s cannot be admitted."),
        _("See the reason on the admission page; choose the others."),
    ),
}

PREPARATION = {
    "nothing-laid-down": Refusal(
        _("The procedure or the technical requirements are not laid down yet."),
        _("Enter both texts on the institution's page."),
    ),
    "everybody-told": Refusal(
        _("Every student was told already."),
        _("See below who has not confirmed yet."),
    ),
    "confirm-by-wrong": Refusal(
        _("Students must be able to confirm between %(first)s and %(last)s."),
        _("Choose a time between them."),
    ),
    "not-told-yet": Refusal(
        _("The procedure was not sent to %(name)s yet."), _("Send it first.")
    ),
    "meeting-at-wrong-time": Refusal(
        _("A meeting lies between %(first)s and the first sitting, %(last)s."),
        _("Choose a time between them."),
    ),
    "no-predefence-in-this-form": Refusal(
        _("Only a defence has a preliminary defence."),
        _("Set a consultation or the webinar."),
    ),
    "meeting-not-begun": Refusal(
        _("The meeting has not begun yet: %(start)s."),
        _("Record it once it has been held."),
    ),
    "webinar-topics-missing": Refusal(
        _("Something that the webinar must explain is not marked."),
        _("Explain what is missing and mark it, or hold the webinar again."),
    ),
    "passed-but-absent": Refusal(
        _("%(name)s passed but is not marked as present."),
        _("Mark the student as present, or take the mark away."),
    ),
    "pack-closed": Refusal(
        _("The first sitting began on %(start)s; nothing more is taken in."),
        _("Turn to the technical secretary."),
    ),
    "pack-part-wrong-kind": Refusal(
        _("“%(name)s” is not of the kind that belongs here."),
        _("Hand papers in as PDF or Word, and a recording as MP4 or WebM."),
    ),
    "nothing-checked": Refusal(
        _("Nothing is marked as working or not working."),
        _("Mark at least one item."),
    ),
    "check-contradicts-itself": Refusal(
        _("An item is marked both as working and as not working."),
        _("Mark it once."),
    ),
    "check-after-the-start": Refusal(
        _("The first sitting began on %(start)s; a check counts only before it."),
        _("Record faults in the sitting's log."),
    ),
}

REFUSALS = CAMPAIGN | FORM | COMMISSION | TOPICS | ADMISSION | PREPARATION
