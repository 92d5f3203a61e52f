"""The one door for what a person does in a sitting."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from hattama.base import clock
from hattama.base.deeds import deed
from hattama.base.files import keep, must_be_acceptable
from hattama.core.rules import RuleBroken
from hattama.core.sitting.commands import KeepSheet
from hattama.final.access import sitting_for
from hattama.final.actions.log import give, institution_of
from hattama.final.forms.commands import command_from


@require_POST
@deed
def give_command(request: HttpRequest, pk: int, command: str) -> HttpResponse:
    """Carry out a command and go back to the page it was given on."""
    sitting, person = sitting_for(request, pk)
    give(sitting, command_from(command, request.POST, person.key), clock.now())
    return back(request, pk)


@require_POST
@deed
def keep_sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the picture of an answer sheet; the log names it by its digest."""
    sitting, person = sitting_for(request, pk)
    sent = request.FILES.get("sheet")
    if sent is None:
        raise RuleBroken("sheet-missing", "tve-attestation-2020/p27b")
    data, name = sent.read(), sent.name or ""
    kind = must_be_acceptable(name, data)
    kept = keep(institution=institution_of(sitting), name=name, data=data, kind=kind)
    hearing = request.POST.get("hearing", "")
    give(sitting, KeepSheet(person.key, hearing, kept.sha256), clock.now())
    return back(request, pk)


def back(request: HttpRequest, pk: int) -> HttpResponse:
    """Return to the page that the form names, if it is one of ours."""
    page = request.POST.get("back", "")
    if not url_has_allowed_host_and_scheme(page, {request.get_host()}):
        return redirect("sitting", pk)
    return redirect(page)
