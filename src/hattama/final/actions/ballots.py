"""The box of a secret ballot: papers go in without a name, a time or an order."""

import json

from hattama.base.sealed import seal, unseal
from hattama.core.ballots import Counts, Scale
from hattama.core.sitting.events import Matter
from hattama.final.models import Ballot, Hearing

_LENGTH = 2048  # bytes; every sealed box looks alike, however many papers lie in it


def set_up(hearing: Hearing, matter: Matter) -> None:
    """Put an empty box on the table; a new round begins with an empty one too."""
    Ballot.objects.update_or_create(
        hearing=hearing,
        kind=matter.value,
        defaults={"box": _closed([], _label(hearing, matter))},
    )


def put_in(hearing: Hearing, matter: Matter, choice: str) -> None:
    """Add a paper. The papers are kept sorted, so no order of voting is left."""
    box = _box(hearing, matter)
    papers = sorted([*_papers(box, _label(hearing, matter)), choice])
    box.box = _closed(papers, _label(hearing, matter))
    box.save(update_fields=["box"])


def take_count(hearing: Hearing, matter: Matter, scale: Scale) -> Counts:
    """Count the papers, best choice first, and empty the box for good."""
    box = _box(hearing, matter)
    papers = _papers(box, _label(hearing, matter))
    box.box = b""
    box.save(update_fields=["box"])
    return tuple((code, papers.count(code)) for code in scale.codes if code in papers)


def throw_away(hearing: Hearing, matter: Matter) -> None:
    """Empty the box of an annulled ballot uncounted; an open one never had a box."""
    Ballot.objects.filter(hearing=hearing, kind=matter.value).update(box=b"")


def _box(hearing: Hearing, matter: Matter) -> Ballot:
    return Ballot.objects.select_for_update().get(hearing=hearing, kind=matter.value)


def _label(hearing: Hearing, matter: Matter) -> str:
    return f"ballot:{hearing.pk}:{matter.value}"


def _papers(box: Ballot, about: str) -> list[str]:
    papers: list[str] = json.loads(unseal(bytes(box.box), about=about))
    return papers


def _closed(papers: list[str], about: str) -> bytes:
    return seal(json.dumps(papers).ljust(_LENGTH).encode(), about=about)
