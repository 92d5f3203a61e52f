"""Hand in the parts of a pack."""

from datetime import datetime

from django.db import transaction

from hattama.base import files
from hattama.core.rules import RuleBroken
from hattama.final.actions.record import record
from hattama.final.models import Candidate, PackPart
from hattama.final.queries.packs import pack_due
from hattama.people.models import Person

FILM = ("video/",)
PAPER = ("application/",)
NORMS = (
    "tve-process-2020/p21-3x",
    "tve-process-2020/p21-3y",
    "he-attestation-2020/p74c",
)


@transaction.atomic
def hand_in(
    *,
    candidate: Candidate,
    kind: str,
    name: str,
    data: bytes,
    by: Person,
    now: datetime,
) -> PackPart:
    """Keep a part of a candidate's pack; the newest of a kind counts.

    A part that comes after the last moment is kept and marked as late. The same file
    again is not kept twice.

    Args:
        candidate: whose.
        kind: of `PackPart.Kind`.
        name: of the file, as the person named it.
        data: its content.
        by: the student, or the secretary for them.
        now: aware.

    Sources: tve-process-2020/p21-3x, p21-3y; tve-attestation-2020/p20, p34b, p35;
    he-attestation-2020/p74c.

    Raises:
        RuleBroken: as `base.files.must_be_acceptable`; `pack-part-wrong-kind`;
            `pack-closed` once the first sitting has begun.
    """
    attestation = candidate.attestation
    if now >= attestation.first_sitting:
        raise RuleBroken("pack-closed", *NORMS, start=attestation.first_sitting)
    file = files.keep(
        institution=attestation.campaign.institution_id,
        name=name,
        data=data,
        kind=_media_type(kind, name, data),
    )
    newest = candidate.pack.filter(kind=kind).select_related("file").first()
    if newest and newest.file.sha256 == file.sha256:
        file.delete()
        return newest
    part = PackPart.objects.create(
        candidate=candidate, kind=kind, file=file, handed_at=now, by=by
    )
    _record(part, by, now)
    return part


def _media_type(kind: str, name: str, data: bytes) -> str:
    media_type = files.must_be_acceptable(name, data)
    if not media_type.startswith(FILM if kind == PackPart.Kind.STAGE else PAPER):
        raise RuleBroken("pack-part-wrong-kind", name=name)
    return media_type


def _record(part: PackPart, by: Person, now: datetime) -> None:
    attestation = part.candidate.attestation
    due = pack_due(attestation)
    facts = {
        "student": part.candidate.student.person.key,
        "kind": part.kind,
        "sha256": part.file.sha256,
        "late": due is not None and now > due,
    }
    record(attestation, "pack-part-handed-in", by, now, facts)
