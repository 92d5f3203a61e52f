"""The only way to load days and periods for a person."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from hattama.calendars.models import Day, Period
from hattama.people.access import RECORD_KEEPERS, holds, institution_for, person_for
from hattama.people.models import Institution

NATIONAL_KEEPERS = ("administrator",)


def calendar_keeper_for(request: HttpRequest) -> Institution:
    """The institution whose own days and periods the asking person keeps.

    Raises:
        Http404: for students and strangers.
        PermissionDenied: for staff without the office.
    """
    return institution_for(request, *RECORD_KEEPERS)


def national_keeper_for(request: HttpRequest) -> Institution:
    """The institution of an administrator, who keeps the national days for all.

    Raises:
        Http404: for students and strangers.
        PermissionDenied: for staff without the office.
    """
    return institution_for(request, *NATIONAL_KEEPERS)


def day_for(request: HttpRequest, pk: int) -> Day:
    """A day to be changed: an own one of the institution, or a national one.

    Raises:
        Http404: for students, strangers and other institutions.
        PermissionDenied: for whoever does not keep such days.
    """
    institution = institution_for(request)
    days = Day.objects.filter(institution=None) | institution.days.all()
    day = get_object_or_404(days, pk=pk)
    keepers = RECORD_KEEPERS if day.institution_id else NATIONAL_KEEPERS
    if not holds(person_for(request), *keepers):
        raise PermissionDenied
    return day


def period_for(request: HttpRequest, pk: int) -> Period:
    """A period of the asking keeper's institution."""
    period = get_object_or_404(institution_for(request).periods, pk=pk)
    calendar_keeper_for(request)
    return period
