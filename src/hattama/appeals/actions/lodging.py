"""The student's own deeds: lodge an appeal, take it back."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hattama.appeals import queries
from hattama.appeals.actions.telling import record, tell
from hattama.appeals.models import Appeal
from hattama.base import ledger
from hattama.base.models import StoredFile
from hattama.base.texts import said
from hattama.core.appeals import must_be_in_time, must_not_rest_on_health
from hattama.core.rules import RuleBroken
from hattama.documents import actions as documents
from hattama.documents.facts import Application
from hattama.documents.models import Document
from hattama.final.models import Result
from hattama.people.models import Person

TITLE = _("Appeal against the result of final attestation")
ADDRESSEE = _("To the appeals commission")
GROUNDS: dict[str, str | Promise] = {
    "procedure": _("The procedure was not followed"),
    "grade": _("The grade does not fit the answer or the work"),
    "question": _("A question lay outside the programme"),
    "technical": _("A technical fault was not taken into account"),
    "other": _("Other grounds, as in the text"),
}


@transaction.atomic
def lodge_appeal(
    *,
    result: Result,
    text: str,
    grounds: Sequence[str],
    evidence: Sequence[StoredFile],
    medical: bool,
    by: Person,
    now: datetime,
) -> Appeal:
    """Lodge an appeal: the application is registered, the commission is told.

    Args:
        result: published and valid, the student's own.
        text: what the student disagrees with.
        grounds: keys of `GROUNDS`.
        evidence: files that come with it.
        medical: whether there are papers about health among them.
        by: the student.
        now: aware.

    Raises:
        RuleBroken: as `must_be_open_to_appeal`; "appeal-without-text".

    Norms: he-attestation-2020/p64a, p64b; tve-process-2020/p21-3ao, p21-4f.
    """
    Result.objects.select_for_update().get(pk=result.pk)  # one appeal of two at once
    must_be_open_to_appeal(result, medical=medical, by=by, now=now)
    if not text.strip():
        raise RuleBroken("appeal-without-text")
    application = _application(result, text, grounds, evidence, by, now)
    appeal = Appeal.objects.create(
        result=result, application=application, text=text.strip(), lodged_at=now
    )
    appeal.evidence.set(evidence)
    record(
        appeal,
        "appeal-lodged",
        by,
        now,
        {
            "result": result.pk,
            "application": application.pk,
            "grounds": list(grounds),
            "until": queries.appeal_deadline(result).at.isoformat(),
            "files": [file.sha256 for file in evidence],
        },
    )
    _tell_who_hears(appeal, now)
    return appeal


def _tell_who_hears(appeal: Appeal, now: datetime) -> None:
    seats = queries.seats_of(queries.commission_of(appeal))
    tell(
        appeal,
        "appeal-lodged",
        [seat.person for seat in seats],
        _("Appeal of %(name)s"),
        _("%(name)s appeals against a result. The commission must meet by %(until)s."),
        now,
        name=appeal.student.full_name,
        until=queries.hearing_deadline(appeal).at,
    )


def must_be_open_to_appeal(
    result: Result, *, medical: bool, by: Person, now: datetime
) -> None:
    """Refuse an appeal that comes from another, too early, twice, or too late.

    Raises:
        RuleBroken: "appeal-not-yours", "appeal-not-published",
            "appeal-lodged-already", "appeal-too-late" (he-attestation-2020/p64a),
            "health-papers-after-fail" (tve-process-2020/p21-4f).
    """
    if result.candidate.student.person_id != by.pk:
        raise RuleBroken("appeal-not-yours", "he-attestation-2020/p64b")
    if queries.appeals_against(result).exists():
        raise RuleBroken("appeal-lodged-already", "he-attestation-2020/p64b")
    if result.published_at is None or result.replaced_by_id:
        raise RuleBroken("appeal-not-published", "he-attestation-2020/p64a")
    must_be_in_time(queries.appeal_deadline(result), result.published_at, now)
    must_not_rest_on_health(
        medical=medical, passed=result.passed, rules=queries.rules_for(result, now)
    )


def record_refusal(
    result: Result, broken: RuleBroken, by: Person, now: datetime
) -> None:
    """Keep on record that an appeal was tried and refused (he-attestation-2020/p64b).

    The refused deed itself leaves nothing behind, so this runs after it.
    """
    ledger.append(
        institution=queries.institution_of(result).pk,
        stream=f"result:{result.pk}",
        act="appeal-refused",
        by=by.key,
        at=now,
        facts={"why": broken.code, "norms": list(broken.norms)},
    )


@transaction.atomic
def withdraw_appeal(appeal: Appeal, by: Person, now: datetime) -> None:
    """Take the appeal back; possible until it is decided.

    Raises:
        RuleBroken: "appeal-over".
    """
    changed = Appeal.objects.filter(
        pk=appeal.pk, state__in=(Appeal.State.LODGED, Appeal.State.SCHEDULED)
    ).update(state=Appeal.State.WITHDRAWN)
    if not changed:
        raise RuleBroken("appeal-over")
    record(appeal, "appeal-withdrawn", by, now)
    hearers = [seat.person for seat in queries.seats_of(queries.commission_of(appeal))]
    tell(
        appeal,
        "appeal-withdrawn",
        hearers,
        _("Appeal of %(name)s withdrawn"),
        _("%(name)s took the appeal back; there is nothing left to decide."),
        now,
        name=by.full_name,
    )


def _application(
    result: Result,
    text: str,
    grounds: Sequence[str],
    evidence: Sequence[StoredFile],
    by: Person,
    now: datetime,
) -> Document:
    candidate = result.candidate
    programme, group = candidate.attestation.programme, candidate.student.group.name
    facts: Application = {
        "addressee": said(ADDRESSEE),
        "applicant": by.full_name,
        "applicant_line": dict.fromkeys(("kk", "ru"), f"{group}, {programme.code}"),
        "text": text.strip(),
        "grounds": [said(GROUNDS[ground]) for ground in grounds],
        "attachments": [file.name for file in evidence],
    }
    commission = queries.commission_in_force(candidate.attestation.campaign)
    return documents.file_application(
        institution=queries.institution_of(result),
        template="application",
        title=said(TITLE),
        about=f"result:{result.pk}",
        facts=facts,
        applicant=by,
        now=now,
        readers=[seat.person for seat in queries.seats_of(commission)],
    )
