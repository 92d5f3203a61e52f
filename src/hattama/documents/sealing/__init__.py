"""The institution's seal: a PAdES signature with its own key (docs/decisions/0021)."""

from hattama.documents.sealing.checking import SealCheck, check
from hattama.documents.sealing.stamping import seal

__all__ = ["SealCheck", "check", "seal"]
