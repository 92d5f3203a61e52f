import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hattama.documents.models import Document
from hattama.final.models import Candidate
from tests import make
from tests.final.preparing import (
    acts,
    get,
    last_facts,
    post,
    refused,
    registered,
    statuses,
)

STRANGERS = ("bolat", "aigerim", "timur", "dana")
READERS = ("rustem", "saule", "vera", "marat")


def line(candidate, **changes):
    given = {
        "topic_kk": "Деректер қоры",
        "topic_ru": "База данных",
        "supervisor": "Ким Вера",
        "reviewer": "Жүнісов Марат",
    } | changes
    return {f"{candidate.pk}-{name}": text for name, text in given.items()}


def table(cast, **changes):
    """Both lines of the table: Aigerim's as given, Bolat's as it stands."""
    aigerim, bolat = cast.candidates
    bolats = line(
        bolat, topic_kk="Тақырып", topic_ru="Тема", supervisor="", reviewer=""
    )
    return line(aigerim, **changes) | bolats


class TestSet:
    @pytest.mark.norm("he-attestation-2020/p27")
    def test_works(self, cast, signed_in):
        attestation = cast.attestation
        post(signed_in(cast.gulnar), "topics", attestation.pk, **table(cast))
        aigerim = Candidate.objects.get(pk=cast.candidates[0].pk)
        assert aigerim.topic == {"kk": "Деректер қоры", "ru": "База данных"}
        assert (aigerim.supervisor, aigerim.reviewer) == (cast.vera, cast.marat)
        assert acts(attestation) == ["topic-set"]
        assert last_facts(attestation)["before"] == {"kk": "Тақырып", "ru": "Тема"}

    def test_again_changes_nothing(self, cast, signed_in):
        client = signed_in(cast.gulnar)
        for _ in range(2):
            post(client, "topics", cast.attestation.pk, **table(cast))
        assert acts(cast.attestation) == ["topic-set"]

    def test_refused_to_everybody_else(self, cast, signed_in):
        found = statuses(
            signed_in,
            cast,
            "topics",
            cast.attestation.pk,
            among=STRANGERS + READERS,
            **table(cast),
        )
        assert found == dict.fromkeys(STRANGERS, 404) | dict.fromkeys(READERS, 403)

    def test_a_name_nobody_has(self, cast, signed_in):
        data = table(cast, supervisor="Біреу")
        page = post(signed_in(cast.gulnar), "topics", cast.attestation.pk, **data)
        assert "supervisor" in page.context["lines"][1].errors
        assert acts(cast.attestation) == []

    def test_the_reviewer_is_somebody_else(self, cast, signed_in):
        data = table(cast, reviewer="Ким Вера")
        answer = post(signed_in(cast.gulnar), "topics", cast.attestation.pk, **data)
        assert refused(answer, "reviewer-is-supervisor")

    def test_markup_stays_text(self, cast, signed_in):
        data = table(cast, topic_kk="<script>alert(1)</script>", topic_ru="=1+1")
        client = signed_in(cast.gulnar)
        post(client, "topics", cast.attestation.pk, **data)
        page = get(client, "topics", cast.attestation.pk)
        assert b"<script>alert" not in page.content
        book = get(client, "topics", cast.attestation.pk, xlsx="")
        sheet = openpyxl.load_workbook(io.BytesIO(book.content)).active
        assert [cell.data_type for cell in sheet[3]][:3] == ["s", "s", "s"]


class TestImport:
    def test_pasted_rows(self, cast, signed_in):
        pasted = (
            "Студент\tТақырып\tТема\n"
            "Сәрсенова Айгерім\tЖелілер\tСети\tКим Вера\tЖүнісов Марат\n"
            "иванов болат\tРобот\tРобот"
        )
        client = signed_in(cast.gulnar)
        post(client, "import_topics", cast.attestation.pk, pasted=pasted)
        topics = Candidate.objects.order_by("pk").values_list("topic__kk", flat=True)
        assert list(topics) == ["Желілер", "Робот"]

    def test_its_own_workbook_comes_back(self, cast, signed_in):
        client = signed_in(cast.gulnar)
        book = get(client, "topics", cast.attestation.pk, xlsx="").content
        file = SimpleUploadedFile("topics.xlsx", book)
        answer = post(client, "import_topics", cast.attestation.pk, file=file)
        assert answer.status_code == 302
        assert acts(cast.attestation) == []

    @pytest.mark.parametrize(
        "row", ["Біреу\tА\tБ", "Сәрсенова Айгерім\tА\tБ\tБіреу", "\t\t"]
    )
    def test_one_wrong_row_refuses_the_list(self, cast, signed_in, row):
        pasted = f"Иванов Болат\tРобот\tРобот\n{row}" if row.strip() else row
        client = signed_in(cast.gulnar)
        page = post(client, "import_topics", cast.attestation.pk, pasted=pasted)
        assert page.context["form"].non_field_errors()
        assert acts(cast.attestation) == []

    def test_not_a_table(self, cast, signed_in):
        file = SimpleUploadedFile("topics.xlsx", b"%PDF-1.7")
        client = signed_in(cast.gulnar)
        answer = post(client, "import_topics", cast.attestation.pk, file=file)
        assert refused(answer, "sheet-file-unknown")


class TestEnrol:
    def test_works_and_once(self, cast, signed_in):
        group = cast.aigerim.student.group
        make.student(group, "Ілияс", "Әбенов")
        make.student(group, "Кетті", "Қалиев", status="expelled")
        client = signed_in(cast.gulnar)
        for _ in range(2):
            post(client, "enrol_candidates", cast.attestation.pk, groups=[group.pk])
        names = cast.attestation.candidates.values_list(
            "student__person__surname", flat=True
        )
        assert list(names) == ["Әбенов", "Иванов", "Сәрсенова"]
        assert acts(cast.attestation) == ["candidates-enrolled"]

    def test_refused_to_everybody_else(self, cast, signed_in):
        found = statuses(
            signed_in,
            cast,
            "enrol_candidates",
            cast.attestation.pk,
            among=STRANGERS + READERS,
            groups=[cast.aigerim.student.group_id],
        )
        assert found == dict.fromkeys(STRANGERS, 404) | dict.fromkeys(READERS, 403)


class TestOrder:
    @pytest.mark.norm("tve-attestation-2020/p18e")
    def test_works(self, cast, signed_in):
        client = signed_in(cast.gulnar)
        post(client, "draft_topics_order", cast.attestation.pk)
        order = Document.objects.get(template="topics-order")
        assert [one["name"] for one in order.facts["topics"]] == ["Сәрсенова Айгерім"]
        assert (order.public, order.state) == (True, "signing")
        aigerim, bolat = Candidate.objects.order_by("pk")
        assert (aigerim.topic_order, bolat.topic_order) == (order, None)
        answer = post(client, "topics", cast.attestation.pk, **table(cast))
        assert refused(answer, "topic-being-signed")
        registered(order)
        post(client, "topics", cast.attestation.pk, **table(cast))
        aigerim.refresh_from_db()
        assert aigerim.topic_order is None

    def test_nothing_left_to_approve(self, cast, signed_in):
        client = signed_in(cast.gulnar)
        post(client, "draft_topics_order", cast.attestation.pk)
        answer = post(client, "draft_topics_order", cast.attestation.pk)
        assert refused(answer, "no-topics-to-approve")

    def test_an_exam_has_no_topics(self, cast, signed_in):
        exam = make.attestation(
            cast.campaign, make.programme(cast.university), form="oral-exam"
        )
        answer = post(signed_in(cast.gulnar), "draft_topics_order", exam.pk)
        assert refused(answer, "no-topics-in-this-form")

    def test_refused_to_everybody_else(self, cast, signed_in):
        found = statuses(
            signed_in,
            cast,
            "draft_topics_order",
            cast.attestation.pk,
            among=STRANGERS + READERS,
        )
        assert found == dict.fromkeys(STRANGERS, 404) | dict.fromkeys(READERS, 403)


def test_search_and_readers(cast, signed_in):
    page = get(signed_in(cast.rustem), "topics", cast.attestation.pk, q="айгер")
    assert [one.candidate for one in page.context["lines"]] == [cast.candidates[0]]
    assert not page.context["may"]
