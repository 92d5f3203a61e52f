"""Who was told the procedure, who confirmed, and whom somebody must telephone."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from hattama.base.texts import FALLBACK, pick, said
from hattama.core.milestones import Milestone
from hattama.final.models import Attestation, Candidate
from hattama.final.queries.candidates import candidates_of
from hattama.final.queries.timelines import timeline_of
from hattama.notices.models import Delivery
from hattama.notices.queries import deliveries

KIND = "acquaintance"
SUBJECT = _("Procedure of final attestation: please confirm")
BODY = _(
    "Final attestation in the programme %(programme)s begins on %(start)s.\n\n"
    "PROCEDURE\n%(procedure)s\n\nTECHNICAL REQUIREMENTS\n%(requirements)s"
)


@dataclass(frozen=True)
class Told:
    """A candidate, and the delivery that tells them; None for who was not told."""

    candidate: Candidate
    delivery: Delivery | None

    @property
    def confirmed(self) -> bool:
        """Whether they confirmed."""
        return bool(self.delivery and self.delivery.confirmed_at)


def told(attestation: Attestation) -> list[Told]:
    """Every candidate with their delivery; who has not confirmed comes first."""
    found = {row.person_id: row for row in deliveries(attestation.stream, KIND)}
    candidates = candidates_of(attestation).select_related("student__group__curator")
    rows = [Told(one, found.get(one.student.person_id)) for one in candidates]
    return sorted(rows, key=lambda row: row.confirmed)


def untold(attestation: Attestation) -> list[Candidate]:
    """Those to whom the procedure was not sent yet."""
    return [row.candidate for row in told(attestation) if row.delivery is None]


def letter(attestation: Attestation) -> tuple[dict[str, str], dict[str, str]]:
    """Subject and text by language, from what the institution has laid down."""
    institution = attestation.campaign.institution
    body = said(
        BODY,
        programme=attestation.programme.name,
        start=attestation.first_sitting,
        procedure=institution.procedure,
        requirements=institution.technical_requirements,
    )
    return said(SUBJECT), body


def missing_texts(attestation: Attestation) -> list[str]:
    """Which of the institution's own texts is still empty: `procedure` …"""
    institution = attestation.campaign.institution
    texts: Mapping[str, Mapping[str, str]] = {
        "procedure": institution.procedure,
        "technical_requirements": institution.technical_requirements,
    }
    return [name for name, text in texts.items() if not pick(text, FALLBACK[0])]


def milestone(attestation: Attestation, now: datetime) -> Milestone:
    """By when students must be acquainted (tve-attestation-2020/p17a)."""
    return next(found for found in timeline_of(attestation, now) if found.code == KIND)
