"""The institution's own page, its procedure, its own values."""

from django.forms.models import model_to_dict
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from hattama.base import clock
from hattama.base.deeds import deed
from hattama.core.norms.rulebook import rulebook
from hattama.people import access, queries
from hattama.people.actions import institution as deeds
from hattama.people.forms.institution import (
    InstitutionForm,
    OwnValueForm,
    ProcedureForm,
)
from hattama.people.views.page import form_page, posted


def institution_page(request: HttpRequest) -> HttpResponse:
    """What the institution says of itself."""
    institution = access.institution_for(request)
    may_edit = access.may_appoint(access.person_for(request))
    context = {"institution": institution, "may_edit": may_edit}
    return render(request, "people/institution_page.html", context)


@deed
def edit_institution(request: HttpRequest) -> HttpResponse:
    """Change names, contacts, week, zone and the naming of people in public."""
    return _edit(request, InstitutionForm, _("Institution"), norm="")


@deed
def edit_procedure(request: HttpRequest) -> HttpResponse:
    """Change the procedure and the technical requirements."""
    return _edit(
        request,
        ProcedureForm,
        _("Procedure and technical requirements"),
        norm="he-attestation-2020/p5c",
    )


def rule_list(request: HttpRequest) -> HttpResponse:
    """Every rule in force today, its paragraph, the institution's own value."""
    institution = access.institution_for(request)
    context = {
        "rules": queries.shown_rules(institution, clock.today()),
        "planned": institution.own_values.filter(since__gt=clock.today()),
        "may_edit": access.may_appoint(access.person_for(request)),
    }
    return render(request, "people/rule_list.html", context)


@deed
def set_own_value(request: HttpRequest, key: str) -> HttpResponse:
    """Decide a value from a day on, by an order."""
    institution = access.institution_for(request, *access.APPOINTERS)
    by, today = access.person_for(request), clock.today()
    rule = rulebook(institution.book, today).rules.get(key)
    if rule is None:
        raise Http404
    now_in_force = queries.rulebook_of(institution, today).value(key)
    return form_page(
        request,
        OwnValueForm(
            rule, posted(request), initial={"value": now_in_force, "since": today}
        ),
        lambda values: deeds.set_own_value(
            institution, key=key, by=by, now=clock.now(), **values
        ),
        heading=queries.title_of(key),
        norm=rule.basis[0] if rule.basis else "",
        back=reverse("rule_list"),
    )


@require_POST
@deed
def drop_own_value(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back a value that has not begun to count."""
    own = access.own_value_for(request, pk, *access.APPOINTERS)
    by = access.person_for(request)
    deeds.drop_own_value(own, order=own.order, by=by, now=clock.now())
    return redirect("rule_list")


def _edit(
    request: HttpRequest,
    kind: type[InstitutionForm] | type[ProcedureForm],
    heading: str,
    *,
    norm: str,
) -> HttpResponse:
    institution = access.institution_for(request, *access.APPOINTERS)
    by = access.person_for(request)
    return form_page(
        request,
        kind(posted(request), initial=model_to_dict(institution)),
        lambda values: deeds.edit_institution(
            institution, values, by=by, now=clock.now()
        ),
        heading=heading,
        norm=norm,
        back=reverse("institution_page"),
    )
