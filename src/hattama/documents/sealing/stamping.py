"""Putting the seal on a PDF."""

import io
from functools import lru_cache
from pathlib import Path

from pyhanko.keys import load_cert_from_pemder, load_private_key_from_pemder
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers
from pyhanko_certvalidator.registry import SimpleCertificateStore

from hattama.base.texts import pick
from hattama.documents.sealing.keys import key_file
from hattama.people.models import Institution

FIELD = "Seal"


def seal(pdf: bytes, institution: Institution) -> bytes:
    """Sign the bytes with the institution's key: one flipped byte is then found."""
    path = key_file(institution)
    metadata = signers.PdfSignatureMetadata(
        field_name=FIELD,
        md_algorithm="sha256",
        subfilter=fields.SigSeedSubFilter.PADES,
        name=pick(institution.name, "kk"),
        certify=True,
        docmdp_permissions=fields.MDPPerm.NO_CHANGES,
    )
    sealed: io.BytesIO = signers.sign_pdf(
        IncrementalPdfFileWriter(io.BytesIO(pdf)),
        metadata,
        signer=_signer(path, path.stat().st_mtime_ns),
    )
    return sealed.getvalue()


@lru_cache(maxsize=64)
def _signer(path: Path, _changed: int) -> signers.SimpleSigner:
    """Read a key once, and again when the operator has replaced it."""
    return signers.SimpleSigner(
        signing_cert=load_cert_from_pemder(str(path)),  # type: ignore[no-untyped-call]
        signing_key=load_private_key_from_pemder(str(path), passphrase=None),
        cert_registry=SimpleCertificateStore(),  # type: ignore[no-untyped-call]
    )
