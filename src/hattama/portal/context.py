"""What the frame of every page shows: where one can go."""

from django.http import HttpRequest


def portal(request: HttpRequest) -> dict[str, object]:
    """Give the page its navigation."""
    return {"navigation": []}
