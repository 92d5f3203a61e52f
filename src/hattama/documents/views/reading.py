"""The register, a document, its files."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from hattama.base import files
from hattama.base.dates import day_text
from hattama.base.sheets.export import as_workbook
from hattama.base.texts import pick
from hattama.documents import access, queries, typesetting
from hattama.documents.forms import RegisterFilter
from hattama.documents.models import Document
from hattama.people.access import person_for

PAGE = 50


@require_safe
def document_register(request: HttpRequest) -> HttpResponse:
    everything = access.documents_for(request)
    form = RegisterFilter(request.GET)
    wanted = form.cleaned_data if form.is_valid() else {}
    found = queries.register(everything, **wanted)
    if request.GET.get("export") == "xlsx":
        return _as_workbook(list(found))
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "documents/document_register.html",
        {"form": form, "page": page, "years": queries.years(everything)},
    )


@require_safe
def document(request: HttpRequest, pk: int) -> HttpResponse:
    shown = access.document_for(request, pk)
    person = person_for(request)
    signatures = list(shown.signatures.select_related("person"))
    due = queries.next_signature(shown) if shown.state == "signing" else None
    return render(
        request,
        "documents/document.html",
        {
            "document": shown,
            "signatures": signatures,
            "own": due if due and due.person == person else None,
            "due": due,
            "successor": queries.successor(shown),
            "writer": access.may_write(person, shown),
            "lines": queries.in_plain_words(shown.facts),
            "history": queries.history(shown),
            "seals": queries.seal_check(shown),
            "code": queries.grouped(shown.check_code),
        },
    )


@require_safe
def document_file(request: HttpRequest, pk: int, language: str) -> HttpResponseBase:
    """Give the sealed file; before registration, a draft to read."""
    shown = access.document_for(request, pk)
    if language not in queries.LANGUAGES:
        raise Http404
    if file := queries.pdf(shown, language):
        return files.as_download(file)
    response = HttpResponse(
        typesetting.typeset(shown, language), content_type="application/pdf"
    )
    response["Content-Disposition"] = f'attachment; filename="draft-{language}.pdf"'
    response["Cache-Control"] = "private, no-store"
    return response


def _as_workbook(found: list[Document]) -> HttpResponse:
    headings = [_("Number"), _("Date"), _("Kind"), _("Title"), _("State"), _("Signs")]
    return as_workbook(
        "documents",
        headings,
        (
            [
                document.number,
                day_text(document.registered_at, "short")
                if document.registered_at
                else "",
                document.get_kind_display(),
                pick(document.title),
                document.get_state_display(),
                ", ".join(mark.person.full_name for mark in document.signatures.all()),
            ]
            for document in found
        ),
    )
