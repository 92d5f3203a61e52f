"""Appeals and the results that they are against."""

from datetime import datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from hattama.appeals.models import Appeal, AppealsSeat
from hattama.documents.models import Document
from hattama.final.models import Commission, Result
from hattama.people.models import Institution, Person

_INSTITUTION = "candidate__attestation__campaign__institution"


def appeals_counted(commission: Commission) -> tuple[int, int]:
    """How many results of a commission were appealed against, and how many changed."""
    lodged = Appeal.objects.filter(result__candidate__commission=commission).exclude(
        state=Appeal.State.WITHDRAWN
    )
    return lodged.count(), lodged.filter(decision=Appeal.Decision.CHANGED).count()


def results() -> QuerySet[Result]:
    """Results with all that an appeal asks of them, fetched along."""
    return Result.objects.select_related(
        _INSTITUTION,
        "candidate__attestation__programme",
        "candidate__student__person",
        "candidate__student__group",
        "protocol",
    )


def appeals() -> QuerySet[Appeal]:
    """Appeals with all that a page shows of them, fetched along."""
    return Appeal.objects.select_related(
        f"result__{_INSTITUTION}",
        "result__candidate__attestation__programme",
        "result__candidate__student__person",
        "result__candidate__student__group",
        "result__protocol",
        "commission__order",
        "application",
        "protocol",
        "new_result",
    )


def appeals_against(result: Result) -> QuerySet[Appeal]:
    """The appeal against a result, or the one that it came from."""
    return Appeal.objects.filter(Q(result=result) | Q(new_result=result))


def heard_by(person: Person) -> QuerySet[Appeal]:
    """The appeals that a person hears, those without a sitting yet among them."""
    sits = AppealsSeat.objects.filter(
        person=person, commission__order__state=Document.State.REGISTERED
    )
    named = sits.filter(commission=OuterRef("commission"))
    in_campaign = sits.filter(
        commission__campaign=OuterRef("result__candidate__attestation__campaign")
    )
    return appeals().filter(Exists(named) | (Q(commission=None) & Exists(in_campaign)))


def appeals_of(institution: Institution) -> QuerySet[Appeal]:
    """All appeals of an institution, the newest first."""
    return appeals().filter(**{f"result__{_INSTITUTION}": institution})


def own_results(person: Person) -> QuerySet[Result]:
    """A student's own valid published results, each with its appeal, if any."""
    return (
        results()
        .filter(
            candidate__student__person=person,
            published_at__isnull=False,
            replaced_by=None,
        )
        .prefetch_related("appeals")
        .order_by("-published_at")
    )


def may_be_decided(appeal: Appeal, now: datetime) -> bool:
    """Whether the commission's decision can be entered now."""
    begun = appeal.sitting_at is not None and now >= appeal.sitting_at
    return begun and (
        appeal.state == Appeal.State.SCHEDULED
        or (appeal.state == Appeal.State.DECIDED and protocol_is(appeal, "refused"))
    )


def may_be_answered(appeal: Appeal) -> bool:
    """Whether the decision is signed and the student not answered yet."""
    return appeal.state == Appeal.State.DECIDED and protocol_is(appeal, "registered")


def protocol_is(appeal: Appeal, state: str) -> bool:
    """Whether there is a protocol and where it stands."""
    return appeal.protocol is not None and appeal.protocol.state == state
