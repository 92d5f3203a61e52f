"""Looking whether a PDF is what was sealed."""

import io
from dataclasses import dataclass
from datetime import datetime

from pyhanko.keys import load_cert_from_pemder
from pyhanko.pdf_utils.misc import PdfReadError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from hattama.documents.sealing.keys import certificate_files
from hattama.people.models import Institution


@dataclass(frozen=True)
class SealCheck:
    """What was found.

    Attributes:
        intact: no byte was changed since the sealing.
        ours: sealed with a key of this institution.
        sealed_at: when, as the seal says.
    """

    intact: bool
    ours: bool
    sealed_at: datetime | None = None

    @property
    def valid(self) -> bool:
        """Whether the document may be relied on."""
        return self.intact and self.ours


def check(pdf: bytes, institution: Institution) -> SealCheck:
    """Verify the seal on the bytes of a PDF."""
    try:
        sealed = PdfFileReader(io.BytesIO(pdf)).embedded_signatures
        if len(sealed) != 1:
            return SealCheck(intact=False, ours=False)
        at = sealed[0].self_reported_timestamp
        status = validate_pdf_signature(sealed[0], _trust(institution, at))
    except (PdfReadError, SignatureValidationError, ValueError, KeyError):
        return SealCheck(intact=False, ours=False)
    return SealCheck(
        intact=bool(status.intact and status.valid)
        and status.coverage is SignatureCoverageLevel.ENTIRE_FILE,
        ours=bool(status.trusted),
        sealed_at=at,
    )


def _trust(institution: Institution, at: datetime | None) -> ValidationContext:
    """Trust the institution's own certificates, at the time of the sealing."""
    return ValidationContext(
        trust_roots=[
            load_cert_from_pemder(str(path))  # type: ignore[no-untyped-call]
            for path in certificate_files(institution)
        ],
        moment=at,
        best_signature_time=at,
        allow_fetching=False,
    )
