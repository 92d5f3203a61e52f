"""Open a campaign and say in what form and when each programme is attested."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from hattama.base import files
from hattama.base.models import StoredFile
from hattama.calendars.models import Period
from hattama.calendars.queries import calendar_of
from hattama.core.attestations import (
    Terms,
    must_be_lawful,
    must_lie_within,
    must_not_be_put_off_past,
)
from hattama.core.milestones import must_be_possible
from hattama.core.rules import RuleBroken
from hattama.final.actions.record import record
from hattama.final.models import Attestation, Campaign, Sitting
from hattama.final.queries.timelines import course_of
from hattama.people.models import Institution, Person, Programme
from hattama.people.queries import rulebook_of


@dataclass(frozen=True)
class Decision:
    """What is decided about an attestation.

    Args:
        programme: whose attestation it is.
        form: of `Attestation.Form`.
        scope: of `Attestation.Scope`; empty for a defence.
        subject: disciplines or modules of an exam, by language.
        disciplines: how many an exam asks about.
        form_decision: the decision that set the form, with its date.
        first_sitting: aware.
        minutes: of one student's hearing, or of the whole written exam.
        preparation_minutes: 0 where the rulebook's value is meant.
        health_rules: whether order KR DSM-46 applies.
        agreement: name and content of the accredited body's agreement.
    """

    programme: Programme
    form: str
    form_decision: str
    first_sitting: datetime
    scope: str = ""
    subject: Mapping[str, str] | None = None
    disciplines: int = 1
    minutes: int = 15
    preparation_minutes: int = 0
    health_rules: bool = False
    agreement: tuple[str, bytes] | None = None


@transaction.atomic
def create_campaign(
    *,
    institution: Institution,
    title: Mapping[str, str],
    starts_on: date,
    ends_on: date,
    by: Person,
    now: datetime,
) -> Campaign:
    """Open a year's final attestation (tve-process-2020/p21-3b).

    Args:
        institution: whose.
        title: by language.
        starts_on, ends_on: within a period of final attestation of the calendar.
        by: who opens it.
        now: aware.

    Raises:
        RuleBroken: `campaign-ends-first`, `campaign-exists`, `outside-calendar`.
    """
    if ends_on < starts_on:
        raise RuleBroken("campaign-ends-first", start=starts_on, end=ends_on)
    same = institution.campaigns.filter(starts_on=starts_on, ends_on=ends_on)
    if any(campaign.title == dict(title) for campaign in same):
        raise RuleBroken("campaign-exists")
    periods = _periods(institution)
    for day in (starts_on, ends_on):
        must_lie_within(day, periods)
    campaign = Campaign.objects.create(
        institution=institution,
        title=dict(title),
        starts_on=starts_on,
        ends_on=ends_on,
        state=Campaign.State.OPEN,
        made_by=by,
        made_at=now,
    )
    days = {"starts_on": starts_on.isoformat(), "ends_on": ends_on.isoformat()}
    record(campaign, "campaign-opened", by, now, days)
    return campaign


@transaction.atomic
def add_attestation(
    *, campaign: Campaign, decision: Decision, by: Person, now: datetime
) -> Attestation:
    """Set a programme's form and first sitting.

    Args:
        campaign: open.
        decision: what was decided.
        by: who writes it down.
        now: aware.

    Sources: he-attestation-2020/p17b, p35a, p35b, t2.principle-b;
    tve-attestation-2020/p2, p23; tve-process-2020/p21-3b, p21-3c, p21-3d, p21-3e.

    Raises:
        RuleBroken: as `core.attestations.must_be_lawful` and
            `core.milestones.must_be_possible`; `attestation-exists`,
            `outside-campaign`, `outside-calendar`; as `base.files` for the agreement.
    """
    terms = _terms(decision)
    must_be_lawful(terms, rulebook_of(campaign.institution, campaign.starts_on))
    _must_be_new(campaign, decision)
    _must_fit_in(campaign, decision.first_sitting)
    attestation = _written(campaign, decision)
    must_be_possible(course_of(attestation), now)
    record(
        attestation,
        "attestation-set",
        by,
        now,
        {
            "programme": decision.programme.code,
            "form": decision.form,
            "scope": decision.scope,
            "decision": decision.form_decision,
            "first_sitting": decision.first_sitting.isoformat(),
        },
    )
    return attestation


def _written(campaign: Campaign, decision: Decision) -> Attestation:
    made: Attestation = Attestation.objects.create(
        campaign=campaign,
        programme=decision.programme,
        form=decision.form,
        scope=decision.scope,
        subject=dict(decision.subject or {}),
        disciplines=decision.disciplines,
        form_decision=decision.form_decision,
        first_sitting=decision.first_sitting,
        minutes=decision.minutes,
        preparation_minutes=decision.preparation_minutes,
        health_rules=decision.health_rules,
        agreement=_kept(campaign, decision.agreement),
    )
    return made


@transaction.atomic
def move_first_sitting(
    *,
    attestation: Attestation,
    first_sitting: datetime,
    reason: str,
    by: Person,
    now: datetime,
) -> None:
    """Begin an attestation at another time; every milestone is counted anew.

    Sources: he-attestation-2020/p24a, t2.postpone-a to t2.postpone-e.

    Raises:
        RuleBroken: `sittings-announced` once people were told their times;
            `put-off-too-far`; as `add_attestation` for the date.
    """
    announced = Sitting.objects.filter(
        hearings__candidate__attestation=attestation, announced_at__isnull=False
    )
    if announced.exists():
        raise RuleBroken("sittings-announced")
    before = attestation.first_sitting
    _must_not_be_put_off(attestation, first_sitting)
    _must_fit_in(attestation.campaign, first_sitting)
    attestation.first_sitting = first_sitting
    must_be_possible(course_of(attestation), now)
    attestation.save(update_fields=["first_sitting"])
    record(
        attestation,
        "first-sitting-moved",
        by,
        now,
        {"from": before.isoformat(), "to": first_sitting.isoformat()},
        {"reason": reason},
    )


def _terms(decision: Decision) -> Terms:
    return Terms(
        form=decision.form,
        scope=decision.scope,
        disciplines=decision.disciplines,
        minutes=decision.minutes,
        profile=decision.programme.profile,
        health_rules=decision.health_rules,
        agreed=decision.agreement is not None,
    )


def _must_be_new(campaign: Campaign, decision: Decision) -> None:
    same = campaign.attestations.filter(
        programme=decision.programme,
        form=decision.form,
        subject=dict(decision.subject or {}),
    )
    if same.exists():
        raise RuleBroken("attestation-exists", programme=decision.programme.code)


def _must_not_be_put_off(attestation: Attestation, first_sitting: datetime) -> None:
    institution = attestation.campaign.institution
    rules = rulebook_of(institution, attestation.campaign.starts_on)
    day = calendar_of(institution).local(first_sitting).date()
    must_not_be_put_off_past(day, attestation.scope, rules)


def _must_fit_in(campaign: Campaign, first_sitting: datetime) -> None:
    day = calendar_of(campaign.institution).local(first_sitting).date()
    if not campaign.starts_on <= day <= campaign.ends_on:
        raise RuleBroken(
            "outside-campaign", day=day, first=campaign.starts_on, last=campaign.ends_on
        )
    must_lie_within(day, _periods(campaign.institution))


def _periods(institution: Institution) -> list[tuple[date, date]]:
    rows = institution.periods.filter(kind=Period.Kind.FINAL)
    return list(rows.values_list("starts_on", "ends_on"))


def _kept(campaign: Campaign, given: tuple[str, bytes] | None) -> StoredFile | None:
    if given is None:
        return None
    name, data = given
    return files.keep(
        institution=campaign.institution_id,
        name=name,
        data=data,
        kind=files.must_be_acceptable(name, data),
    )
