"""Signing, refusing, filing."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from hattama.base import clock
from hattama.base.deeds import deed
from hattama.core.rules import RuleBroken
from hattama.documents import access, actions, queries
from hattama.documents.forms import RefuseForm, SignForm
from hattama.documents.models import Signature
from hattama.people.access import person_for


@require_safe
def documents_to_sign(request: HttpRequest) -> HttpResponse:
    waiting = queries.to_sign(person_for(request))
    return render(
        request,
        "documents/documents_to_sign.html",
        {"waiting": waiting, "form": SignForm()},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@deed
def sign_document(request: HttpRequest, pk: int) -> HttpResponse:
    signature = access.signature_for(request, pk)
    form = SignForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        person = person_for(request)
        actions.must_prove(person, form.cleaned_data["password"])
        signed = actions.sign(signature, person, clock.now())
        messages.success(request, _("Signed."))
        return redirect("document", signed.pk)
    return _sign_page(request, signature, form, RefuseForm())


@require_POST
@deed
def sign_together(request: HttpRequest) -> HttpResponse:
    person = person_for(request)
    form = SignForm(request.POST)
    chosen = queries.to_sign(person).filter(
        pk__in=filter(str.isdecimal, request.POST.getlist("signature"))
    )
    if not chosen:
        raise RuleBroken("nothing-chosen")
    if not form.is_valid():
        page = {"waiting": queries.to_sign(person), "form": form}
        return render(request, "documents/documents_to_sign.html", page)
    actions.must_prove(person, form.cleaned_data["password"])
    signed = actions.sign_together(chosen, person, clock.now())
    said = ngettext("%(n)s document signed.", "%(n)s documents signed.", len(signed))
    messages.success(request, said % {"n": len(signed)})
    return redirect("documents_to_sign")


@require_POST
@deed
def refuse_to_sign(request: HttpRequest, pk: int) -> HttpResponse:
    signature = access.signature_for(request, pk)
    form = RefuseForm(request.POST)
    if not form.is_valid():
        return _sign_page(request, signature, SignForm(), form)
    refused = actions.refuse_to_sign(
        signature, person_for(request), form.cleaned_data["reason"], clock.now()
    )
    return redirect("document", refused.pk)


@require_POST
@deed
def start_signing(request: HttpRequest, pk: int) -> HttpResponseBase:
    draft = access.document_to_write(request, pk)
    actions.start_signing(draft, person_for(request), clock.now())
    return redirect("document", draft.pk)


@require_POST
@deed
def mark_filed(request: HttpRequest, pk: int) -> HttpResponseBase:
    printed = access.document_to_write(request, pk)
    actions.mark_filed(printed, person_for(request), clock.now())
    return redirect("document", printed.pk)


def _sign_page(
    request: HttpRequest, signature: Signature, form: SignForm, refusal: RefuseForm
) -> HttpResponse:
    return render(
        request,
        "documents/sign_document.html",
        {
            "signature": signature,
            "document": signature.document,
            "due": queries.next_signature(signature.document),
            "lines": queries.in_plain_words(signature.document.facts),
            "form": form,
            "refusal_form": refusal,
        },
    )
