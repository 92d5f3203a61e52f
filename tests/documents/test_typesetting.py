"""Every template in both languages: what is printed, and what cannot be."""

import io
from typing import get_type_hints

import pytest
from pypdf import PdfReader

from hattama.documents.queries import in_plain_words
from hattama.documents.queries.labels import LABELS
from hattama.documents.typesetting import FACTS as TYPES
from hattama.documents.typesetting import must_fit, render
from hattama.documents.typesetting.rendering import FOLDER
from tests.documents.samples import FACTS, META

PROTOCOLS = [name for name, facts in FACTS.items() if "remote" in facts]


def printed(template, language, facts=None, **meta):
    pdf = render(template, language, facts or FACTS[template], {**META, **meta})
    pages = PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("template", FACTS)
def test_every_template_prints_its_frame(template, language):
    text = printed(template, language)
    for expected in (
        META["institution"]["kk"].upper(),
        META["institution"]["ru"].upper(),
        META["title"][language],
        "№ 41",
        META["check_code"],
        META["signatures"][0]["name"],
        {"kk": "2026 жылғы 15 маусым", "ru": "15 июня 2026 года"}[language],
    ):
        assert expected in text.replace("\xa0", " ")


def test_every_template_has_its_facts_and_its_file():
    assert TYPES.keys() == FACTS.keys()
    assert {path.stem for path in FOLDER.glob("*.typ")} == {
        *TYPES,
        "frame",
        "parts",
        "words",
    }
    for template, facts in FACTS.items():
        assert get_type_hints(TYPES[template]).keys() == facts.keys()
        must_fit(template, facts)


def test_every_fact_has_a_label():
    named = {name for facts in FACTS.values() for name in facts}
    assert named - LABELS.keys() == set()


@pytest.mark.norm("tve-attestation-2020/p30")
@pytest.mark.parametrize("template", PROTOCOLS)
def test_protocols_say_that_it_was_remote(template):
    assert "қашықтықтан білім беру технологиялары (ҚБТ) арқылы өткізілді" in printed(
        template, "kk"
    )
    assert "посредством дистанционных образовательных технологий (ДОТ)" in printed(
        template, "ru"
    )
    on_site = printed(template, "ru", {**FACTS[template], "remote": False})
    assert "дистанционных" not in on_site


def test_the_vote_on_the_degree_is_printed_in_words():
    assert "берілсін — 3" in printed("hearing-protocol", "kk")
    assert "присудить — 3" in printed("hearing-protocol", "ru")
    assert "A- — 2" in printed("hearing-protocol", "ru")


def test_no_fact_becomes_markup():
    text = printed("application", "kk")
    assert "#strong[Анықтама]" in text
    assert "<script>alert(1)</script> $x$" in text


def test_every_kazakh_letter_is_printed():
    letters = "ӘәҒғҚқҢңӨөҰұҮүҺһІі"
    facts = {**FACTS["application"], "text": letters}
    assert letters in printed("application", "kk", facts)


def test_a_draft_is_visibly_one():
    assert "ПРОЕКТ" in printed("commission-order", "ru", draft=True)
    assert "ПРОЕКТ" not in printed("commission-order", "ru")


def test_it_is_an_archive_pdf():
    pdf = render("application", "ru", FACTS["application"], META)
    about = PdfReader(io.BytesIO(pdf)).xmp_metadata
    assert about.pdfaid_part == "2"
    assert about.pdfaid_conformance == "B"


def test_plain_words_show_what_is_there():
    lines = {
        str(line.label): line.values
        for line in in_plain_words(FACTS["hearing-protocol"])
    }
    assert lines[str(LABELS["questions"])] == [
        "Жүнісов М.Ә. · Деректер қоры қалай қорғалған?",
        "Қасымов Д.Е. · Почему выбрана такая архитектура? · "
        "Мектептердегі байланыс әлсіз болғандықтан.",
    ]
    assert lines[str(LABELS["points"])] == ["92"]
    assert str(LABELS["ticket"]) not in lines
