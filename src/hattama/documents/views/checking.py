"""Anybody can check a document, without signing in."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from hattama.base import files
from hattama.documents import access, queries
from hattama.documents.forms import CodeForm


@require_safe
def find_document(request: HttpRequest) -> HttpResponse:
    form = CodeForm(request.GET or None)
    if form.is_valid():
        return redirect("check_document", form.cleaned_data["code"])
    return render(request, "documents/find_document.html", {"form": form})


@require_safe
def check_document(request: HttpRequest, code: str) -> HttpResponse:
    """Say whose document it is and whether it holds; nothing of what it says."""
    try:
        found = access.document_by_code(code)
    except Http404:
        context = {"form": CodeForm(initial={"code": code}), "unknown": True}
        return render(request, "documents/find_document.html", context, status=404)
    request.institution = found.institution  # type: ignore[attr-defined]
    return render(
        request,
        "documents/check_document.html",
        {
            "document": found,
            "signatures": found.signatures.select_related("person"),
            "successor": queries.successor(found),
            "seals": queries.seal_check(found),
            "sums": {"kk": found.pdf_kk, "ru": found.pdf_ru},
            "code": queries.grouped(found.check_code),
        },
    )


@require_safe
def public_document_file(
    request: HttpRequest, code: str, language: str
) -> HttpResponseBase:
    """Give the file of a document that is public."""
    found = access.document_by_code(code)
    file = queries.pdf(found, language)
    if not found.public or file is None:
        raise Http404
    return files.as_download(file)
