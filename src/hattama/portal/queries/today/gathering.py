"""Everything that is due from a person, from every room."""

from datetime import datetime
from itertools import chain

from hattama.people.models import Person
from hattama.portal.queries.today.appeals import appeals
from hattama.portal.queries.today.due import Due
from hattama.portal.queries.today.graduates import graduates
from hattama.portal.queries.today.papers import notices, signatures
from hattama.portal.queries.today.preparation import guided_packs, milestones
from hattama.portal.queries.today.sittings import identifications, sittings
from hattama.portal.queries.today.studies import own_attestation

# Each takes the person and the time, and gives what is due; a new room adds its own.
PROVIDERS = (
    signatures,
    notices,
    sittings,
    identifications,
    milestones,
    guided_packs,
    graduates,
    own_attestation,
    appeals,
)


def today(person: Person, now: datetime) -> list[Due]:
    """What is due from a person: late first, then by date, then what has none."""
    found = chain.from_iterable(provider(person, now) for provider in PROVIDERS)
    return sorted(found, key=lambda due: (not due.late, due.at is None, due.at or now))
