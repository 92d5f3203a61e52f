"""Reading: the list of appeals, one appeal, a file that came with it."""

from collections.abc import Iterable
from typing import Any

from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from hattama.appeals import access, queries
from hattama.appeals.models import Appeal
from hattama.base import clock, files
from hattama.final.models import Result
from hattama.people.access import holds, person_for
from hattama.people.models import Person

PAGE = 40


def appeals(request: HttpRequest) -> HttpResponse:
    """A student's own results and appeals; for others, the appeals they see."""
    person = person_for(request)
    own = list(queries.own_results(person))
    found = access.appeals_for(person)
    if own or hasattr(person, "student"):
        return render(request, "appeals/own.html", {"results": _own(own, person)})
    if not access.may_list(person) and not found.exists():
        raise Http404
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "appeals/appeals.html",
        {
            "page": page,
            "rows": _rows(page, person),
            "campaigns": _campaigns(person),
        },
    )


def appeal(request: HttpRequest, pk: int) -> HttpResponse:
    """One appeal: where it is, what it says, what can be done with it now."""
    found = access.appeal_for(request, pk)
    person = person_for(request)
    return render(request, "appeals/appeal.html", case(found, person))


def appeal_hearing(request: HttpRequest, pk: int) -> HttpResponse:
    """What happened at the hearing in dispute, line by line."""
    found = access.heard_appeal_for(request, pk)
    context = {"appeal": found, "log": queries.hearing_log(found)}
    return render(request, "appeals/hearing.html", context)


def appeal_evidence(request: HttpRequest, pk: int, file: int) -> FileResponse:
    """A file that the student handed in."""
    return files.as_download(access.evidence_for(request, pk, file))


def case(found: Appeal, person: Person) -> dict[str, Any]:
    """All that the page of an appeal shows a person."""
    now = clock.now()
    parts = access.parts_of(person, found)
    state = Appeal.State(found.state)
    writes = bool(parts & {"secretary", "chair"})
    return {
        "appeal": found,
        "is_applicant": "applicant" in parts,
        "steps": queries.steps_of(found, now),
        "seats": queries.seats_of(queries.commission_of(found)),
        "evidence": found.evidence.all(),
        "may_see_record": holds(person, *access.READERS),
        "topic": found.stream,
        "may_withdraw": "applicant" in parts
        and state in (Appeal.State.LODGED, Appeal.State.SCHEDULED),
        "may_schedule": writes
        and state in (Appeal.State.LODGED, Appeal.State.SCHEDULED),
        "may_decide": "secretary" in parts and queries.may_be_decided(found, now),
        "may_answer": writes and queries.may_be_answered(found),
    }


def _rows(found: Iterable[Appeal], person: Person) -> list[dict[str, Any]]:
    counting, now = queries.Counting(person.institution), clock.now()
    return [
        {"appeal": one, "next": queries.next_step(one, now, counting)} for one in found
    ]


def _own(results: Iterable[Result], person: Person) -> list[dict[str, Any]]:
    counting, now = queries.Counting(person.institution), clock.now()
    rows = []
    for result in results:
        deadline = queries.appeal_deadline(result, counting)
        lodged = next(iter(result.appeals.all()), None)
        may = not lodged and now <= deadline.at and result.basis != Result.Basis.APPEAL
        rows.append(
            {"result": result, "deadline": deadline, "appeal": lodged, "open": may}
        )
    return rows


def _campaigns(person: Person) -> list[dict[str, Any]]:
    if not holds(person, *access.READERS):
        return []
    return [
        {"campaign": one, "commission": queries.commission_in_force(one)}
        for one in person.institution.campaigns.exclude(state="closed")
    ]
