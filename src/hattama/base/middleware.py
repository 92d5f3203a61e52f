"""What happens around every request."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from hattama.base import messages
from hattama.base.context import institution_of
from hattama.core.rules import RuleBroken


class RefusalMiddleware:
    """Turns a broken rule into a page: what happened, why, and what to do now."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponse | None:
        """Answer 409; a part of a page gets the panel, a whole page the page."""
        if not isinstance(exception, RuleBroken):
            return None
        part = bool(request.headers.get("HX-Request"))
        kind = getattr(institution_of(request), "kind", "")
        response = render(
            request,
            "base/_refusal.html" if part else "base/refused.html",
            {
                "refusal": messages.refusal(exception, kind),
                "back": request.headers.get("Referer"),
            },
            status=409,
        )
        if part:
            response["HX-Retarget"] = "#refusal"
            response["HX-Reswap"] = "innerHTML"
        return response
