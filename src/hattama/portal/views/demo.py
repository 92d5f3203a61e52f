"""Signing in by a link. This exists in the demo alone (tests/house/test_demo_links)."""

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from hattama.portal.queries.demo import person_meant

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def act_as(request: HttpRequest, token: str) -> HttpResponse:
    """Sign in as the person that the link names.

    Raises:
        Http404: outside the demo, and for a link that is not ours.
    """
    person = person_meant(token) if settings.DEMO else None
    if person is None or person.user is None:
        raise Http404
    login(request, person.user, backend=BACKEND)
    request.session["person"] = person.pk
    return redirect("home")
