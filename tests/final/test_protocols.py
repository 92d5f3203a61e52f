"""Protocols: read from the log, drawn up once, signed by two."""

import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import close_old_connections, connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from hattama.core.rules import RuleBroken
from hattama.core.sitting import commands as c
from hattama.core.sitting.events import Matter
from hattama.documents.models import Document
from hattama.final.actions.log import give
from hattama.final.actions.protocols import (
    draw_up_all,
    draw_up_protocol,
    draw_up_sitting_protocol,
)
from hattama.final.models import Result
from hattama.final.queries.protocol import grade_words
from tests import make
from tests.cast import gathered
from tests.final.preparing import get, post, refused
from tests.final.run import Run


@pytest.mark.norm("he-attestation-2020/p62a", "tve-process-2020/p21-5b")
def test_a_protocol_writes_itself_from_the_log(run, cast):
    hearing = run.hearings[0]
    run.grade(hearing)
    protocol = run.drawn_up(hearing)
    facts = protocol.facts
    assert facts["student"] == "Сәрсенова Айгерім"
    assert (facts["grade"], facts["passed"], facts["basis"]) == ("A", True, "ballot")
    assert facts["grade_tally"] == [{"choice": "A", "votes": 3}]
    assert facts["degree_tally"] == [{"choice": "award", "votes": 3}]
    assert facts["topic"] == {"kk": "Тақырып", "ru": "Тема"}
    assert [one["name"] for one in facts["present"]] == [
        person.full_name
        for person in (cast.daniyar, cast.vera, cast.marat, cast.olzhas)
    ]
    assert facts["present"][0]["role"] == "chair"
    assert facts["absent"] == []
    assert facts["secretary"] == cast.saule.full_name
    assert facts["quorum"] == "3 / 3"
    assert facts["questions"] == [
        {"asker": cast.daniyar.full_name, "text": "Неге?", "answer": ""}
    ]
    assert facts["commission_order"]["number"] == str(cast.commission.order.number)
    signers = [(one.person, one.role) for one in protocol.signatures.all()]
    assert signers == [(cast.daniyar, "chair"), (cast.saule, "secretary")]
    assert Result.objects.get().published_at is None


@pytest.mark.norm("tve-attestation-2020/p30")
def test_a_protocol_says_that_it_was_remote(college_run):
    college_run.grade(college_run.hearings[0], "5")
    assert college_run.drawn_up(college_run.hearings[0]).facts["remote"] is True


def test_moments_are_those_of_the_institution(run):
    run.grade(run.hearings[0])
    facts = run.drawn_up(run.hearings[0]).facts
    assert facts["started_at"].startswith("2026-06-15T09:0")
    assert facts["ended_at"].endswith("+05:00")


def test_the_course_is_told_in_every_language(run):
    run.grade(run.hearings[0])
    course = run.drawn_up(run.hearings[0]).facts["course"]
    assert {language for line in course for language in line["what"]} == {
        "kk",
        "ru",
        "en",
    }
    said = [line["what"]["en"] for line in course]
    assert "Begins: talk." in said
    assert "Left out: reviews. Reason: жоқ" in said


def test_a_text_that_somebody_typed_is_marked(run):
    run.grade(run.hearings[0])
    course = run.drawn_up(run.hearings[0]).facts["course"]
    by_hand = [line["what"]["en"] for line in course if line["by_hand"]]
    assert by_hand == [
        "Left out: reviews. Reason: жоқ",
        "Left out: reply. Reason: жоқ",
    ]


def test_a_typed_word_is_never_translated(run, cast):
    run.give(c.CallRecess(cast.daniyar.key, "talk"))
    run.give(c.EndRecess(cast.daniyar.key))
    for hearing in run.hearings:
        run.grade(hearing)
    run.close()
    protocol = draw_up_sitting_protocol(run.sitting, cast.saule, run.now)
    recess = protocol.facts["course"][1]["what"]
    assert {text.rsplit(": ")[-1] for text in recess.values()} == {"talk"}


def test_who_left_before_the_student_was_called_is_absent(run, cast):
    run.give(c.LeaveSitting(cast.vera.key, cast.vera.key))
    run.grade(run.hearings[0])
    facts = run.drawn_up(run.hearings[0]).facts
    assert [one["name"] for one in facts["absent"]] == [cast.vera.full_name]
    assert facts["quorum"] == "3 / 3"


def test_a_supervisor_outside_the_commission_is_a_guest(cast):
    candidate = cast.candidates[0]
    candidate.supervisor = cast.zarina
    candidate.save()
    run = Run(cast, make.sitting(cast.commission, cast.candidates)).open()
    run.give(c.JoinSitting(cast.zarina.key, cast.zarina.key))
    run.grade(run.hearings[0])
    facts = run.drawn_up(run.hearings[0]).facts
    assert facts["guests"] == [cast.zarina.full_name]
    assert facts["quorum"] == "4 / 4"


def test_the_protocol_of_a_sitting_lists_all_its_students(run, cast):
    run.grade(run.hearings[0])
    run.be_absent(run.hearings[1])
    run.sign(run.drawn_up(run.hearings[0]))
    run.close()
    facts = draw_up_sitting_protocol(run.sitting, cast.saule, run.now).facts
    first, second = facts["hearings"]
    assert (first["grade"], first["outcome"]) == ("A", {})
    assert first["protocol"] == "1"
    assert (second["grade"], second["outcome"]["en"]) == ("", "did not appear")
    assert facts["programmes"][0]["code"] == "6B06102"
    assert facts["course"][0]["what"]["en"].startswith("The chair opens")


@pytest.mark.norm("he-attestation-2020/p62a")
def test_nobody_but_the_secretary_draws_up(run, cast):
    run.grade(run.hearings[0])
    for person in cast.others("saule"):
        for deed in (draw_up_all, draw_up_sitting_protocol):
            with pytest.raises(RuleBroken, match="not-secretary"):
                deed(run.sitting, person, run.now)
        with pytest.raises(RuleBroken, match="not-secretary"):
            draw_up_protocol(run.row(run.hearings[0]), person, run.now)
    assert not Result.objects.exists()


@pytest.mark.norm("he-attestation-2020/p34", "he-attestation-2020/p61")
def test_no_protocol_and_no_result_without_a_vote(run, cast):
    run.defend(run.hearings[0])
    with pytest.raises(RuleBroken, match="no-result-yet"):
        run.drawn_up(run.hearings[0])
    assert draw_up_all(run.sitting, cast.saule, run.now) == []
    assert not Result.objects.exists()


def test_no_protocol_before_the_sitting_is_convened(cast):
    sitting = make.sitting(cast.commission, cast.candidates)
    with pytest.raises(RuleBroken, match="sitting-not-convened"):
        draw_up_protocol(sitting.hearings.first(), cast.saule, make.NOON)


def test_no_protocol_of_a_sitting_that_goes_on(run, cast):
    with pytest.raises(RuleBroken, match="sitting-not-closed"):
        draw_up_sitting_protocol(run.sitting, cast.saule, run.now)


def test_a_protocol_is_drawn_up_once(run, cast):
    for hearing in run.hearings:
        run.grade(hearing)
    old = run.row(run.hearings[0])  # as a page held it that was opened before
    assert len(draw_up_all(run.sitting, cast.saule, run.now)) == 2
    assert draw_up_all(run.sitting, cast.saule, run.now) == []
    with pytest.raises(RuleBroken, match="protocol-there"):
        draw_up_protocol(old, cast.saule, run.now)
    run.close()
    draw_up_sitting_protocol(run.sitting, cast.saule, run.now)
    with pytest.raises(RuleBroken, match="protocol-there"):
        draw_up_sitting_protocol(run.sitting, cast.saule, run.now)


def test_two_who_draw_up_at_once_make_one_protocol(transactional_db):
    cast = gathered()
    run = Run(cast, make.sitting(cast.commission, cast.candidates)).open()
    run.grade(run.hearings[0])

    def draw_up(_turn):
        try:
            return len(draw_up_all(run.sitting, cast.saule, run.now))
        finally:
            connection.close()

    close_old_connections()
    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(draw_up, range(2))) == [0, 1]
    assert Result.objects.count() == 1


def test_two_who_vote_at_once_both_have_voted(transactional_db):
    cast = gathered()
    run = Run(cast, make.sitting(cast.commission, cast.candidates)).open()
    hearing = run.hearings[0]
    run.defend(hearing)
    run.all_vote(hearing, Matter.GRADE, "A")
    run.give(c.OpenBallot(cast.saule.key, hearing, Matter.DEGREE))

    def vote(person):
        try:
            command = c.CastVote(person.key, hearing, Matter.DEGREE, "award")
            give(run.sitting, command, run.now)
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as pool:
        list(pool.map(vote, (cast.daniyar, cast.marat, cast.olzhas)))
    closed = run.give(c.CloseBallot(cast.saule.key, hearing, Matter.DEGREE, (), True))
    assert closed[0].counts == (("award", 3),)


def test_a_double_click_draws_up_once(run, cast, signed_in):
    run.grade(run.hearings[0])
    client, once = signed_in(cast.saule), uuid.uuid4()
    for _click in range(2):
        answer = post(
            client, "draw_up_protocols", run.sitting.pk, now=run.now, once=once
        )
        assert answer.url == reverse("sitting_protocols", args=[run.sitting.pk])
    assert Document.objects.filter(template="hearing-protocol").count() == 1


def test_the_deeds_of_the_page_are_refused_to_others(run, cast, signed_in):
    run.grade(run.hearings[0])
    names = ("draw_up_protocols", "draw_up_protocol_of_sitting", "publish_results")
    for name in names:
        for stranger in (cast.timur, cast.dana, cast.aigerim, cast.bolat):
            answer = post(signed_in(stranger), name, run.sitting.pk, now=run.now)
            assert answer.status_code == 404
        for reader in (cast.vera, cast.gulnar, cast.zarina):
            answer = post(signed_in(reader), name, run.sitting.pk, now=run.now)
            assert answer.status_code == 409
            assert answer.context["refusal"].code.startswith("not-")
    assert not Result.objects.exists()


def test_the_page_leads_from_step_to_step(run, cast, signed_in):
    client, pk = signed_in(cast.saule), run.sitting.pk
    assert "Draw up" not in get(client, "sitting_protocols", pk).content.decode()
    run.grade(run.hearings[0])
    assert get(client, "sitting_protocols", pk).context["missing"] == 1
    post(client, "draw_up_protocols", pk, now=run.now)
    page = get(client, "sitting_protocols", pk)
    assert (page.context["missing"], page.context["unpublished"]) == (0, 0)
    run.sign(Document.objects.get(template="hearing-protocol"))
    assert get(client, "sitting_protocols", pk).context["unpublished"] == 1
    post(client, "publish_results", pk, now=run.now)
    page = get(client, "sitting_protocols", pk)
    assert page.context["unpublished"] == 0
    assert page.context["rows"][0].result.published_at == run.now


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_page_speaks_every_language(run, cast, signed_in, language):
    run.published(run.hearings[0])
    client = signed_in(cast.saule)
    client.cookies["django_language"] = language
    page = get(client, "sitting_protocols", run.sitting.pk, now=run.now)
    assert page.status_code == 200
    assert f'lang="{language}"' in page.content.decode()


def test_students_and_strangers_do_not_see_the_page(run, cast, signed_in):
    for person in (cast.aigerim, cast.bolat, cast.timur, cast.dana):
        page = get(signed_in(person), "sitting_protocols", run.sitting.pk)
        assert page.status_code == 404


def test_the_page_asks_as_often_for_thirty_students_as_for_one(
    cast, signed_in, django_assert_max_num_queries
):
    client = signed_in(cast.saule)
    sitting = make.sitting(cast.commission, cast.candidates[:1])
    get(client, "sitting_protocols", sitting.pk)  # the session is there from now on
    with CaptureQueriesContext(connection) as one:
        get(client, "sitting_protocols", sitting.pk)
    group = cast.candidates[0].student.group
    many = [make.candidate(cast.attestation, make.student(group)) for _one in range(29)]
    full = make.sitting(cast.commission, [*many, cast.candidates[1]])
    with django_assert_max_num_queries(len(one)):
        get(client, "sitting_protocols", full.pk)


@pytest.mark.parametrize(
    ("grade", "points", "word"),
    [
        ("A-", None, "excellent"),
        ("C+", None, "good"),
        ("D", None, "satisfactory"),
        ("FX", None, "unsatisfactory"),
        ("5", None, "excellent"),
        ("2", None, "unsatisfactory"),
        ("90", 90, "excellent"),
        ("89", None, "good"),
        ("50", 50, "satisfactory"),
        ("5", 5, "unsatisfactory"),
    ],
)
def test_a_grade_in_words(grade, points, word):
    assert grade_words(grade, points)["en"] == word


def test_refused_pages_say_so(run, cast, signed_in):
    answer = post(
        signed_in(cast.saule),
        "draw_up_protocol_of_sitting",
        run.sitting.pk,
        now=run.now,
    )
    assert refused(answer, "sitting-not-closed")
