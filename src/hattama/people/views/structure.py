"""Groups, programmes and units."""

from django.forms.models import model_to_dict
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from hattama.base import clock
from hattama.base.deeds import deed
from hattama.people import access, queries
from hattama.people.actions.structure import Part, keep_part
from hattama.people.forms.structure import GroupForm, ProgrammeForm, UnitForm
from hattama.people.models import Group, Institution, Programme, Unit
from hattama.people.views.page import form_page, posted

FORMS = {Unit: UnitForm, Programme: ProgrammeForm, Group: GroupForm}


def group_list(request: HttpRequest) -> HttpResponse:
    """All groups; a curator who holds no other office sees the own ones."""
    institution = access.institution_for(request)
    return _list(request, institution, "group_list", groups=queries.groups(institution))


def group_page(request: HttpRequest, pk: int) -> HttpResponse:
    """A group with its students."""
    group = access.group_for(request, pk)
    asking = access.person_for(request)
    return render(
        request,
        "people/group_page.html",
        {
            "group": group,
            "students": group.students.select_related("person").order_by(
                "person__sort_key", "pk"
            ),
            "keeps_records": access.may_keep_records(asking),
        },
    )


def programme_list(request: HttpRequest) -> HttpResponse:
    """Programmes with their profile."""
    institution = access.institution_for(request)
    found = institution.programmes.select_related("unit")
    return _list(request, institution, "programme_list", programmes=found)


def unit_list(request: HttpRequest) -> HttpResponse:
    """Faculties, departments, offices."""
    institution = access.institution_for(request)
    found = institution.units.select_related("parent").order_by("parent", "pk")
    return _list(request, institution, "unit_list", units=found)


@deed
def add_group(request: HttpRequest) -> HttpResponse:
    """Enter a group."""
    access.institution_for(request, *access.RECORD_KEEPERS)
    return _keep(request, Group(), _("New group"), "group_list")


@deed
def edit_group(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a group."""
    group = access.group_for(request, pk, *access.RECORD_KEEPERS)
    return _keep(request, group, _("Group"), "group_list")


@deed
def add_programme(request: HttpRequest) -> HttpResponse:
    """Enter a programme."""
    institution = access.institution_for(request, *access.RECORD_KEEPERS)
    fresh = Programme(institution=institution)
    return _keep(request, fresh, _("New programme"), "programme_list")


@deed
def edit_programme(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a programme."""
    programme = access.programme_for(request, pk, *access.RECORD_KEEPERS)
    return _keep(request, programme, _("Programme"), "programme_list")


@deed
def add_unit(request: HttpRequest) -> HttpResponse:
    """Enter a unit."""
    institution = access.institution_for(request, *access.RECORD_KEEPERS)
    return _keep(request, Unit(institution=institution), _("New unit"), "unit_list")


@deed
def edit_unit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a unit."""
    unit = access.unit_for(request, pk, *access.RECORD_KEEPERS)
    return _keep(request, unit, _("Unit"), "unit_list")


def _list(
    request: HttpRequest, institution: Institution, page: str, **rows: object
) -> HttpResponse:
    keeps = access.may_keep_records(access.person_for(request))
    context = {**rows, "institution": institution, "keeps_records": keeps}
    return render(request, f"people/{page}.html", context)


def _keep(request: HttpRequest, part: Part, heading: str, back: str) -> HttpResponse:
    by = access.person_for(request)
    initial = model_to_dict(part) if part.pk else {}
    return form_page(
        request,
        FORMS[type(part)](by.institution, posted(request), initial=initial),
        lambda values: keep_part(
            part, values, institution=by.institution, by=by, now=clock.now()
        ),
        heading=heading,
        back=reverse(back),
    )
