"""Who is asking."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from hattama.people.queries import person_of


class PersonMiddleware:
    """Puts the asking person at `request.person` and the clock into their zone."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Look the person up once."""
        person = person_of(request.user, request.session.get("person"))
        request.person = person  # type: ignore[attr-defined]
        if person is None:
            timezone.deactivate()
        else:
            timezone.activate(person.institution.zone)
        return self.get_response(request)
