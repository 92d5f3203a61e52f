"""Documents: reads."""

from hattama.documents.queries.papers import (
    LANGUAGES,
    check_url,
    grouped,
    local_moment,
    paper_of,
    pdf,
    registered_day,
    seal_check,
)
from hattama.documents.queries.registers import (
    Past,
    history,
    register,
    successor,
    years,
)
from hattama.documents.queries.signing import digest, next_signature, to_sign

__all__ = [
    "LANGUAGES",
    "Past",
    "check_url",
    "digest",
    "grouped",
    "history",
    "local_moment",
    "next_signature",
    "paper_of",
    "pdf",
    "register",
    "registered_day",
    "seal_check",
    "successor",
    "to_sign",
    "years",
]
