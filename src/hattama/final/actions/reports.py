"""The register of results and the chair's report."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from hattama.base.texts import said
from hattama.core.rules import RuleBroken
from hattama.documents import actions as documents
from hattama.documents.models import Document
from hattama.final.models import Attestation, Commission, Seat
from hattama.final.queries.reports import register_facts, report_facts
from hattama.people.models import Person


@transaction.atomic
def draw_up_register(
    attestation: Attestation, commission: Commission, by: Person, now: datetime
) -> Document:
    """Make the register of an attestation's published results.

    The technical secretary fills it in (he-attestation-2020/p73e); it can be printed
    and filed (tve-process-2020/p21-5h, p21-5i).

    Raises:
        RuleBroken: "not-secretary", "nothing-published".
    """
    _must_sit(commission, by, Seat.Role.SECRETARY, "not-secretary")
    facts = register_facts(attestation, commission)
    if not facts["lines"]:
        raise RuleBroken("nothing-published", "he-attestation-2020/p73e")
    document = documents.draft(
        institution=by.institution,
        kind=Document.Kind.REPORT,
        template="results-register",
        title=said(
            _("Register of results: %(code)s %(name)s"),
            code=attestation.programme.code,
            name=attestation.programme.name,
        ),
        about=attestation.stream,
        facts=dict(facts),
        signers=[(by, "secretary")],
        by=by,
        now=now,
    )
    documents.start_signing(document, by, now)
    return document


@transaction.atomic
def draw_up_report(
    commission: Commission,
    *,
    conclusions: Sequence[str],
    recommendations: Sequence[str],
    appeals: tuple[int, int],
    by: Person,
    now: datetime,
) -> Document:
    """Make the chair's report on a commission's work (he-attestation-2020/p63).

    Args:
        commission: whose work it is about.
        conclusions, recommendations: the chair's own words, a paragraph each.
        appeals: how many were lodged, how many changed a result.
        by: the chair.
        now: aware.

    Raises:
        RuleBroken: "not-chair", "sittings-left", "no-conclusions".
    """
    _must_sit(commission, by, Seat.Role.CHAIR, "not-chair")
    if not any(text.strip() for text in conclusions):
        raise RuleBroken("no-conclusions", "he-attestation-2020/p63")
    if commission.sittings.exclude(state="closed").exists():
        raise RuleBroken("sittings-left", "he-attestation-2020/p63")
    document = documents.draft(
        institution=by.institution,
        kind=Document.Kind.REPORT,
        template="chair-report",
        title=said(_("Report of the chair of the attestation commission")),
        about=f"commission:{commission.pk}",
        facts=dict(report_facts(commission, conclusions, recommendations, appeals)),
        signers=[(by, "chair")],
        by=by,
        now=now,
    )
    documents.start_signing(document, by, now)
    return document


def _must_sit(commission: Commission, person: Person, role: str, code: str) -> None:
    if not commission.seats.filter(person=person, role=role).exists():
        raise RuleBroken(code)
