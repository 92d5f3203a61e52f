"""./hattama verify: is everything that was kept still what it was?"""

import argparse
import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass

Checked = tuple[str, "str | None"]


@dataclass(frozen=True)
class Finding:
    """Something that is not what was written.

    Attributes:
        kind: "stream", "signature", "seal" or "file".
        where: which one: "sitting:12", "document:3 kk".
        why: what is wrong with it.
    """

    kind: str
    where: str
    why: str


def run(arguments: list[str]) -> int:
    """Exit status: 0 everything is intact, 1 something was changed or lost."""
    options = parser().parse_args(arguments)
    set_up()
    counts, findings = verify()
    if options.json:
        print(as_json(counts, findings))
    else:
        print(as_text(counts, findings))
    return 1 if findings else 0


def parser() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(prog="./hattama verify", description=__doc__)
    options.add_argument("--json", action="store_true", help="for programs")
    return options


def set_up() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hattama.site.settings")
    django.setup()


def verify() -> tuple[dict[str, int], list[Finding]]:
    """Check everything; give how much was looked at, and what does not hold."""
    checks = {
        "stream": streams(),
        "signature": signatures(),
        "seal": seals(),
        "file": stored_files(),
    }
    counts, findings = {}, []
    for kind, checked in checks.items():
        counts[kind] = 0
        for where, why in checked:
            counts[kind] += 1
            if why:
                findings.append(Finding(kind, where, why))
    return counts, findings


def streams() -> Iterator[Checked]:
    """Every chain of the ledger."""
    from hattama.base import ledger
    from hattama.base.models import LedgerStream

    for stream in LedgerStream.objects.order_by("name").iterator():
        broken = ledger.first_break(stream)
        yield stream.name, f"line {broken.seq}: {broken.why}" if broken else None


def signatures() -> Iterator[Checked]:
    """Every signature: does it stand for the document as it is now?"""
    from hattama.documents.models import Signature
    from hattama.documents.queries import digest

    signed = Signature.objects.exclude(signed_at=None).select_related("document")
    for one in signed.order_by("pk").iterator():
        same = one.digest == digest(one.document)
        yield (
            f"document:{one.document_id} {one.role}",
            None if same else "the document is not what was signed",
        )


def seals() -> Iterator[Checked]:
    """Every sealed PDF."""
    from hattama.documents.models import Document
    from hattama.documents.queries import seal_check

    registered = Document.objects.exclude(pdf_kk=None, pdf_ru=None)
    for document in registered.select_related("institution").order_by("pk").iterator():
        try:
            checks = seal_check(document)
        except OSError:
            yield document.stream, "its file is missing"
            continue
        for language, check in checks.items():
            why = None if check.valid else "the seal does not hold"
            yield f"{document.stream} {language}", why


def stored_files() -> Iterator[Checked]:
    """Every file on disk, by its digest."""
    from hattama.base import files
    from hattama.base.models import StoredFile

    for file in StoredFile.objects.order_by("pk").iterator():
        where = f"file:{file.pk} {file.name}"
        try:
            same = hashlib.sha256(files.content(file)).hexdigest() == file.sha256
        except OSError:
            yield where, "missing"
            continue
        yield where, None if same else "changed"


def as_json(counts: dict[str, int], findings: list[Finding]) -> str:
    whole = {
        "intact": not findings,
        "checked": counts,
        "findings": [asdict(finding) for finding in findings],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)


def as_text(counts: dict[str, int], findings: list[Finding]) -> str:
    looked = ", ".join(f"{number} {kind}s" for kind, number in counts.items())
    if not findings:
        return f"intact: {looked}"
    lines = [f"  {one.kind} {one.where}: {one.why}" for one in findings]
    return "\n".join([f"changed: {len(findings)} of {looked}", *lines])
