"""Draw up the order on who is admitted to final attestation, and who is not."""

from collections.abc import Collection, Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from hattama.base.texts import said
from hattama.core.admission import must_be_admissible
from hattama.core.rules import RuleBroken
from hattama.documents import actions as documents
from hattama.documents.facts import AdmissionOrder
from hattama.documents.models import Document
from hattama.final.actions.record import hold, record
from hattama.final.models import Attestation, Candidate
from hattama.final.queries.candidates import Examined, examined, standing, undecided
from hattama.final.queries.orders import head_of, school_year
from hattama.final.queries.papers import programme_line
from hattama.final.queries.words import REASONS
from hattama.people.models import Person
from hattama.people.queries import rulebook_of

TITLE = _("On the admission to final attestation")


@transaction.atomic
def draft_admission_order(
    *,
    attestation: Attestation,
    chosen: Collection[int],
    by: Person,
    now: datetime,
) -> Document:
    """Draw up the order that admits the chosen and names the others with the reason.

    Those already admitted stay so; whom an earlier order refused can be chosen now.

    Args:
        attestation: which.
        chosen: numbers of the candidates to admit.
        by: who prepares it.
        now: aware.

    Sources: tve-process-2020/p21-3f, p21-3m, p21-3an; he-attestation-2020/p70d, p70e.

    Raises:
        RuleBroken: `nobody-to-admit`; `not-admissible`; `no-head`.
    """
    hold(attestation)
    waiting = list(undecided(attestation))
    admitted = [one for one in waiting if one.pk in chosen]
    if not admitted:
        raise RuleBroken("nobody-to-admit", "tve-process-2020/p21-3m")
    _must_be_admissible(attestation, admitted)
    refused = examined(attestation, [one for one in waiting if one not in admitted])
    order = _order(attestation, _facts(attestation, admitted, refused), by, now)
    _mark(admitted, Candidate.Admission.ADMITTED, order)
    _mark([one.candidate for one in refused], Candidate.Admission.REFUSED, order)
    decided = {
        "document": order.pk,
        "admitted": [one.pk for one in admitted],
        "refused": {str(one.candidate.pk): _reasons(one) for one in refused},
    }
    record(attestation, "admission-order-drafted", by, now, decided)
    return order


def _order(
    attestation: Attestation, facts: AdmissionOrder, by: Person, now: datetime
) -> Document:
    institution = attestation.campaign.institution
    order = documents.draft(
        institution=institution,
        kind=Document.Kind.ORDER,
        template="admission-order",
        title=said(TITLE),
        about=attestation.stream,
        facts=facts,
        signers=[(head_of(institution, now), "head")],
        by=by,
        now=now,
        public=True,
    )
    documents.start_signing(order, by, now)
    return order


def _reasons(one: Examined) -> list[str]:
    return list(one.reasons) or ["not-chosen"]


def _must_be_admissible(attestation: Attestation, chosen: Sequence[Candidate]) -> None:
    campaign = attestation.campaign
    rules = rulebook_of(campaign.institution, campaign.starts_on)
    for candidate in chosen:
        name = candidate.student.person.full_name
        must_be_admissible(name, standing(attestation, candidate), rules)


def _mark(candidates: Sequence[Candidate], admission: str, order: Document) -> None:
    Candidate.objects.filter(pk__in=[one.pk for one in candidates]).update(
        admission=admission, admission_order=order
    )


def _facts(
    attestation: Attestation,
    admitted: Sequence[Candidate],
    refused: Sequence[Examined],
) -> AdmissionOrder:
    return {
        "campaign": attestation.campaign.title,
        "school_year": school_year(attestation.campaign),
        "programme": programme_line(attestation),
        "admitted": [
            {"name": one.student.person.full_name, "group": one.student.group.name}
            for one in admitted
        ],
        "refused": [
            {
                "name": one.candidate.student.person.full_name,
                "group": one.candidate.student.group.name,
                "reason": said(REASONS[_reasons(one)[0]]),
            }
            for one in refused
        ],
        "control": "",
    }
