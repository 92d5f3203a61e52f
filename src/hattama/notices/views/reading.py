"""What a person was told."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from hattama.base import clock, files
from hattama.base.deeds import deed
from hattama.notices import access, actions, queries
from hattama.notices.models import Delivery
from hattama.people.access import person_for

PAGE = 30


@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    told = queries.inbox(person_for(request))
    page = Paginator(told, PAGE).get_page(request.GET.get("page"))
    return render(request, "notices/inbox.html", {"page": page})


@require_safe
def delivery(request: HttpRequest, pk: int) -> HttpResponse:
    """Show a notice; that the person opened it here is noted."""
    shown = access.delivery_for(request, pk)
    actions.open_delivery(shown, clock.now())
    return render(request, "notices/delivery.html", _shown(shown))


@require_POST
@deed
def confirm_delivery(request: HttpRequest, pk: int) -> HttpResponse:
    shown = access.delivery_for(request, pk)
    actions.confirm(shown, Delivery.How.APP, person_for(request), clock.now())
    return redirect("delivery", shown.pk)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@deed
def confirm_by_link(request: HttpRequest, token: str) -> HttpResponse:
    """Show the text with a button. Only the button confirms: mail scanners follow
    links, but they press nothing."""
    shown = access.delivery_by_token(token)
    if request.method == "POST":
        actions.confirm(shown, Delivery.How.LINK, shown.person, clock.now())
        return redirect("confirm_by_link", token)
    request.institution = shown.notice.institution  # type: ignore[attr-defined]
    return render(request, "notices/confirm_by_link.html", _shown(shown))


@require_safe
def notice_file(request: HttpRequest, pk: int, file: int) -> HttpResponseBase:
    return files.as_download(access.file_for(request, pk, file))


def _shown(delivery: Delivery) -> dict[str, object]:
    return {"delivery": delivery, "notice": delivery.notice}
