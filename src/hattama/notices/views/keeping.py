"""Who was told, who has not confirmed, and the letters."""

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from hattama.base import clock
from hattama.base.deeds import deed
from hattama.base.sheets.export import as_workbook
from hattama.notices import access, actions, queries
from hattama.notices.models import Delivery
from hattama.people.access import person_for

PAGE = 50


@require_safe
def notices_sent(request: HttpRequest) -> HttpResponse:
    found = queries.with_counts(access.notices_for(request)).order_by("-at", "-pk")
    page = Paginator(found, PAGE).get_page(request.GET.get("page"))
    return render(request, "notices/notices_sent.html", {"page": page})


@require_safe
def notice(request: HttpRequest, pk: int) -> HttpResponse:
    shown = access.notice_for(request, pk)
    person = person_for(request)
    told = access.deliveries_for(person, shown).prefetch_related("letters")
    return render(
        request,
        "notices/notice.html",
        {
            "notice": shown,
            "told": told.order_by("person__sort_key", "pk"),
            "confirmed": told.exclude(confirmed_at=None).count(),
            "caller": access.may_call(person, shown),
        },
    )


@require_safe
def call_list(request: HttpRequest, pk: int) -> HttpResponse:
    shown = access.notice_for(request, pk)
    person = person_for(request)
    to_call = queries.call_list(access.deliveries_for(person, shown))
    if request.GET.get("export") == "xlsx":
        return _as_workbook(list(to_call))
    context = {
        "notice": shown,
        "to_call": to_call,
        "caller": access.may_call(person, shown),
    }
    return render(request, "notices/call_list.html", context)


@require_POST
@deed
def confirm_by_call(request: HttpRequest, pk: int) -> HttpResponse:
    delivery = access.delivery_to_call(request, pk)
    actions.confirm(delivery, Delivery.How.CALL, person_for(request), clock.now())
    return redirect("call_list", delivery.notice_id)


@require_safe
def outbox(request: HttpRequest) -> HttpResponse:
    letters = access.letters_for(request).select_related("delivery__person")
    page = Paginator(letters, PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "kept": settings.OUTBOX,
        "readable": access.may_read_letters(person_for(request)),
        "most": queries.MOST_TRIES,
    }
    return render(request, "notices/outbox.html", context)


def _as_workbook(to_call: list[Delivery]) -> HttpResponse:
    headings = [_("Group"), _("Who"), _("Telephone"), _("E-mail"), _("Curator")]
    return as_workbook("calls", headings, (_row(delivery) for delivery in to_call))


def _row(delivery: Delivery) -> list[str]:
    person = delivery.person
    student = getattr(person, "student", None)
    group = student.group if student else None
    return [
        group.name if group else "",
        person.full_name,
        person.phone,
        person.email,
        group.curator.full_name if group and group.curator else "",
    ]
