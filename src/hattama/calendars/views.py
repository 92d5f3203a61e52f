"""The year as a picture; days, years and periods entered and changed."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.forms.models import model_to_dict
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hattama.base import clock
from hattama.base.deeds import deed
from hattama.base.sheets.export import as_workbook
from hattama.base.texts import pick
from hattama.calendars import access, actions, queries
from hattama.calendars.forms import NationalDayForm, OwnDayForm, PeriodForm
from hattama.calendars.models import Day, Period
from hattama.people.access import RECORD_KEEPERS, holds, person_for

YEARS = range(2018, 2100)
REFUSED = 422


def work_calendar(request: HttpRequest) -> HttpResponse:
    """The institution's year, for everybody in it."""
    person, today = person_for(request), clock.today()
    institution, year = person.institution, _year(request)
    known = queries.known_years()
    return render(
        request,
        "calendars/work_calendar.html",
        {
            "year": year,
            "weekdays": [date(2024, 1, day) for day in range(1, 8)],
            "months": queries.year_of(institution, year, today),
            "days": queries.days_in(institution, year),
            "periods": institution.periods.filter(
                starts_on__year__lte=year, ends_on__year__gte=year
            ),
            "unknown": None if year in known else year,
            "next_unknown": known.stop if today.year + 1 not in known else None,
            "next": known.stop,
            "keeps": holds(person, *RECORD_KEEPERS),
            "keeps_national": holds(person, *access.NATIONAL_KEEPERS),
        },
    )


def export_days(request: HttpRequest) -> HttpResponse:
    """The days of a year that differ from the week, as a workbook."""
    institution, year = person_for(request).institution, _year(request)
    rows = (
        [day.date.isoformat(), day.get_kind_display(), pick(day.name), day.source]
        for day in queries.days_in(institution, year)
    )
    headings = [_("Day"), _("Kind"), _("Name"), _("The act or order that says so")]
    return as_workbook(f"calendar-{year}", headings, rows)


@deed
def add_own_day(request: HttpRequest) -> HttpResponse:
    """Enter a day of the institution's own."""
    day = Day(institution=access.calendar_keeper_for(request))
    return _day_page(request, day, _("New day off"))


@deed
def add_national_day(request: HttpRequest) -> HttpResponse:
    """Enter a day for the whole country."""
    access.national_keeper_for(request)
    return _day_page(request, Day(), _("New national day"))


@deed
def edit_day(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a day."""
    return _day_page(request, access.day_for(request, pk), _("Day"))


@require_POST
@deed
def remove_day(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a day out."""
    day = access.day_for(request, pk)
    actions.remove_day(day, by=person_for(request), now=clock.now())
    return redirect("work_calendar")


@require_POST
@deed
def lay_in_year(request: HttpRequest) -> HttpResponse:
    """Lay in the holidays of the next year."""
    access.national_keeper_for(request)
    given = request.POST.get("year", "")
    year = int(given) if given.isdecimal() else 0
    actions.lay_in_year(year, by=person_for(request), now=clock.now())
    return redirect("work_calendar")


@deed
def add_period(request: HttpRequest) -> HttpResponse:
    """Enter an academic period."""
    period = Period(institution=access.calendar_keeper_for(request))
    return _period_page(request, period, _("New period"))


@deed
def edit_period(request: HttpRequest, pk: int) -> HttpResponse:
    """Change an academic period."""
    return _period_page(request, access.period_for(request, pk), _("Period"))


@require_POST
@deed
def remove_period(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an academic period out."""
    period = access.period_for(request, pk)
    actions.remove_period(period, by=person_for(request), now=clock.now())
    return redirect("work_calendar")


def _day_page(request: HttpRequest, day: Day, heading: str) -> HttpResponse:
    kind = OwnDayForm if day.institution_id else NationalDayForm
    initial = model_to_dict(day) if day.pk else {}
    by = person_for(request)
    return _form_page(
        request,
        kind(request.POST or None, initial=initial),
        lambda values: actions.keep_day(day, values, by=by, now=clock.now()),
        heading,
    )


def _period_page(request: HttpRequest, period: Period, heading: str) -> HttpResponse:
    initial = model_to_dict(period) if period.pk else {}
    by = person_for(request)
    return _form_page(
        request,
        PeriodForm(request.POST or None, initial=initial),
        lambda values: actions.keep_period(period, values, by=by, now=clock.now()),
        heading,
    )


def _form_page(
    request: HttpRequest,
    form: forms.BaseForm,
    act: Callable[[Mapping[str, Any]], object],
    heading: str,
) -> HttpResponse:
    if form.is_bound and form.is_valid():
        act(form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect("work_calendar")
    return render(
        request,
        "calendars/form.html",
        {"form": form, "heading": heading},
        status=REFUSED if form.is_bound else 200,
    )


def _year(request: HttpRequest) -> int:
    given = request.GET.get("year", "")
    year = int(given) if given.isdecimal() else 0
    return year if year in YEARS else clock.today().year
