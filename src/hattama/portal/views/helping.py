"""Help: steps for each role."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from hattama.portal.queries.helping import HELP


def help_pages(request: HttpRequest) -> HttpResponse:
    """All help pages."""
    return render(request, "portal/help_pages.html", {"pages": HELP.items()})


def help_page(request: HttpRequest, role: str) -> HttpResponse:
    """One of them."""
    if role not in HELP:
        raise Http404
    return render(
        request, "portal/help_page.html", {"page": HELP[role], "pages": HELP.items()}
    )
