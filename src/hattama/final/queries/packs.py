"""What students handed in: reads."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from hattama.calendars.queries import calendar_of
from hattama.core.admission import missing_parts
from hattama.core.deadlines import count
from hattama.final.models import Attestation, Candidate, PackPart
from hattama.final.queries.timelines import parts_of
from hattama.people.queries import rulebook_of


@dataclass(frozen=True)
class Part:
    """A part that counts, and whether it came after the last moment."""

    part: PackPart
    late: bool


@dataclass(frozen=True)
class Pack:
    """What a candidate handed in.

    Args:
        candidate: whose.
        parts: the newest of each kind, by kind.
        missing: kinds of which one is still missing, alternatives together.
    """

    candidate: Candidate
    parts: dict[str, Part]
    missing: tuple[frozenset[str], ...]

    @property
    def late(self) -> bool:
        """Whether a part that counts came late."""
        return any(part.late for part in self.parts.values())


def packs_of(attestation: Attestation, candidates: Iterable[Candidate]) -> list[Pack]:
    """The packs of candidates of one attestation, in their order."""
    candidates = list(candidates)
    required, due = parts_of(attestation), pack_due(attestation)
    rows = (
        PackPart.objects.filter(candidate__in=candidates)
        .select_related("file")
        .order_by("handed_at", "pk")
    )
    parts: dict[int, dict[str, Part]] = defaultdict(dict)
    for row in rows:
        late = due is not None and row.handed_at > due
        parts[row.candidate_id][row.kind] = Part(row, late)
    return [
        Pack(one, parts[one.pk], missing_parts(required, parts[one.pk].keys()))
        for one in candidates
    ]


def kinds_of(attestation: Attestation) -> list[str]:
    """The kinds of parts to hand in; a similarity report may be added to a work."""
    required = frozenset[str]().union(*parts_of(attestation))
    kinds = [kind for kind in PackPart.Kind.values if kind in required]
    return [*kinds, PackPart.Kind.SIMILARITY] if "work" in required else kinds


def pack_due(attestation: Attestation) -> datetime | None:
    """By when the pack must be there (tve-process-2020/p21-3x); None: no period."""
    campaign = attestation.campaign
    rules = rulebook_of(campaign.institution, campaign.starts_on)
    if "pack-submission" not in rules.rules:
        return None
    rule = rules.rule("pack-submission")
    return count(rule, attestation.first_sitting, calendar_of(campaign.institution)).at
