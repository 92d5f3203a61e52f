"""What a student, or a supervisor, sees of the own matters."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from hattama.final.models import Candidate, Hearing, Meeting, Result, TechnicalCheck
from hattama.final.queries.acquaintance import KIND
from hattama.final.queries.packs import Pack, kinds_of, pack_due, packs_of
from hattama.notices.models import Delivery
from hattama.notices.queries import deliveries


@dataclass(frozen=True)
class Duties:
    """What is due from a student, in the order in which it comes.

    Args:
        candidate: who.
        acquaintance: the delivery to confirm; None while nothing was sent.
        kinds: what the pack may hold.
        pack: what is handed in.
        pack_due: by when; None where no period is set.
        meetings: still to come or held.
        missed_webinar: whether one was held and the student was at none.
        check: the newest technical check.
        hearing: the turn in an announced sitting.
        result: the grade that stands, once it is published.
    """

    candidate: Candidate
    acquaintance: Delivery | None
    kinds: list[str]
    pack: Pack
    pack_due: datetime | None
    meetings: list[Meeting]
    missed_webinar: bool
    check: TechnicalCheck | None
    hearing: Hearing | None
    result: Result | None
    now: datetime

    @property
    def must_confirm(self) -> bool:
        """Whether the procedure waits to be confirmed."""
        return self.acquaintance is not None and not self.acquaintance.confirmed_at

    @property
    def must_hand_in(self) -> bool:
        """Whether a part of the pack is missing and still wanted."""
        started = self.now >= self.candidate.attestation.first_sitting
        return bool(self.pack.missing) and not started


def duties(candidate: Candidate, now: datetime) -> Duties:
    """What is due from a student in one attestation."""
    attestation = candidate.attestation
    told = deliveries(attestation.stream, KIND)
    return Duties(
        candidate,
        told.filter(person=candidate.student.person).last(),
        kinds_of(attestation),
        packs_of(attestation, [candidate])[0],
        pack_due(attestation),
        list(attestation.meetings.all()),
        _missed_webinar(candidate),
        candidate.technical_checks.order_by("-at", "-pk").first(),
        candidate.hearings.filter(sitting__announced_at__isnull=False)
        .select_related("sitting")
        .order_by("-planned_at")
        .first(),
        candidate.results.filter(replaced_by=None, published_at__isnull=False)
        .select_related("protocol")
        .first(),
        now,
    )


def _missed_webinar(candidate: Candidate) -> bool:
    """Whether the student was at no webinar (he-attestation-2020/p70f, p74e)."""
    held = candidate.attestation.meetings.filter(
        kind=Meeting.Kind.WEBINAR, held_at__isnull=False
    )
    was_there = held.filter(attendance__person=candidate.student.person)
    return held.exists() and not was_there.exists()


def guided(candidates: Sequence[Candidate]) -> list[Pack]:
    """The packs of candidates of several attestations, in their order."""
    by_attestation: dict[int, list[Candidate]] = {}
    for candidate in candidates:
        by_attestation.setdefault(candidate.attestation_id, []).append(candidate)
    packs = {
        pack.candidate.pk: pack
        for group in by_attestation.values()
        for pack in packs_of(group[0].attestation, group)
    }
    return [packs[candidate.pk] for candidate in candidates]
