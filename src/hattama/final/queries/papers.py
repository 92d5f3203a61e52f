"""Facts that several documents share: programmes, people, references, moments."""

from datetime import datetime

from hattama.documents.facts import Member, Paper, ProgrammeLine, Texts
from hattama.documents.models import Document
from hattama.documents.queries import local_moment, paper_of
from hattama.final.models import Attestation, Candidate, Commission, Seat
from hattama.people.models import Institution, Person


def programme_line(attestation: Attestation) -> ProgrammeLine:
    """A programme and the form of its attestation."""
    programme = attestation.programme
    return {"code": programme.code, "name": programme.name, "form": attestation.form}


def reference(document: Document | None) -> Paper:
    """How other papers name a document: its number and day, "" before it has them."""
    if document is None or document.registered_at is None:
        return {"number": "", "date": ""}
    return paper_of(document)


def topic(candidate: Candidate) -> Texts:
    """The topic of a work that is defended; empty for an exam."""
    defends = candidate.attestation.form == Attestation.Form.DEFENCE
    return dict(candidate.topic) if defends else {}


def member(person: Person, role: str) -> Member:
    """Somebody in a commission, with where they work."""
    position = dict(person.position)
    if person.outside:
        position = {
            language: ", ".join(
                filter(None, (position.get(language, ""), person.outside))
            )
            for language in ("kk", "ru")
        }
    return {"name": person.full_name, "position": position, "role": role}


def members_of(commission: Commission) -> list[Member]:
    """Chair first, then the members in the order of the composition, secretary last."""
    order = list(Seat.Role)
    seats = commission.seats.select_related("person")
    ranked = sorted(
        seats, key=lambda seat: (order.index(Seat.Role(seat.role)), seat.pk)
    )
    return [member(seat.person, seat.role) for seat in ranked]


def moment(at: datetime | None, institution: Institution) -> str:
    """A moment in the institution's own offset; "" for none."""
    return local_moment(institution, at) if at else ""
