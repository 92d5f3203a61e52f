"""What the head's orders have in common."""

from datetime import datetime
from zoneinfo import ZoneInfo

from hattama.core.rules import RuleBroken
from hattama.documents.models import Document
from hattama.final.models import Campaign
from hattama.people.models import Institution, Person
from hattama.people.queries import holders

FIRST_MONTH = 9  # a school year begins in September
UNDER_WAY = (Document.State.DRAFT, Document.State.SIGNING)
IN_FORCE = (*UNDER_WAY, Document.State.REGISTERED)


def head_of(institution: Institution, now: datetime) -> Person:
    """Who signs an institution's orders (tve-attestation-2020/p15a).

    Raises:
        RuleBroken: `no-head`.
    """
    on = now.astimezone(ZoneInfo(institution.zone)).date()
    head = holders(institution, "head", on).first()
    if head is None:
        raise RuleBroken("no-head")
    return head


def school_year(campaign: Campaign) -> str:
    """The school year in which a campaign ends: "2025-2026"."""
    end = campaign.ends_on.year + (campaign.ends_on.month >= FIRST_MONTH)
    return f"{end - 1}-{end}"
