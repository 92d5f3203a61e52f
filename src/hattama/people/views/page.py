"""The page of a form: shown, or acted on and left."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _

REFUSED = 422


def form_page(
    request: HttpRequest,
    form: forms.BaseForm,
    act: Callable[[Mapping[str, Any]], object],
    *,
    heading: str | Promise,
    back: str,
    lead: str | Promise = "",
    norm: str = "",
) -> HttpResponse:
    """Show a form; when it is sent and clean, act and go back.

    Args:
        request: who asks.
        form: bound on a POST.
        act: takes the clean values.
        heading: of the page.
        back: where to go afterwards, and where «Cancel» leads.
        lead: a sentence under the heading.
        norm: the paragraph that asks for it.
    """
    if form.is_bound and form.is_valid():
        act(form.cleaned_data)
        messages.success(request, _("Saved."))
        return redirect(back)
    context = {
        "form": form,
        "heading": heading,
        "back": back,
        "lead": lead,
        "norm": norm,
    }
    status = REFUSED if form.is_bound else 200
    return render(request, "people/form.html", context, status=status)


def posted(request: HttpRequest) -> Mapping[str, Any] | None:
    """What was posted; None when the page is only asked for."""
    return request.POST if request.method == "POST" else None
