"""Sixty protocols: drawn up, signed twice, set in two languages, sealed.

PYTHONPATH=src:. .venv/bin/python bench/protocols.py
"""

import tempfile
import time
from pathlib import Path

from bench.installation import settle
from bench.sitting import HEARINGS, course, gather


def hold(cast, sitting):
    """Bring all hearings to their grade, without pages."""
    from django.http import QueryDict
    from django.utils import timezone

    from hattama.final.actions.log import give
    from hattama.final.forms.commands import command_from

    for number, hearing in enumerate(sitting.hearings.order_by("position")):
        for who, name, fields in course(cast, hearing, supervised=number == 0):
            data = QueryDict(mutable=True)
            data.update({"hearing": hearing.pk} | fields)
            give(sitting, command_from(name, data, who.key), timezone.now())


def main():
    with tempfile.TemporaryDirectory(prefix="hattama-protocols-") as name:
        settle(Path(name))
        cast, sitting, _students = gather()
        hold(cast, sitting)
        from django.utils import timezone

        from hattama.documents.actions import sign_together
        from hattama.documents.queries import to_sign
        from hattama.final.actions.protocols import draw_up_all

        began = time.perf_counter()
        drawn = draw_up_all(sitting, cast.saule, timezone.now())
        after_drawing = time.perf_counter()
        for person in (cast.daniyar, cast.saule):
            sign_together(to_sign(person), person, timezone.now())
        ended = time.perf_counter()
        assert len(drawn) == HEARINGS
        print(f"{HEARINGS} protocols drawn up          {after_drawing - began:5.1f} s")
        print(f"signed, set twice and sealed    {ended - after_drawing:5.1f} s")
        print(f"together                        {ended - began:5.1f} s")


if __name__ == "__main__":
    main()
