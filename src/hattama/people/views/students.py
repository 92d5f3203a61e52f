"""The list of students, and a new one."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from hattama.base import clock, texts
from hattama.base.deeds import deed
from hattama.base.sheets.export import as_workbook
from hattama.people import access, queries
from hattama.people.actions.persons import add_person as add
from hattama.people.forms.persons import NewStudentForm
from hattama.people.models import Student
from hattama.people.views.page import form_page, posted

PAGE = 50  # rows


def student_list(request: HttpRequest) -> HttpResponse:
    """Search, narrow, sort; fifty a page."""
    institution = access.institution_for(request)
    found = queries.students(institution, request.GET.dict())
    return render(
        request,
        "people/student_list.html",
        {
            "page": Paginator(found, PAGE).get_page(request.GET.get("page")),
            "programmes": institution.programmes.all(),
            "groups": queries.groups(institution),
            "statuses": Student.Status.choices,
            "programme": queries.number(request.GET.dict(), "programme"),
            "group": queries.number(request.GET.dict(), "group"),
            "keeps_records": access.may_keep_records(access.person_for(request)),
        },
    )


def export_students(request: HttpRequest) -> HttpResponse:
    """The same list as a workbook, all of it; the IIN for the registrar alone."""
    institution = access.institution_for(request)
    with_iin = access.holds(access.person_for(request), "registrar")
    headings = [
        _("Family name"),
        _("Given name"),
        _("Patronymic"),
        _("Group"),
        _("Programme"),
        _("Year of study"),
        _("Status"),
        _("E-mail"),
        _("Telephone"),
        *([_("IIN")] if with_iin else []),
    ]
    found = queries.students(institution, request.GET.dict())
    rows = (_row(student, with_iin=with_iin) for student in found.iterator())
    return as_workbook("students", headings, rows)


@deed
def add_student(request: HttpRequest) -> HttpResponse:
    """Enter one student."""
    institution = access.institution_for(request, *access.RECORD_KEEPERS)
    by = access.person_for(request)
    return form_page(
        request,
        NewStudentForm(institution, posted(request)),
        lambda values: add(
            institution,
            {name: value for name, value in values.items() if name != "group"},
            group=values["group"],
            by=by,
            now=clock.now(),
        ),
        heading=_("New student"),
        back=reverse("student_list"),
    )


def _row(student: Student, *, with_iin: bool) -> list[object]:
    person, programme = student.person, student.group.programme
    return [
        person.surname,
        person.given,
        person.patronymic,
        student.group.name,
        f"{programme.code} {texts.pick(programme.name)}",
        student.course,
        student.get_status_display(),
        person.email,
        person.phone,
        *([person.iin] if with_iin else []),
    ]
