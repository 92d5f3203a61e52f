"""Pages that belong to the house, not to a room."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form whose token is missing or from another session."""
    return render(request, "base/stale_form.html", status=403)
