"""The documents' pages."""

from hattama.documents.views.checking import (
    check_document,
    find_document,
    public_document_file,
)
from hattama.documents.views.reading import document, document_file, document_register
from hattama.documents.views.signing import (
    documents_to_sign,
    mark_filed,
    refuse_to_sign,
    sign_document,
    sign_together,
    start_signing,
)

__all__ = [
    "check_document",
    "document",
    "document_file",
    "document_register",
    "documents_to_sign",
    "find_document",
    "mark_filed",
    "public_document_file",
    "refuse_to_sign",
    "sign_document",
    "sign_together",
    "start_signing",
]
