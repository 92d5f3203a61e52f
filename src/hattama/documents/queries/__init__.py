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
from hattama.documents.queries.plain import PlainLine, in_plain_words
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
    "PlainLine",
    "check_url",
    "digest",
    "grouped",
    "history",
    "in_plain_words",
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
