"""The staff, their posts, appointments."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from hattama.base import clock, texts
from hattama.base.deeds import deed
from hattama.base.sheets.export import as_workbook
from hattama.people import access, queries
from hattama.people.actions import posts
from hattama.people.actions.persons import add_person
from hattama.people.forms.persons import StaffForm
from hattama.people.forms.structure import AppointmentForm, ReliefForm
from hattama.people.views.page import form_page, posted
from hattama.people.views.students import PAGE


def staff_list(request: HttpRequest) -> HttpResponse:
    """Everybody who is no student, with the offices held today."""
    institution = access.institution_for(request)
    found = queries.staff(institution, request.GET.get("q", ""), clock.today())
    asking = access.person_for(request)
    return render(
        request,
        "people/staff_list.html",
        {
            "page": Paginator(found, PAGE).get_page(request.GET.get("page")),
            "keeps_records": access.may_keep_records(asking),
            "appoints": access.may_appoint(asking),
        },
    )


def export_staff(request: HttpRequest) -> HttpResponse:
    """The same list as a workbook."""
    institution = access.institution_for(request)
    headings = [_("Full name"), _("Position"), _("Posts"), _("E-mail"), _("Telephone")]
    found = queries.staff(institution, request.GET.get("q", ""), clock.today())
    rows = (
        [
            person.full_name,
            texts.pick(person.position),
            ", ".join(post.get_office_display() for post in queries.held(person)),
            person.email,
            person.phone,
        ]
        for person in found
    )
    return as_workbook("staff", headings, rows)


def post_list(request: HttpRequest) -> HttpResponse:
    """Who holds and held which office, by which order."""
    institution = access.institution_for(request)
    found = queries.appointments(institution)
    return render(
        request,
        "people/post_list.html",
        {
            "page": Paginator(found, PAGE).get_page(request.GET.get("page")),
            "today": clock.today(),
            "appoints": access.may_appoint(access.person_for(request)),
        },
    )


@deed
def add_staff(request: HttpRequest) -> HttpResponse:
    """Enter one person of the staff or an outside member."""
    institution = access.institution_for(request, *access.RECORD_KEEPERS)
    by = access.person_for(request)
    return form_page(
        request,
        StaffForm(posted(request)),
        lambda values: add_person(institution, values, by=by, now=clock.now()),
        heading=_("New person of the staff"),
        back=reverse("staff_list"),
    )


@deed
def appoint(request: HttpRequest, pk: int) -> HttpResponse:
    """Give somebody an office."""
    person = access.somebody_for(request, pk, *access.APPOINTERS)
    by = access.person_for(request)
    return form_page(
        request,
        AppointmentForm(person.institution, posted(request)),
        lambda values: posts.appoint(person, by=by, now=clock.now(), **values),
        heading=_("Appointment: %(name)s") % {"name": person.full_name},
        back=reverse("person_page", args=[pk]),
    )


@deed
def relieve(request: HttpRequest, pk: int) -> HttpResponse:
    """End a post."""
    post = access.post_for(request, pk, *access.APPOINTERS)
    by = access.person_for(request)
    return form_page(
        request,
        ReliefForm(posted(request), initial={"until": clock.today()}),
        lambda values: posts.relieve(post, by=by, now=clock.now(), **values),
        heading=_("Relieve: %(name)s") % {"name": post.person.full_name},
        lead=post.get_office_display(),
        back=reverse("person_page", args=[post.person_id]),
    )
