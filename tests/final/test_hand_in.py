from datetime import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hattama.final.models import PackPart
from tests import make
from tests.final.preparing import (
    ALMATY,
    FIRST,
    PDF,
    acts,
    get,
    last_facts,
    post,
    refused,
    statuses,
    tve,
)

OTHERS = ("bolat", "timur", "dana")
READERS = ("vera", "marat", "daniyar", "rustem")


def handed(client, candidate, kind="work", content=PDF, name="жұмыс.pdf", **rest):
    file = SimpleUploadedFile(name, content)
    return post(client, "hand_in", candidate.pk, kind=kind, file=file, **rest)


@pytest.mark.norm("he-attestation-2020/p74c", "tve-attestation-2020/p20")
def test_the_student_hands_in(cast, signed_in):
    answer = handed(signed_in(cast.aigerim), cast.candidates[0])
    assert answer.status_code == 302
    part = PackPart.objects.get()
    assert (part.kind, part.by, part.file.size) == ("work", cast.aigerim, len(PDF))
    assert acts(cast.attestation) == ["pack-part-handed-in"]
    assert last_facts(cast.attestation)["late"] is False


def test_the_secretary_hands_in_for_them(cast, signed_in):
    handed(signed_in(cast.saule), cast.candidates[0], "review")
    assert PackPart.objects.get().by == cast.saule


def test_the_newest_counts_and_the_same_is_kept_once(cast, signed_in):
    client = signed_in(cast.aigerim)
    for content in (PDF, PDF, PDF + b"2"):
        handed(client, cast.candidates[0], content=content)
    assert PackPart.objects.count() == 2
    pack = get(client, "my_attestation").context["mine"][0].pack
    assert pack.parts["work"].part.file.size == len(PDF) + 1


@pytest.mark.norm("tve-process-2020/p21-3x", "tve-process-2020/p21-3y")
@pytest.mark.parametrize(("day", "late"), [(1, False), (2, True)])
def test_two_weeks_before(cast, signed_in, day, late):
    attestation = tve(cast)
    candidate = make.candidate(
        attestation,
        cast.dana.student,
        admission="admitted",
        admission_order=make.document(cast.college),
    )
    now = datetime(2026, 6, day, 23, 59, tzinfo=ALMATY)
    handed(signed_in(cast.dana), candidate, now=now)
    assert last_facts(attestation)["late"] is late
    pack = get(signed_in(cast.timur), "packs", attestation.pk).context["packs"][0]
    assert pack.late is late
    assert sorted("".join(kinds) for kinds in pack.missing) == [
        "presentation",
        "review",
    ]


@pytest.mark.parametrize(
    ("content", "kind", "code"),
    [
        (b"", "work", None),
        (b"MZ\x90 program", "work", "file-kind-unknown"),
        (b"\x89PNG\r\n picture", "work", "pack-part-wrong-kind"),
        (b"<html><script>", "review", "file-kind-unknown"),
    ],
)
def test_what_is_not_taken(cast, signed_in, content, kind, code):
    client = signed_in(cast.aigerim)
    answer = handed(client, cast.candidates[0], kind, content, "work.pdf")
    assert refused(answer, code) if code else "file" in answer.context["form"].errors
    assert not PackPart.objects.exists()


def test_too_large(cast, signed_in, settings):
    settings.UPLOAD_LIMIT = 10
    answer = handed(signed_in(cast.aigerim), cast.candidates[0])
    assert refused(answer, "file-too-large")


def test_not_once_the_sitting_began(cast, signed_in):
    answer = handed(signed_in(cast.aigerim), cast.candidates[0], now=FIRST)
    assert refused(answer, "pack-closed")


@pytest.mark.norm("tve-attestation-2020/p34a", "tve-attestation-2020/p34b")
def test_a_circus_artist_hands_in_a_recording(cast, signed_in):
    attestation = tve(cast, form="oral-exam", scope="single")
    programme = attestation.programme
    programme.code, programme.profile = "0410013", "art"
    programme.save()
    candidate = make.candidate(attestation, cast.dana.student)
    client = signed_in(cast.dana)
    assert refused(handed(client, candidate, "stage"), "pack-part-wrong-kind")
    handed(client, candidate, "stage", b"\x1aE\xdf\xa3 film", "stage.webm")
    handed(client, candidate, "reference")
    assert get(client, "my_attestation").context["mine"][0].pack.missing == ()


def test_refused_to_everybody_else(cast, signed_in):
    found = statuses(
        signed_in, cast, "hand_in", cast.candidates[0].pk, among=OTHERS + READERS
    )
    assert found == dict.fromkeys(OTHERS, 404) | dict.fromkeys(READERS, 403)


@pytest.mark.norm("he-attestation-2020/p70h")
def test_who_downloads(cast, signed_in):
    handed(signed_in(cast.aigerim), cast.candidates[0])
    part = PackPart.objects.get()
    found = {}
    for name in ("aigerim", "vera", "marat", "daniyar", "saule", "gulnar", *OTHERS):
        answer = get(signed_in(cast.everybody[name]), "pack_part", part.pk)
        found[name] = answer.status_code
        if answer.status_code == 200:
            assert answer["Content-Disposition"].startswith("attachment")
            assert b"".join(answer.streaming_content) == PDF
    assert found == dict.fromkeys(found, 200) | dict.fromkeys(OTHERS, 404)


def test_lists(cast, signed_in):
    client = signed_in(cast.saule)
    page = get(client, "packs", cast.attestation.pk)
    assert [pack.candidate for pack in page.context["packs"]] == [
        cast.candidates[1],
        cast.candidates[0],
    ]
    assert get(client, "packs", cast.attestation.pk, xlsx="").status_code == 200
    assert get(client, "hand_in", cast.candidates[0].pk).status_code == 200
