"""How a page gives a deed: in one transaction, once."""

import uuid
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from hattama.base import clock
from hattama.base.models import SentForm

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def deed(view: View[P]) -> View[P]:
    """Make a posted form one transaction that happens at most once.

    The form carries a token (`{% once %}`). The same token again (a double click, a
    replayed request, the back button) is answered like the first time, without a
    second deed. A refusal or an error leaves the token unused and nothing written.
    """

    @wraps(view)
    def wrapped(
        request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponseBase:
        if request.method != "POST":
            return view(request, *args, **kwargs)
        with transaction.atomic():
            token = _token(request)
            if token is None:
                return _kept_if_fine(view(request, *args, **kwargs))
            sent, fresh = SentForm.objects.get_or_create(
                token=token,
                defaults={
                    "user": request.user.pk,
                    "path": request.path[:300],
                    "sent_at": clock.now(),
                },
            )
            if not fresh:
                return _answered_before(request, sent)
            response = view(request, *args, **kwargs)
            SentForm.objects.filter(pk=sent.pk).update(
                location=response.headers.get("Location", "")[:500]
            )
            return _kept_if_fine(response)

    return wrapped


def _token(request: HttpRequest) -> uuid.UUID | None:
    try:
        return uuid.UUID(request.POST.get("once", ""))
    except ValueError:
        return None


def _kept_if_fine(response: HttpResponseBase) -> HttpResponseBase:
    """A page that says «no» (or shows the form again) must have written nothing."""
    redirects = 300 <= response.status_code < 400
    if not redirects and response.status_code != 204:
        transaction.set_rollback(True)
    return response


def _answered_before(request: HttpRequest, sent: SentForm) -> HttpResponse:
    if sent.user != request.user.pk:
        return HttpResponse(status=409)
    return redirect(sent.location or request.path)
