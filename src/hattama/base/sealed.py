"""Small secrets at rest: readable only with the installation's key, which is a file.

AES-256-GCM; the key is derived from SECRET_KEY by HKDF-SHA256 (RFC 5869). A dump or a
backup of the database alone opens nothing.
"""

import os

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

_NONCE = 12  # bytes


def _key() -> AESGCM:
    derive = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"hattama.sealed")
    return AESGCM(derive.derive(settings.SECRET_KEY.encode()))


def seal(secret: bytes, *, about: str) -> bytes:
    """Lock a secret to what it is about, so that it cannot be moved to another row."""
    nonce = os.urandom(_NONCE)
    return nonce + _key().encrypt(nonce, secret, about.encode())


def unseal(sealed: bytes, *, about: str) -> bytes:
    """Open it again.

    Raises:
        cryptography.exceptions.InvalidTag: changed, moved, or another key.
    """
    return _key().decrypt(sealed[:_NONCE], sealed[_NONCE:], about.encode())
