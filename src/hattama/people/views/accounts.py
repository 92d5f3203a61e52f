"""Who can sign in; invitations; as whom one acts."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from hattama.base import clock
from hattama.base.deeds import deed
from hattama.people import access, queries
from hattama.people.actions.accounts import invite
from hattama.people.models import Person
from hattama.people.views.students import PAGE


def account_list(request: HttpRequest) -> HttpResponse:
    """Who has an account, whom a letter was sent, who has no address."""
    institution = access.institution_for(request, *access.RECORD_KEEPERS)
    found = queries.accounts(institution, request.GET.dict())
    return render(
        request,
        "people/account_list.html",
        {
            "page": Paginator(found, PAGE).get_page(request.GET.get("page")),
            "groups": queries.groups(institution),
            "group": queries.number(request.GET.dict(), "group"),
        },
    )


@require_POST
@deed
def invite_people(request: HttpRequest) -> HttpResponse:
    """Open accounts for the chosen people, or for a whole group."""
    institution = access.institution_for(request, *access.RECORD_KEEPERS)
    chosen = queries.to_invite(
        institution, request.POST.getlist("person"), request.POST.get("group", "")
    )
    made = invite(institution, chosen, by=access.person_for(request), now=clock.now())
    count = len(made)
    said = ngettext(
        "%(count)s person is invited.", "%(count)s people are invited.", count
    )
    messages.success(request, said % {"count": count})
    return redirect("account_list")


def choose_person(request: HttpRequest) -> HttpResponse:
    """For a user who is known at several institutions: as whom to act."""
    access.person_for(request)
    persons = Person.objects.filter(user=request.user.pk).select_related("institution")
    if request.method == "POST":
        chosen = get_object_or_404(
            persons, pk=queries.number(request.POST.dict(), "person")
        )
        request.session["person"] = chosen.pk
        messages.success(request, _("You act for this institution now."))
        return redirect("/")
    return render(request, "people/choose_person.html", {"persons": persons})
