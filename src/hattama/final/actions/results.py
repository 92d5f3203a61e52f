"""Publish results; replace one by a new protocol, never over the old one."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from hattama.base import bell, ledger
from hattama.base.texts import said
from hattama.core.rules import RuleBroken
from hattama.core.sitting.commands import AnnounceResult
from hattama.documents.models import Document
from hattama.final.actions.log import give
from hattama.final.actions.protocols import send_protocol
from hattama.final.actions.sittings import must_be_chair_or_secretary
from hattama.final.models import Hearing, Result, Sitting
from hattama.final.queries.log import state_of
from hattama.notices import actions as notices
from hattama.people.models import Person


@transaction.atomic
def publish_results(sitting: Sitting, by: Person, now: datetime) -> list[Result]:
    """Publish every result of a sitting whose protocol both have signed.

    Results come out on the day of the sitting, after the signatures; a later day is
    recorded as late (tve-process-2020/p21-5a, he-attestation-2020/p61).

    Raises:
        RuleBroken: "not-chair-or-secretary", "nothing-to-publish".
    """
    must_be_chair_or_secretary(sitting, by)
    ready = list(
        Result.objects.filter(
            protocol__state=Document.State.REGISTERED,
            published_at=None,
            candidate__hearings__sitting=sitting,
            protocol__about=sitting.stream,
        )
        .select_related("candidate__student__person", "protocol")
        .distinct()
    )
    if not ready:
        raise RuleBroken("nothing-to-publish", "tve-process-2020/p21-5a")
    _announce(sitting, ready, now)
    for result in ready:
        _publish(result, by, now)
    send_protocol(sitting, by, now)
    bell.ring(sitting.stream)
    return ready


@transaction.atomic
def replace_result(
    *,
    old: Result,
    grade: str,
    points: int | None,
    passed: bool,
    basis: str,
    protocol: Document,
    by: Person,
    now: datetime,
) -> Result:
    """Put a new result, with its own protocol, in the place of an old one.

    Both stay readable; the old one names the new one and the new one is published.

    Raises:
        RuleBroken: "protocol-not-signed", "result-replaced".
    """
    if protocol.state != Document.State.REGISTERED:
        raise RuleBroken("protocol-not-signed", "he-attestation-2020/p62a")
    if old.replaced_by_id is not None:
        raise RuleBroken("result-replaced")
    new = Result(
        candidate=old.candidate,
        grade=grade,
        points=points,
        passed=passed,
        degree=old.degree if passed else False,
        basis=basis,
        protocol=protocol,
        decided_at=now,
    )
    _swap(old, new)
    _publish(new, by, now)
    return new


def _swap(old: Result, new: Result) -> None:
    """Only one result of a candidate is valid at any moment, so the old one goes first.

    It points at itself for a moment, because the new one has no number yet.
    """
    Result.objects.filter(pk=old.pk).update(replaced_by=old.pk)
    new.save()
    Result.objects.filter(pk=old.pk).update(replaced_by=new)
    old.replaced_by = new


def _announce(sitting: Sitting, ready: list[Result], now: datetime) -> None:
    """Let the log say so for whoever was not told in the room."""
    state = state_of(sitting)
    hearings = {
        candidate: str(pk)
        for pk, candidate in sitting.hearings.values_list("pk", "candidate")
    }
    for result in ready:
        key = hearings[result.candidate_id]
        if state and state.hearings[key].announced is None:
            chair = state.commission.chair
            give(sitting, AnnounceResult(chair, key, str(result.protocol.number)), now)


def _publish(result: Result, by: Person | None, now: datetime) -> None:
    result.published_at = now
    result.save(update_fields=["published_at"])
    Hearing.objects.filter(
        protocol_id=result.protocol_id, outcome=Hearing.Outcome.WAITING
    ).update(outcome=Hearing.Outcome.HEARD)
    institution = result.candidate.attestation.campaign.institution
    ledger.append(
        institution=institution.pk,
        stream=f"candidate:{result.candidate_id}",
        act="result-published",
        by=by.key if by else "system",
        at=now,
        facts={
            "result": result.pk,
            "protocol": result.protocol_id,
            "late": timezone.localdate(now) > timezone.localdate(result.decided_at),
        },
    )
    notices.notify(
        institution=institution,
        kind="result",
        about=f"candidate:{result.candidate_id}",
        subject=said(_("Your result of final attestation is published")),
        body=said(
            _(
                "Grade: %(grade)s. The page says until when you can lodge an appeal."
            ),
            grade=result.grade,
        ),
        people=[result.candidate.student.person],
        by=by,
        now=now,
        link=reverse("my_attestation"),
    )
