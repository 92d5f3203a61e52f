"""Readmission: by a vote of the commission, signed, within the school year."""

import uuid
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from django.db import connection
from django.urls import reverse

from hattama.core.rules import RuleBroken
from hattama.documents.actions import refuse_to_sign
from hattama.final.actions.applications import grant_absence, lodge_application
from hattama.final.actions.readmission import Vote, readmit
from hattama.final.models import Candidate
from hattama.final.queries.free import must_be_free
from hattama.final.queries.to_be_heard import to_be_heard
from tests import make
from tests.cast import gathered
from tests.final.preparing import get, post, refused
from tests.final.run import Run

AGAIN = date(2026, 6, 25)


def decide(run, place=0, **values):
    cast = run.cast
    given = {
        "again_on": AGAIN,
        "vote": Vote((cast.daniyar, cast.vera, cast.marat, cast.olzhas), 3, 1),
        "by": cast.daniyar,
        "now": run.now,
    }
    return readmit(candidate=cast.candidates[place], **given | values)


@pytest.fixture
def failed(college_run):
    """A college's sitting in which the first student failed."""
    college_run.published(college_run.hearings[0], "2")
    return college_run


@pytest.mark.norm("tve-process-2020/p21-4d")
def test_who_failed_comes_again_once_the_decision_is_signed(failed, cast):
    again = decide(failed)
    assert (again.attempt, again.student) == (2, cast.candidates[0].student)
    assert again.topic == cast.candidates[0].topic
    decision = again.readmitted_by
    assert decision.facts["decided"][0]["students"] == [cast.aigerim.full_name]
    assert (decision.facts["ayes"], decision.facts["noes"]) == (3, 1)
    with pytest.raises(RuleBroken, match="candidate-not-admitted"):
        must_be_free(again)
    assert to_be_heard(cast.commission) == []
    failed.sign(decision)
    must_be_free(Candidate.objects.get(pk=again.pk))
    assert to_be_heard(cast.commission) == [again]


def test_the_decision_names_those_who_were_present(failed, cast):
    vote = Vote((cast.daniyar, cast.marat, cast.olzhas), 2, 0)
    facts = decide(failed, vote=vote).readmitted_by.facts
    assert [one["name"] for one in facts["present"]] == [
        person.full_name for person in vote.present
    ]
    assert facts["secretary"] == cast.saule.full_name


@pytest.mark.norm("tve-process-2020/p21-4d")
def test_the_school_year_bounds_readmission(failed):
    assert decide(failed, again_on=date(2026, 8, 31))
    Candidate.objects.filter(attempt=2).delete()
    with pytest.raises(RuleBroken, match="year-over"):
        decide(failed, again_on=date(2026, 9, 1))
    with pytest.raises(RuleBroken, match="day-past"):
        decide(failed, again_on=date(2026, 6, 15))


@pytest.mark.norm("tve-process-2020/p21-4e")
def test_who_was_absent_comes_again_with_accepted_evidence_only(college_run, cast):
    run = college_run
    run.be_absent(run.hearings[0])
    with pytest.raises(RuleBroken, match="not-excused"):
        decide(run)
    application = lodge_application(
        hearing=run.row(run.hearings[0]),
        kind="absence",
        text="Ауырып қалдым.",
        evidence=("anyqtama.pdf", b"%PDF-1.7"),
        medical=True,
        now=run.now,
    )
    with pytest.raises(RuleBroken, match="not-excused"):
        decide(run)
    grant_absence(application, cast.daniyar, run.now)
    assert decide(run).attempt == 2


@pytest.mark.norm("he-attestation-2020/p26")
def test_a_university_readmits_nobody_who_failed(run):
    run.published(run.hearings[0], "F")
    with pytest.raises(RuleBroken, match="not-in-same-period"):
        decide(run)
    assert Candidate.objects.count() == 2


@pytest.mark.norm("he-attestation-2020/p25")
def test_nobody_is_readmitted_to_raise_a_grade(college_run):
    college_run.published(college_run.hearings[0], "3")
    with pytest.raises(RuleBroken, match="no-raising"):
        decide(college_run)


def test_nobody_but_the_chair_decides(failed, cast):
    for person in cast.others("daniyar"):
        with pytest.raises(RuleBroken, match="not-chair"):
            decide(failed, by=person)
    assert Candidate.objects.count() == 2


def test_who_still_waits_is_not_readmitted(failed):
    with pytest.raises(RuleBroken, match="candidate-has-sitting"):
        decide(failed, 1)


def test_who_was_never_due_is_not_readmitted(cast):
    run = Run(cast, make.sitting(cast.commission, cast.candidates[:1]))
    with pytest.raises(RuleBroken, match="not-heard-yet"):
        decide(run, 1)


def test_who_was_graded_without_a_protocol_waits_for_it(college_run):
    college_run.grade(college_run.hearings[0], "2")
    with pytest.raises(RuleBroken, match="not-heard-yet"):
        decide(college_run)


@pytest.mark.parametrize(
    ("present", "ayes", "noes", "code"),
    [
        ("daniyar marat", 2, 0, "no-quorum"),
        ("daniyar marat olzhas", 1, 1, "not-carried"),
        ("daniyar marat olzhas", 3, 1, "votes-impossible"),
        ("daniyar marat olzhas", 3, -1, "votes-impossible"),
        ("daniyar marat saule", 3, 0, "votes-impossible"),
    ],
)
def test_votes_that_decide_nothing(failed, cast, present, ayes, noes, code):
    people = [cast.everybody[name] for name in present.split()]
    with pytest.raises(RuleBroken, match=code):
        decide(failed, vote=Vote(people, ayes, noes))


def test_a_student_is_readmitted_once(failed):
    decide(failed)
    with pytest.raises(RuleBroken, match="already-readmitted"):
        decide(failed)
    assert Candidate.objects.filter(attempt=2).count() == 1


def test_a_decision_that_was_not_signed_can_be_taken_anew(failed):
    first = decide(failed)
    signature = first.readmitted_by.signatures.first()
    refuse_to_sign(signature, signature.person, "Күні қате.", failed.now)
    second = decide(failed)
    assert second == first
    assert second.readmitted_by != first.readmitted_by


def test_two_who_readmit_at_once_do_it_once(transactional_db):
    cast = gathered()
    cast.university.kind = "tve"
    cast.university.save()
    run = Run(cast, make.sitting(cast.commission, cast.candidates)).open()
    run.published(run.hearings[0], "2")

    def once(_turn):
        try:
            return str(decide(run).attempt)
        except RuleBroken as broken:
            return broken.code
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(once, range(2))) == ["2", "already-readmitted"]


def sent(cast, **values):
    present = [person.pk for person in (cast.daniyar, cast.vera, cast.marat)]
    given = {"again_on": "2026-06-25", "present": present, "ayes": 3, "noes": 0}
    return given | values


def test_the_chair_readmits_on_the_page_once(failed, cast, signed_in):
    client, once = signed_in(cast.daniyar), uuid.uuid4()
    pk = cast.candidates[0].pk
    form = get(client, "readmit", pk).context["form"]
    assert set(form.fields["present"].queryset) == {
        cast.daniyar,
        cast.vera,
        cast.marat,
        cast.olzhas,
    }
    for _click in range(2):
        answer = post(client, "readmit", pk, now=failed.now, once=once, **sent(cast))
        assert answer.url == reverse("documents_to_sign")
    assert Candidate.objects.filter(attempt=2).count() == 1
    answer = post(client, "readmit", pk, now=failed.now, **sent(cast))
    assert refused(answer, "already-readmitted")


def test_the_page_is_the_chairs(failed, cast, signed_in):
    pk = cast.candidates[0].pk
    for person in (cast.timur, cast.dana, cast.bolat):
        assert post(signed_in(person), "readmit", pk).status_code == 404
    for person in (cast.aigerim, cast.saule, cast.vera, cast.gulnar, cast.zarina):
        answer = post(signed_in(person), "readmit", pk, **sent(cast))
        assert answer.status_code == 403
    assert Candidate.objects.count() == 2


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_page_speaks_every_language(failed, cast, signed_in, language):
    client = signed_in(cast.daniyar)
    client.cookies["django_language"] = language
    page = get(client, "readmit", cast.candidates[0].pk)
    assert f'lang="{language}"' in page.content.decode()


def test_an_incomplete_form_is_shown_again(failed, cast, signed_in):
    client, pk = signed_in(cast.daniyar), cast.candidates[0].pk
    answer = post(client, "readmit", pk, **sent(cast, present=[cast.saule.pk], ayes=""))
    assert answer.context["form"].errors.keys() == {"present", "ayes"}
