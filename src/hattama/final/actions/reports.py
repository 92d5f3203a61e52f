"""The register of results and the chair's report."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from hattama.base.texts import said
from hattama.core.rules import RuleBroken
from hattama.documents import actions as documents
from hattama.documents.models import Document, Signature
from hattama.final.models import Attestation, Commission, Seat, Sitting
from hattama.final.queries.reports import register_facts, report_facts
from hattama.people.models import Person


@transaction.atomic
def draw_up_register(
    attestation: Attestation, commission: Commission, by: Person, now: datetime
) -> Document:
    """Make the register of the results that a commission published.

    The technical secretary fills it in (he-attestation-2020/p73e); it can be printed
    and filed (tve-process-2020/p21-5h, p21-5i). A later one replaces the one before.

    Args:
        attestation: of the commission.
        commission: whose results they are.
        by: its technical secretary.
        now: aware.

    Raises:
        RuleBroken: "not-secretary", "nothing-published", "report-in-signing".
    """
    _must_sit(commission, by, Seat.Role.SECRETARY, "not-secretary")
    facts = register_facts(attestation, commission)
    if not facts["lines"]:
        raise RuleBroken("nothing-published", "he-attestation-2020/p73e")
    return _drawn_up(
        template="results-register",
        title=said(
            _("Register of results: %(code)s %(name)s"),
            code=attestation.programme.code,
            name=attestation.programme.name,
        ),
        about=f"{commission.about}/{attestation.stream}",
        facts=dict(facts),
        signer=(by, Signature.Role.SECRETARY),
        now=now,
    )


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

    A later one replaces the one before.

    Args:
        commission: whose work it is about.
        conclusions, recommendations: the chair's own words, a paragraph each.
        appeals: how many were lodged, how many changed a result.
        by: the chair.
        now: aware.

    Raises:
        RuleBroken: "not-chair", "no-conclusions", "sittings-left",
            "report-in-signing".
    """
    _must_sit(commission, by, Seat.Role.CHAIR, "not-chair")
    if not any(text.strip() for text in conclusions):
        raise RuleBroken("no-conclusions", "he-attestation-2020/p63")
    sittings = commission.sittings
    left = sittings.exclude(state=Sitting.State.CLOSED)
    if left.exists() or not sittings.exists():
        raise RuleBroken("sittings-left", "he-attestation-2020/p63")
    return _drawn_up(
        template="chair-report",
        title=said(_("Report of the chair of the attestation commission")),
        about=commission.about,
        facts=dict(report_facts(commission, conclusions, recommendations, appeals)),
        signer=(by, Signature.Role.CHAIR),
        now=now,
    )


def _must_sit(commission: Commission, person: Person, role: str, code: str) -> None:
    """Refuse others; hold the commission, so that nobody draws up meanwhile."""
    Commission.objects.select_for_update().get(pk=commission.pk)
    if not commission.seats.filter(person=person, role=role).exists():
        raise RuleBroken(code)


def _drawn_up(
    *,
    template: str,
    title: dict[str, str],
    about: str,
    facts: dict[str, object],
    signer: tuple[Person, str],
    now: datetime,
) -> Document:
    """Draft it and have it signed, in place of the registered one there may be."""
    by = signer[0]
    earlier = Document.objects.filter(template=template, about=about)
    if earlier.filter(state=Document.State.SIGNING).exists():
        raise RuleBroken("report-in-signing")
    document = documents.draft(
        institution=by.institution,
        kind=Document.Kind.REPORT,
        template=template,
        title=title,
        about=about,
        facts=facts,
        signers=[signer],
        by=by,
        now=now,
        supersedes=earlier.filter(state=Document.State.REGISTERED).first(),
    )
    documents.start_signing(document, by, now)
    return document
