"""What happens around every request."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.http import url_has_allowed_host_and_scheme

from hattama.base import messages
from hattama.base.context import institution_of
from hattama.core.rules import RuleBroken


class RefusalMiddleware:
    """Turns a broken rule into a page: what happened, why, and what to do now."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on; who looks at the address of a deed is told so."""
        response = self.get_response(request)
        if (
            response.status_code == HTTPStatus.METHOD_NOT_ALLOWED
            and request.method == "GET"
        ):
            allowed = response.headers["Allow"]
            response = render(request, "405.html", status=HTTPStatus.METHOD_NOT_ALLOWED)
            response.headers["Allow"] = allowed
        return response

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
                "back": _page_before(request),
            },
            status=409,
        )
        if part:
            response["HX-Retarget"] = "#refusal"
            response["HX-Reswap"] = "innerHTML"
        return response


def _page_before(request: HttpRequest) -> str:
    """Give the page that one came from, if it is one of ours."""
    page = request.headers.get("Referer", "")
    ours = url_has_allowed_host_and_scheme(page, {request.get_host()})
    return page if ours else ""
