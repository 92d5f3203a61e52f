"""Candidates, topics, supervisors, reviewers."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from hattama.base import clock
from hattama.base.deeds import deed
from hattama.base.sheets.export import as_workbook
from hattama.base.texts import pick
from hattama.documents.access import readable
from hattama.final import access
from hattama.final.access import PREPARERS
from hattama.final.actions import topics as actions
from hattama.final.forms.topics import HEADINGS, EnrolForm, TopicForm, TopicListForm
from hattama.final.models import Attestation
from hattama.final.models.candidate import CandidateQuerySet
from hattama.final.queries.candidates import candidates_of, without_topic_order
from hattama.final.queries.staff import staff_by_label
from hattama.people.access import person_for

PAGE = 25


@deed
def topics(request: HttpRequest, pk: int) -> HttpResponse:
    """The table of topics; posted, what was typed into it."""
    writers = PREPARERS if request.method == "POST" else ()
    attestation = access.attestation_for(request, pk, *writers)
    found = candidates_of(attestation, request.GET.get("q", ""))
    if "xlsx" in request.GET:
        return _workbook(attestation, found)
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    staff = staff_by_label(attestation.campaign.institution)
    lines = [
        TopicForm(request.POST or None, candidate=candidate, staff=staff)
        for candidate in page
    ]
    wrong = [line for line in lines if not line.is_valid()]
    if request.method == "POST" and not wrong:
        actions.set_topics(
            attestation=attestation,
            assignments={line.candidate: line.assignment() for line in lines},
            by=person_for(request),
            now=clock.now(),
        )
        return redirect(request.get_full_path())
    orders = {candidate.topic_order_id for candidate in page}
    context = {
        "attestation": attestation,
        "page": page,
        "readable": readable(person_for(request), orders),
        "lines": lines,
        "staff": staff,
        "ready": without_topic_order(attestation).count(),
        "may": access.may_prepare(person_for(request)),
    }
    return render(request, "final/topics.html", context)


@deed
def import_topics(request: HttpRequest, pk: int) -> HttpResponse:
    """Take over a list of topics: every row, or none."""
    attestation = access.attestation_for(request, pk, *PREPARERS)
    form = TopicListForm(
        request.POST or None,
        request.FILES or None,
        candidates=candidates_of(attestation),
        staff=staff_by_label(attestation.campaign.institution),
    )
    if form.is_valid():
        actions.set_topics(
            attestation=attestation,
            assignments=form.assignments,
            by=person_for(request),
            now=clock.now(),
        )
        return redirect("topics", attestation.pk)
    context = {"attestation": attestation, "form": form}
    return render(request, "final/import_topics.html", context)


@deed
def enrol_candidates(request: HttpRequest, pk: int) -> HttpResponse:
    """Make the students of groups candidates."""
    attestation = access.attestation_for(request, pk, *PREPARERS)
    form = EnrolForm(request.POST or None, attestation=attestation)
    if form.is_valid():
        actions.enrol_candidates(
            attestation=attestation,
            groups=form.cleaned_data["groups"],
            by=person_for(request),
            now=clock.now(),
        )
        return redirect("topics", attestation.pk)
    context = {"attestation": attestation, "form": form}
    return render(request, "final/enrol_candidates.html", context)


@require_POST
@deed
def draft_topics_order(request: HttpRequest, pk: int) -> HttpResponse:
    """Draw up the order on the topics."""
    attestation = access.attestation_for(request, pk, *PREPARERS)
    order = actions.draft_topics_order(
        attestation=attestation, by=person_for(request), now=clock.now()
    )
    return redirect("document", order.pk)


def _workbook(attestation: Attestation, found: CandidateQuerySet) -> HttpResponse:
    headings = [str(heading) for heading in HEADINGS.values()]
    rows = (
        (
            one.student.person.full_name,
            pick(one.topic, "kk"),
            pick(one.topic, "ru"),
            one.supervisor.full_name if one.supervisor else "",
            one.reviewer.full_name if one.reviewer else "",
        )
        for one in found
    )
    return as_workbook(f"topics-{attestation.pk}", headings, rows)
