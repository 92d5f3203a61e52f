"""One person: the page, their particulars, studies, guardians."""

from django.forms.models import model_to_dict
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hattama.base import clock
from hattama.base.deeds import deed
from hattama.core.iin import mask_iin
from hattama.people import access
from hattama.people.actions import persons
from hattama.people.forms.persons import GuardianForm, StaffForm, StudiesForm
from hattama.people.models import Guardian, Person, Student
from hattama.people.views.page import form_page, posted


def own_page(request: HttpRequest) -> HttpResponse:
    """The asking person's own page."""
    return redirect("person_page", access.person_for(request).pk)


def person_page(request: HttpRequest, pk: int) -> HttpResponse:
    """What is known of a person."""
    found, asking = access.somebody_for(request, pk), access.person_for(request)
    student = getattr(found, "student", None)
    iin = found.iin if access.may_see_iin(asking, found) else mask_iin(found.iin)
    return render(
        request,
        "people/person_page.html",
        {
            "found": found,
            "student": student,
            "guardians": student.guardians.all() if student else (),
            "posts": found.posts.select_related("unit").order_by("-since"),
            "iin": iin,
            "today": clock.today(),
            "keeps_records": access.may_keep_records(asking),
            "appoints": access.may_appoint(asking),
        },
    )


@deed
def edit_person(request: HttpRequest, pk: int) -> HttpResponse:
    """Change particulars; the IIN is the registrar's."""
    found = access.somebody_for(request, pk, *access.RECORD_KEEPERS)
    by = access.person_for(request)
    form = StaffForm(posted(request), initial=model_to_dict(found))
    if not access.may_see_iin(by, found):
        del form.fields["iin"]
    return form_page(
        request,
        form,
        lambda values: persons.edit_person(found, values, by=by, now=clock.now()),
        heading=found.full_name,
        back=reverse("person_page", args=[pk]),
    )


@deed
def edit_studies(request: HttpRequest, pk: int) -> HttpResponse:
    """Change where a student's studies stand."""
    found = access.somebody_for(request, pk, *access.RECORD_KEEPERS)
    student, by = _student(found), access.person_for(request)
    form = StudiesForm(
        found.institution, posted(request), initial=model_to_dict(student)
    )
    return form_page(
        request,
        form,
        lambda values: persons.edit_studies(student, values, by=by, now=clock.now()),
        heading=_("Studies: %(name)s") % {"name": found.full_name},
        back=reverse("person_page", args=[pk]),
    )


@deed
def add_guardian(request: HttpRequest, pk: int) -> HttpResponse:
    """Enter a student's guardian."""
    found = access.somebody_for(request, pk, *access.RECORD_KEEPERS)
    return _guardian_page(request, Guardian(student=_student(found)))


@deed
def edit_guardian(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a guardian."""
    guardian = access.guardian_for(request, pk, *access.RECORD_KEEPERS)
    return _guardian_page(request, guardian)


@require_POST
@deed
def remove_guardian(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a guardian off."""
    guardian = access.guardian_for(request, pk, *access.RECORD_KEEPERS)
    person = guardian.student.person_id
    persons.remove_guardian(guardian, by=access.person_for(request), now=clock.now())
    return redirect("person_page", person)


def _guardian_page(request: HttpRequest, guardian: Guardian) -> HttpResponse:
    by = access.person_for(request)
    return form_page(
        request,
        GuardianForm(posted(request), initial=model_to_dict(guardian)),
        lambda values: persons.keep_guardian(guardian, values, by=by, now=clock.now()),
        heading=_("Guardian of %(name)s") % {"name": guardian.student.person.full_name},
        back=reverse("person_page", args=[guardian.student.person_id]),
    )


def _student(person: Person) -> Student:
    student: Student | None = getattr(person, "student", None)
    if student is None:
        raise Http404
    return student
