"""What students hand in."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from hattama.base import clock, files
from hattama.base.deeds import deed
from hattama.base.sheets.export import as_workbook
from hattama.final import access
from hattama.final.access import PREPARERS, SECRETARY
from hattama.final.actions import packs as actions
from hattama.final.forms.preparation import PackPartForm
from hattama.final.models import Attestation, PackPart
from hattama.final.queries import packs as queries
from hattama.final.queries.candidates import candidates_of
from hattama.people.access import person_for

PAGE = 50


def packs(request: HttpRequest, pk: int) -> HttpResponse:
    """Who has handed in what, what is missing, what was late."""
    attestation = access.attestation_for(request, pk)
    found = candidates_of(attestation, request.GET.get("q", "")).admitted()
    if "xlsx" in request.GET:
        return _workbook(attestation, queries.packs_of(attestation, found))
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    context = {
        "attestation": attestation,
        "page": page,
        "packs": queries.packs_of(attestation, page),
        "kinds": [PackPart.Kind(kind) for kind in queries.kinds_of(attestation)],
        "due": queries.pack_due(attestation),
        "may_check": access.may_check(person_for(request), attestation),
    }
    return render(request, "final/packs.html", context)


@deed
def hand_in(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand in a part: the student, or the secretary for them."""
    candidate = access.candidate_for(request, pk, "student", SECRETARY, *PREPARERS)
    attestation = candidate.attestation
    own = candidate.student.person_id == person_for(request).pk
    kinds = queries.kinds_of(attestation)
    form = PackPartForm(
        request.POST or None,
        request.FILES or None,
        kinds=kinds,
        initial={"kind": request.GET.get("kind", "")},
    )
    if form.is_valid():
        file = form.cleaned_data["file"]
        actions.hand_in(
            candidate=candidate,
            kind=form.cleaned_data["kind"],
            name=file.name,
            data=file.read(),
            by=person_for(request),
            now=clock.now(),
        )
        return redirect("my_attestation") if own else redirect("packs", attestation.pk)
    context = {
        "candidate": candidate,
        "attestation": attestation,
        "own": own,
        "form": form,
        "pack": queries.packs_of(attestation, [candidate])[0],
        "due": queries.pack_due(attestation),
    }
    return render(request, "final/hand_in.html", context)


def pack_part(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Download a part."""
    return files.as_download(access.pack_part_for(request, pk).file)


def _workbook(attestation: Attestation, rows: list[queries.Pack]) -> HttpResponse:
    kinds = [PackPart.Kind(kind) for kind in queries.kinds_of(attestation)]
    headings = [_("Student"), _("Group"), *(str(kind.label) for kind in kinds)]
    lines = (
        (
            pack.candidate.student.person.full_name,
            pack.candidate.student.group.name,
            *(_standing(pack, kind) for kind in kinds),
        )
        for pack in rows
    )
    return as_workbook(f"packs-{attestation.pk}", headings, lines)


def _standing(pack: queries.Pack, kind: str) -> str:
    part = pack.parts.get(kind)
    if part is None:
        return ""
    return _("late") if part.late else _("yes")
