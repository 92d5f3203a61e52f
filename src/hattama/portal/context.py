"""What the frame of every page shows: where one can go."""

from collections.abc import Sequence

from django.http import HttpRequest

from hattama.base.context import Entry


def navigation(request: HttpRequest) -> Sequence[Entry]:
    """List the pages that the asking person can go to."""
    return ()
