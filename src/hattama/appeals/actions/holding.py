"""One deed at a time on an appeal."""

from hattama.appeals.models import Appeal


def hold(appeal: Appeal) -> None:
    """Take an appeal for the transaction, and read where it stands by now.

    Whoever acts second at the same moment waits here, and is then refused by what the
    first one did.
    """
    appeal.refresh_from_db(from_queryset=Appeal.objects.select_for_update())
