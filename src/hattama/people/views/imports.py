"""A list handed in: its columns, the preview, the confirmation."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hattama.base import clock
from hattama.base.deeds import deed
from hattama.base.messages import refusal
from hattama.base.sheets import must_fit
from hattama.base.sheets.export import as_workbook
from hattama.core.rules import RuleBroken
from hattama.people import access
from hattama.people.actions import roster as deeds
from hattama.people.forms.imports import MappingForm, RosterForm
from hattama.people.models import RosterImport
from hattama.people.queries import number
from hattama.people.queries.roster import layout_of, sheet_of
from hattama.people.views.page import REFUSED, posted

PAGE = 100  # remarks


def import_list(request: HttpRequest) -> HttpResponse:
    """What was imported, by whom, when."""
    institution = access.institution_for(request, *access.RECORD_KEEPERS)
    found = RosterImport.objects.filter(institution=institution).select_related(
        "by", "file"
    )
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    return render(request, "people/import_list.html", {"page": page})


@deed
def begin_import(request: HttpRequest) -> HttpResponse:
    """Hand in a list."""
    institution = access.institution_for(request, *access.RECORD_KEEPERS)
    form = RosterForm(posted(request), request.FILES or None)
    if not (form.is_bound and form.is_valid()):
        status = REFUSED if form.is_bound else 200
        return render(
            request, "people/begin_import.html", {"form": form}, status=status
        )
    file = form.cleaned_data["file"]
    must_fit(file.name, file.size)
    roster = deeds.begin_import(
        institution=institution,
        kind=form.cleaned_data["kind"],
        name=file.name,
        data=file.read(),
        by=access.person_for(request),
        now=clock.now(),
    )
    return redirect("map_columns", roster.pk)


@deed
def map_columns(request: HttpRequest, pk: int) -> HttpResponse:
    """Say what each column means; guesses are chosen already."""
    roster = access.roster_for(request, pk)
    given = "heading" in request.GET
    heading = number(request.GET.dict(), "heading") if given else None
    layout = layout_of(roster, heading)
    form = MappingForm(
        roster.institution,
        layout.kind,
        layout.columns,
        posted(request),
        initial=layout.chosen,
    )
    if form.is_bound and form.is_valid():
        deeds.map_columns(roster, form.mapping(layout.heading))
        return redirect("preview_import", pk)
    rows = [
        (form[f"column-{column.index}"], column, layout.samples(column))
        for column in layout.columns
    ]
    others = [form[name] for name in form.fields if not name.startswith("column-")]
    return render(
        request,
        "people/map_columns.html",
        {"roster": roster, "layout": layout, "form": form, "rows": rows}
        | {"others": others},
        status=REFUSED if form.is_bound else 200,
    )


def preview_import(request: HttpRequest, pk: int) -> HttpResponse:
    """What the import would do; after it, what it did."""
    roster = access.roster_for(request, pk)
    if roster.done_at:
        counts, problems = roster.counts, roster.problems
    else:
        plan = deeds.planned(roster, clock.now())
        counts, problems = plan.counts, [deeds.kept(p) for p in plan.problems]
    page = Paginator(problems, PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "people/preview_import.html",
        {
            "roster": roster,
            "counts": counts,
            "page": page,
            "remarks": [_said(problem) for problem in page],
            "nothing": not (counts["added"] or counts["changed"] or counts["groups"]),
        },
    )


@require_POST
@deed
def confirm_import(request: HttpRequest, pk: int) -> HttpResponse:
    """Write everybody of the list."""
    roster = access.roster_for(request, pk)
    seen = {name: number(request.POST.dict(), name) for name in deeds.COUNTED}
    by = access.person_for(request)
    deeds.confirm_import(roster, seen=seen, by=by, now=clock.now())
    return redirect("preview_import", pk)


def export_refused(request: HttpRequest, pk: int) -> HttpResponse:
    """The refused rows as they came, with the reasons, to correct and hand in again."""
    roster = access.roster_for(request, pk)
    layout = layout_of(roster, roster.mapping.get("heading"))
    problems = (
        roster.problems
        if roster.done_at
        else [deeds.kept(p) for p in deeds.planned(roster, clock.now()).problems]
    )
    reasons: dict[int, list[str]] = {}
    for problem in problems:
        if problem["level"] == "refused":
            reasons.setdefault(problem["row"], []).append(_sentence(problem))
    grid = sheet_of(roster).rows
    headings = [*(column.heading for column in layout.columns), _("Row"), _("Why")]
    width = len(layout.columns)
    rows = (
        [*grid[row - 1], *[""] * (width - len(grid[row - 1])), row, " ".join(why)]
        for row, why in reasons.items()
    )
    return as_workbook("refused", headings, rows)


def _said(problem: dict[str, Any]) -> dict[str, Any]:
    return problem | {"words": refusal(RuleBroken(problem["code"], **problem["facts"]))}


def _sentence(problem: dict[str, Any]) -> str:
    words = refusal(RuleBroken(problem["code"], **problem["facts"]))
    return f"{problem['column']}: {words.what} {words.now}".removeprefix(": ")
