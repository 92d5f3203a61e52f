"""The public site of an institution: for anybody, without signing in."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control

from hattama.base import clock
from hattama.people.models import Institution
from hattama.people.queries import rulebook_of
from hattama.people.queries.rule_titles import amount_text, title_of
from hattama.portal import access
from hattama.portal.queries import public

SECONDS = 60  # for which a browser need not ask again


def public_site(request: HttpRequest, slug: str) -> HttpResponse:
    """The institution's first page."""
    institution = _shown(request, slug)
    return _page(request, "overview", institution, shown=public.overview(institution))


def public_programme(request: HttpRequest, slug: str, pk: int) -> HttpResponse:
    """One programme: schedules, commission, topics, admission, results."""
    institution = _shown(request, slug)
    attestation = access.public_attestation(institution, pk)
    return _page(request, "programme", institution, shown=public.programme(attestation))


def public_procedure(request: HttpRequest, slug: str) -> HttpResponse:
    """The procedure, the technical requirements, the rules in force.

    Norm: he-attestation-2020/p5e.
    """
    institution = _shown(request, slug)
    book = rulebook_of(institution, clock.today())
    rules = [
        (title_of(rule.id), amount_text(rule), rule.basis)
        for rule in book.rules.values()
    ]
    return _page(request, "procedure", institution, rules=rules)


def publication(request: HttpRequest, pk: int) -> HttpResponse:
    """For staff: what must stand on the public site, and what does."""
    institution = access.searched_institution(request)
    attestation = access.public_attestation(institution, pk)
    return render(
        request,
        "portal/publication.html",
        {
            "institution": institution,
            "attestation": attestation,
            "items": public.checklist(attestation),
        },
    )


def _shown(request: HttpRequest, slug: str) -> Institution:
    institution = access.public_institution(slug)
    request.institution = institution  # type: ignore[attr-defined]
    return institution


def _page(
    request: HttpRequest, name: str, institution: Institution, **context: Any
) -> HttpResponse:
    response = render(
        request,
        f"portal/public/{name}.html",
        {"institution": institution, **context},
    )
    # Private, because the page holds the reader's own form tokens.
    patch_cache_control(response, private=True, max_age=SECONDS)
    return response
