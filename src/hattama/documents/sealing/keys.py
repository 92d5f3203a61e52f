"""The key lies in the data folder and never enters the database.

`keys/<institution>/seal.pem` holds key and certificate, mode 0600; it is made on
demand. An operator may put another one there and keep the old certificate beside it
as `former-….pem`, so that older documents still verify.

Time here is the machine's: a pinned clock must not backdate a seal.
"""

import os
from datetime import timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from django.conf import settings
from django.utils import timezone

from hattama.base.texts import pick
from hattama.people.models import Institution

VALID_FOR = timedelta(days=10 * 365)
NAME_LIMIT = 64  # X.520 upper bound of a common name; the library counts bytes


def folder(institution: Institution) -> Path:
    """Where the institution's key and certificates lie."""
    return Path(settings.MEDIA_ROOT).parent / "keys" / str(institution.pk)


def key_file(institution: Institution) -> Path:
    """The institution's key, made now if there is none; the first maker wins."""
    kept = folder(institution) / "seal.pem"
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        fresh = kept.with_suffix(f".{os.urandom(4).hex()}")
        with os.fdopen(
            os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb"
        ) as out:
            out.write(_new_key(institution))
        try:
            os.link(fresh, kept)
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return kept


def certificate_files(institution: Institution) -> list[Path]:
    """The certificate in force and those before it."""
    place = folder(institution)
    return [*place.glob("seal.pem"), *sorted(place.glob("former-*.pem"))]


def _new_key(institution: Institution) -> bytes:
    key = ec.generate_private_key(ec.SECP256R1())
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    certificate = _certificate(institution, key)
    return private + certificate.public_bytes(serialization.Encoding.PEM)


def _certificate(
    institution: Institution, key: ec.EllipticCurvePrivateKey
) -> x509.Certificate:
    name = _name(institution)
    now = timezone.now()
    return (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + VALID_FOR)
        .add_extension(_usage(), critical=True)
        .sign(key, hashes.SHA256())
    )


def _name(institution: Institution) -> x509.Name:
    name = pick(institution.name, "kk").encode()[:NAME_LIMIT].decode(errors="ignore")
    parts = [
        x509.NameAttribute(NameOID.COUNTRY_NAME, "KZ"),
        x509.NameAttribute(NameOID.ORGANIZATION_NAME, name),
        x509.NameAttribute(NameOID.COMMON_NAME, name),
    ]
    if institution.bin:
        parts.append(x509.NameAttribute(NameOID.SERIAL_NUMBER, f"BIN{institution.bin}"))
    return x509.Name(parts)


def _usage() -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
