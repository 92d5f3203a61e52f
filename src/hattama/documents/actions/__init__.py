"""The deeds of the documents' room: draft, sign, register, file.

Nothing here calls upwards. What waits for a registered document reads its state.
"""

from hattama.documents.actions.applying import file_application
from hattama.documents.actions.drafting import draft, start_signing
from hattama.documents.actions.filing import mark_filed
from hattama.documents.actions.proving import must_prove
from hattama.documents.actions.signing import refuse_to_sign, sign, sign_together

__all__ = [
    "draft",
    "file_application",
    "mark_filed",
    "must_prove",
    "refuse_to_sign",
    "sign",
    "sign_together",
    "start_signing",
]
