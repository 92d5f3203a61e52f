"""Publish results; replace one by a new protocol, never over the old one."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from hattama.base import bell, ledger
from hattama.base.texts import said
from hattama.core.rules import RuleBroken
from hattama.core.sitting.commands import AnnounceResult
from hattama.documents.models import Document
from hattama.final.actions.log import give, institution_of
from hattama.final.actions.protocols import send_protocols
from hattama.final.actions.sittings import must_be_chair_or_secretary
from hattama.final.models import Result, Sitting
from hattama.final.queries.log import state_of
from hattama.notices import actions as notices
from hattama.people.models import Institution, Person


@transaction.atomic
def publish_results(sitting: Sitting, by: Person, now: datetime) -> list[Result]:
    """Publish every result of a sitting whose protocol both have signed.

    Results come out on the day of the sitting, after the signatures; a later day is
    recorded as late (tve-process-2020/p21-5a, he-attestation-2020/p61). Students get
    theirs, the members the protocols (p62c).

    Args:
        sitting: of a commission in which `by` sits.
        by: the chair or the technical secretary.
        now: aware.

    Raises:
        RuleBroken: "not-chair-or-secretary", "nothing-to-publish".
    """
    must_be_chair_or_secretary(sitting, by)
    ledger.hold(institution=institution_of(sitting), stream=sitting.stream)
    ready = list(
        Result.objects.filter(
            protocol__in=sitting.hearings.values("protocol"),
            protocol__state=Document.State.REGISTERED,
            published_at=None,
            replaced_by=None,
        ).select_related(
            "candidate__student__person",
            "candidate__attestation__campaign__institution",
            "protocol",
        )
    )
    if not ready:
        raise RuleBroken("nothing-to-publish", "tve-process-2020/p21-5a")
    _announce(sitting, ready, now)
    for result in ready:
        _publish(result, by, now)
    send_protocols(sitting, by, now)
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
    """Publish a new result, with its own protocol, in the place of an old one.

    Both stay readable. Of two who replace at once the second one is refused.

    Args:
        old: the valid result of a candidate.
        grade, points, passed, basis: as in `Result`.
        protocol: the registered protocol of the new decision.
        by: who publishes it.
        now: aware.

    Raises:
        RuleBroken: "protocol-not-signed", "result-replaced".
    """
    if protocol.state != Document.State.REGISTERED:
        raise RuleBroken("protocol-not-signed", "he-attestation-2020/p62a")
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
    valid = Result.objects.filter(pk=old.pk, replaced_by=None)
    if not valid.update(replaced_by=old.pk):
        raise RuleBroken("result-replaced")
    new.save()
    old.replaced_by = new
    old.save(update_fields=["replaced_by"])


def _announce(sitting: Sitting, ready: list[Result], now: datetime) -> None:
    """Let the log announce what was not announced in the room.

    The chair's signature under the protocol is what announces; whose click made it
    public stands in the line of `_publish`.
    """
    state = state_of(sitting)
    hearings = dict(sitting.hearings.values_list("candidate", "pk"))
    for result in ready:
        key = str(hearings[result.candidate_id])
        if state and state.hearings[key].announced is None:
            number = str(result.protocol.number)
            give(sitting, AnnounceResult(state.commission.chair, key, number), now)


def _publish(result: Result, by: Person, now: datetime) -> None:
    result.published_at = now
    result.save(update_fields=["published_at"])
    institution = result.candidate.attestation.campaign.institution
    ledger.append(
        institution=institution.pk,
        stream=f"candidate:{result.candidate_id}",
        act="result-published",
        by=by.key,
        at=now,
        facts={
            "result": result.pk,
            "protocol": result.protocol_id,
            "late": _is_late(result, now, ZoneInfo(institution.zone)),
        },
    )
    _tell_student(result, institution, by, now)


def _is_late(result: Result, now: datetime, zone: ZoneInfo) -> bool:
    """Whether the day of the decision is over where the institution is."""
    decided = result.decided_at.astimezone(zone).date()
    return now.astimezone(zone).date() > decided


def _tell_student(
    result: Result, institution: Institution, by: Person, now: datetime
) -> None:
    notices.notify(
        institution=institution,
        kind="result",
        about=f"candidate:{result.candidate_id}",
        subject=said(_("Your result of final attestation is published")),
        body=said(
            _("Grade: %(grade)s. The page says until when you can lodge an appeal."),
            grade=result.grade,
        ),
        people=[result.candidate.student.person],
        by=by,
        now=now,
        link=reverse("my_attestation"),
    )
