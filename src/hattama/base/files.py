"""Files that were handed in or made here, kept under their digest."""

import hashlib
import os
import secrets
from pathlib import Path

from django.conf import settings
from django.http import FileResponse
from django.utils.text import get_valid_filename

from hattama.base import clock
from hattama.base.models import StoredFile
from hattama.core.rules import RuleBroken

# What may be handed in, told by the first bytes: the name can say anything.
_MAGIC: dict[bytes, str] = {
    b"%PDF-": "application/pdf",
    b"PK\x03\x04": "application/zip",  # docx, xlsx, pptx, odt … too
    b"\x89PNG\r\n": "image/png",
    b"\xff\xd8\xff": "image/jpeg",
    b"\xd0\xcf\x11\xe0": "application/x-ole-storage",  # doc, xls, ppt
    b"\x1aE\xdf\xa3": "video/webm",
}


def media_type(data: bytes) -> str | None:
    """Tell what a file is by its content; None for what may not be handed in."""
    for magic, kind in _MAGIC.items():
        if data.startswith(magic):
            return kind
    return "video/mp4" if data[4:8] == b"ftyp" else None


def must_be_acceptable(name: str, data: bytes) -> str:
    """Refuse what is empty, too large or of an unknown kind; give its media type.

    Raises:
        RuleBroken: "file-empty", "file-too-large", "file-kind-unknown".
    """
    if not data:
        raise RuleBroken("file-empty", name=name)
    if len(data) > settings.UPLOAD_LIMIT:
        raise RuleBroken(
            "file-too-large", name=name, limit_mb=settings.UPLOAD_LIMIT // 2**20
        )
    kind = media_type(data)
    if kind is None:
        raise RuleBroken("file-kind-unknown", name=name)
    return kind


def keep(*, institution: int, name: str, data: bytes, kind: str) -> StoredFile:
    """Write a file to disk, durably, before its row exists.

    Args:
        institution: whose file it is.
        name: as the person named it; only ever shown, never a path.
        data: the content.
        kind: media type, from `must_be_acceptable` or our own.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    _write_once(_path(institution, sha256), data)
    return StoredFile.objects.create(
        institution=institution,
        name=get_valid_filename(name)[-200:],
        media_type=kind,
        size=len(data),
        sha256=sha256,
        kept_at=clock.now(),
    )


def content(file: StoredFile) -> bytes:
    """Read a file whole."""
    return _path(file.institution, file.sha256).read_bytes()


def as_download(file: StoredFile) -> FileResponse:
    """Serve a file as a download: a browser must not run what somebody handed in."""
    response = FileResponse(
        _path(file.institution, file.sha256).open("rb"),
        as_attachment=True,
        filename=file.name,
        content_type=file.media_type,
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response


def _path(institution: int, sha256: str) -> Path:
    return Path(settings.MEDIA_ROOT) / str(institution) / sha256[:2] / sha256


def _write_once(path: Path, data: bytes) -> None:
    if path.exists():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(f".{secrets.token_hex(8)}.part")  # two may write at once
    with fresh.open("wb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())
    fresh.replace(path)
    _keep_name(path.parent)


def _keep_name(folder: Path) -> None:
    """Make the new name in a folder outlive a power cut, as the content does."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
