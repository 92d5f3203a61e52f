"""Search across people and documents."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hattama.portal import access
from hattama.portal.queries.searching import found


def search(request: HttpRequest) -> HttpResponse:
    """Show what was found."""
    institution = access.searched_institution(request)
    words = request.GET.get("q", "").strip()
    return render(
        request,
        "portal/search.html",
        {"words": words, "found": found(institution, words)},
    )
