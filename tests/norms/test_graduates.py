"""Nobody is graduated unnoticed before final attestation is complete."""

import pytest

from hattama.final.queries.graduates import without_result
from hattama.portal.queries.today import today
from tests import make
from tests.final.run import Run


def graduate(*people):
    for person in people:
        person.student.status = "graduated"
        person.student.save()


def dues(person, now):
    """The names that stand beside the warning, or nothing."""
    return [due.note for due in today(person, now) if "status=graduated" in due.url]


@pytest.mark.norm("he-attestation-2020/p17a")
def test_who_was_graduated_too_early_is_told_to_the_registrar(cast):
    graduate(cast.aigerim)
    [due] = [one for one in today(cast.zarina, make.NOON) if "graduated" in one.url]
    assert due.note == cast.aigerim.full_name
    assert due.late
    assert "he-attestation-2020/p17a" in due.norms
    assert dues(cast.vera, make.NOON) == []


@pytest.mark.norm("he-attestation-2020/t2.principle-a", "he-attestation-2020/p17b")
def test_an_exam_does_not_stand_for_the_defence(cast):
    exam = make.attestation(
        cast.campaign, cast.attestation.programme, form="oral-exam", scope="history"
    )
    make.candidate(exam, cast.aigerim.student)
    run = Run(cast, make.sitting(cast.commission, cast.candidates)).open()
    run.published(run.hearings[0])
    graduate(cast.aigerim)
    assert [one.attestation for one in without_result(cast.university)] == [exam]


@pytest.mark.norm("he-attestation-2020/t2.principle-a", "he-attestation-2020/p17a")
def test_a_published_positive_result_is_asked_for(cast):
    graduate(cast.aigerim, cast.bolat)
    run = Run(cast, make.sitting(cast.commission, cast.candidates)).open()
    first, second = run.hearings
    run.published(first)
    run.published(second, "F")
    assert dues(cast.zarina, run.now) == [cast.bolat.full_name]


def test_only_the_own_graduates_are_told(cast):
    campaign = make.campaign(cast.college, made_by=cast.timur)
    programme = cast.dana.student.group.programme
    make.candidate(make.attestation(campaign, programme), cast.dana.student)
    graduate(cast.dana)
    assert [one.student.person for one in without_result(cast.college)] == [cast.dana]
    assert not without_result(cast.university).exists()
