"""What every page knows."""

from django.http import HttpRequest


def house(request: HttpRequest) -> dict[str, object]:
    """Give the page its frame."""
    return {"house": {}}
