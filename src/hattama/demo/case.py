"""One programme's attestation on its way, and what its deeds share."""

from dataclasses import dataclass, field
from datetime import datetime

from hattama.demo.house import House, Team
from hattama.documents.actions import sign
from hattama.documents.models import Document
from hattama.documents.queries import next_signature
from hattama.final.models import Attestation, Campaign, Candidate, Commission


@dataclass
class Case:
    """An attestation, who works for it, and its commission once there is one.

    One that lies `ahead` is still being prepared.
    """

    house: House
    team: Team
    campaign: Campaign
    attestation: Attestation
    ahead: bool
    commission: Commission = field(init=False)

    @property
    def defends(self) -> bool:
        """Whether there are topics, works and a preliminary defence."""
        return self.attestation.form == Attestation.Form.DEFENCE

    def candidates(self) -> list[Candidate]:
        """Everybody who is to be examined, in the order of the alphabet."""
        found = Candidate.objects.filter(attestation=self.attestation)
        return list(found.with_people().order_by("student__person__sort_key", "pk"))


def sign_all(document: Document, now: datetime) -> None:
    """Let everybody sign whose turn it is, to the last."""
    while signature := next_signature(document):
        sign(signature, signature.person, now)
        document.refresh_from_db()
