"""How far each milestone of many attestations has come, in a few questions in all.

Each function asks once for all attestations and answers by attestation; an attestation
without an answer has come nowhere yet.
"""

from hattama.final.queries.progress.after import hearings, papers, results
from hattama.final.queries.progress.before import (
    Required,
    acquaintance,
    candidates,
    commission_orders,
    packs,
    technical_checks,
    webinars,
)

__all__ = [
    "Required",
    "acquaintance",
    "candidates",
    "commission_orders",
    "hearings",
    "packs",
    "papers",
    "results",
    "technical_checks",
    "webinars",
]
