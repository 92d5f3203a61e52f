"""The ledger, for the institution's own staff and inspectors."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hattama.portal import access
from hattama.portal.queries.records import record
from hattama.portal.queries.streams import titled

PAGE = 50


def records(request: HttpRequest) -> HttpResponse:
    """The streams, the newest first."""
    streams = access.streams_for(request).order_by("-pk")
    if words := request.GET.get("q", "").strip():
        streams = streams.filter(name__icontains=words)
    page = Paginator(streams, PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "rows": titled(page)}
    return render(request, "portal/records.html", context)


def ledger_stream(request: HttpRequest, stream: str) -> HttpResponse:
    """One stream in plain words, with the proof that nothing was changed."""
    found = access.stream_for(request, stream)
    return render(request, "portal/record.html", {"record": record(found)})
