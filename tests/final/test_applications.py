"""Applications to the chair: lodged with evidence, granted or refused by the chair."""

import uuid
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from hattama.base import ledger
from hattama.core.rules import RuleBroken
from hattama.core.sitting import commands as c
from hattama.final.actions.applications import (
    grant_absence,
    lodge_application,
    refuse_application,
)
from hattama.final.actions.sittings import lay_out_sittings
from hattama.final.models import Application, Hearing
from hattama.final.queries.free import must_be_free
from hattama.final.queries.log import events, state_of
from hattama.final.queries.to_be_heard import to_be_heard
from hattama.notices.models import Delivery
from tests import make
from tests.final.preparing import get, post, refused
from tests.final.run import Run

PAPER = ("anyqtama.pdf", b"%PDF-1.7 a certificate")


def lodge(run, place=1, **values):
    given = {
        "kind": "absence",
        "text": "Мен ауырып қалдым.",
        "evidence": PAPER,
        "medical": False,
        "now": run.now,
    }
    return lodge_application(hearing=run.row(run.hearings[place]), **given | values)


def acts(run):
    return [event.act for event in events(run.sitting)]


@pytest.mark.norm(
    "he-attestation-2020/p22a",
    "he-attestation-2020/p22b",
    "tve-process-2020/p21-4a",
    "tve-process-2020/p21-4b",
)
def test_an_application_reaches_the_chair_registered_and_with_its_evidence(run, cast):
    application = lodge(run)
    document = application.document
    assert (document.state, document.kind) == ("registered", "application")
    assert document.facts["text"] == "Мен ауырып қалдым."
    assert document.facts["attachments"] == ["anyqtama.pdf"]
    assert cast.daniyar.full_name in document.facts["addressee"]["kk"]
    assert application.evidence.media_type == "application/pdf"
    assert application.lodged_at == run.now
    waiting = Delivery.objects.get(notice__kind="application")
    assert waiting.person == cast.daniyar
    assert waiting.notice.link == reverse("application", args=[application.pk])
    assert set(document.readers.all()) == {cast.daniyar, cast.saule}


@pytest.mark.norm("he-attestation-2020/p22b", "tve-process-2020/p21-4b")
def test_an_absence_needs_its_evidence(run):
    with pytest.raises(RuleBroken, match="no-evidence"):
        lodge(run, evidence=None)
    assert not Application.objects.exists()


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"text": "  "}, "no-application-text"),
        ({"evidence": ("virus.pdf", b"MZ")}, "file-kind-unknown"),
        ({"evidence": ("empty.pdf", b"")}, "file-empty"),
    ],
)
def test_what_cannot_be_lodged(run, values, code):
    with pytest.raises(RuleBroken, match=code):
        lodge(run, **values)
    assert not Application.objects.exists()


def test_a_second_application_waits_for_the_first(run):
    lodge(run)
    with pytest.raises(RuleBroken, match="application-pending"):
        lodge(run)
    assert lodge(run, kind="substitution", evidence=None)


@pytest.mark.norm("he-attestation-2020/p22c", "tve-process-2020/p21-4c")
def test_a_permission_stands_in_the_log_and_leads_to_another_day(cast):
    day = make.NOON + timedelta(days=3)
    other = make.sitting(cast.commission, (), starts_at=day)
    run = Run(cast, make.sitting(cast.commission, cast.candidates)).open()
    run.be_absent(run.hearings[0])
    application = lodge(run, 0)
    grant_absence(application, cast.daniyar, run.now)
    application.refresh_from_db()
    assert (application.state, application.decided_by) == ("granted", cast.daniyar)
    excused = events(run.sitting)[-1]
    assert (excused.act, excused.by) == ("absence-excused", cast.daniyar.key)
    assert excused.application == str(application.document.number)
    assert excused.evidence == application.evidence.sha256
    run.give(c.Reschedule(cast.daniyar.key, run.hearings[0], day.date()))
    assert run.row(run.hearings[0]).outcome == Hearing.Outcome.MOVED
    (moved,) = other.hearings.all()
    assert (moved.candidate, moved.planned_at) == (cast.candidates[0], day)
    told = Delivery.objects.get(notice__kind="hearing-moved")
    assert told.person == cast.aigerim


@pytest.mark.norm("he-attestation-2020/p22d")
def test_nobody_but_the_chair_sets_the_other_day(run, cast):
    run.be_absent(run.hearings[0])
    grant_absence(lodge(run, 0), cast.daniyar, run.now)
    for person in cast.others("daniyar"):
        with pytest.raises(RuleBroken, match="not-chair"):
            run.give(c.Reschedule(person.key, run.hearings[0]))


@pytest.mark.norm("tve-process-2020/p21-4c")
def test_a_day_outside_the_schedule_is_refused(run, cast):
    run.be_absent(run.hearings[0])
    grant_absence(lodge(run, 0), cast.daniyar, run.now)
    day = run.sitting.starts_at.replace(day=19).date()
    with pytest.raises(RuleBroken, match="day-not-scheduled"):
        run.give(c.Reschedule(cast.daniyar.key, run.hearings[0], day))


@pytest.mark.norm("he-attestation-2020/p22c")
def test_after_the_close_the_permission_lets_the_student_be_laid_out(run, cast):
    run.be_absent(run.hearings[0])
    run.be_absent(run.hearings[1])
    run.close()
    with pytest.raises(RuleBroken, match="absence-not-excused"):
        must_be_free(cast.candidates[0])
    before = acts(run)
    grant_absence(lodge(run, 0), cast.daniyar, run.now)
    assert acts(run) == before
    must_be_free(cast.candidates[0])
    assert to_be_heard(cast.commission) == [cast.candidates[0]]
    with pytest.raises(RuleBroken, match="absence-not-excused"):
        must_be_free(cast.candidates[1])


def test_after_the_close_only_an_absence_is_excused(run, cast):
    run.grade(run.hearings[0])
    run.be_absent(run.hearings[1])
    application = lodge(run, 0)
    run.close()
    with pytest.raises(RuleBroken, match="not-absent"):
        grant_absence(application, cast.daniyar, run.now)


@pytest.mark.norm("he-attestation-2020/p22c")
def test_nobody_but_the_chair_decides(run, cast):
    application = lodge(run)
    before = acts(run)
    for person in cast.others("daniyar"):
        with pytest.raises(RuleBroken, match="not-chair"):
            grant_absence(application, person, run.now)
        with pytest.raises(RuleBroken, match="not-chair"):
            refuse_application(application, person, "жоқ", run.now)
    application.refresh_from_db()
    assert application.state == "lodged"
    assert acts(run) == before


def test_an_application_is_decided_once(run, cast):
    run.be_absent(run.hearings[0])
    application = lodge(run, 0)
    seen_before = Application.objects.get(pk=application.pk)
    grant_absence(application, cast.daniyar, run.now)
    with pytest.raises(RuleBroken, match="application-decided"):
        grant_absence(seen_before, cast.daniyar, run.now)
    with pytest.raises(RuleBroken, match="application-decided"):
        refuse_application(seen_before, cast.daniyar, "жоқ", run.now)
    assert acts(run).count("absence-excused") == 1


def test_a_refusal_says_why(run, cast):
    application = lodge(run)
    with pytest.raises(RuleBroken, match="no-reason"):
        refuse_application(application, cast.daniyar, " ", run.now)
    refuse_application(application, cast.daniyar, "Құжат ескі.", run.now)
    assert (application.state, application.reason) == ("refused", "Құжат ескі.")
    told = Delivery.objects.get(notice__kind="application-decided")
    assert told.person == cast.bolat
    assert "Құжат ескі." in told.notice.body["kk"]
    line = ledger.lines(f"candidate:{cast.candidates[1].pk}")[-1]
    assert line.facts["state"] == "refused"
    assert "Құжат" not in str(line.facts)


def test_a_grade_from_papers_is_not_granted_as_another_day(run, cast):
    application = lodge(run, kind="substitution", evidence=None)
    with pytest.raises(RuleBroken, match="not-about-absence"):
        grant_absence(application, cast.daniyar, run.now)


def test_nobody_is_excused_from_a_hearing_that_began(run, cast):
    run.defend(run.hearings[0])
    with pytest.raises(RuleBroken, match="already-called"):
        grant_absence(lodge(run, 0), cast.daniyar, run.now)
    assert Application.objects.get().state == "lodged"


@pytest.mark.norm("tve-process-2020/p21-4f")
def test_papers_about_health_after_a_fail_are_registered_and_not_considered(
    college_run, cast
):
    run = college_run
    run.grade(run.hearings[0], "2")
    assert not cast.candidates[0].results.exists()  # no protocol yet: the vote counts
    application = lodge(run, 0, medical=True)
    assert application.state == "not-considered"
    assert application.document.state == "registered"
    told = Delivery.objects.get(notice__kind="application-decided")
    assert told.person == cast.aigerim
    assert not Delivery.objects.filter(notice__kind="application").exists()
    with pytest.raises(RuleBroken, match="application-decided"):
        grant_absence(application, cast.daniyar, run.now)


@pytest.mark.norm("tve-process-2020/p21-4f")
def test_health_not_declared_does_not_help_after_a_fail(college_run, cast):
    college_run.published(college_run.hearings[0], "2")
    application = lodge(college_run, 0)
    with pytest.raises(RuleBroken, match="hearing-ended"):
        grant_absence(application, cast.daniyar, college_run.now)


def test_papers_about_health_before_a_grade_are_considered(college_run):
    assert lodge(college_run, medical=True).state == "lodged"


def send(client, run, **values):
    given = {
        "kind": "absence",
        "text": "Ауырып қалдым.",
        "evidence": SimpleUploadedFile(*PAPER),
    }
    return post(
        client, "lodge_application", run.sitting.pk, now=run.now, **given | values
    )


def test_a_student_applies_on_the_page_once(run, cast, signed_in):
    client, once = signed_in(cast.bolat), uuid.uuid4()
    for _click in range(2):
        answer = send(client, run, once=once, evidence=SimpleUploadedFile(*PAPER))
        assert answer.url == reverse("application", args=[Application.objects.get().pk])
    assert refused(send(client, run), "application-pending")
    assert Application.objects.get().hearing == run.row(run.hearings[1])


def test_an_incomplete_form_is_shown_again(run, cast, signed_in):
    answer = send(signed_in(cast.bolat), run, text="")
    assert answer.status_code == 200
    assert answer.context["form"].errors.keys() == {"text"}
    assert refused(send(signed_in(cast.bolat), run, evidence=""), "no-evidence")


def test_nobody_applies_for_another(cast, run, signed_in):
    alone = make.sitting(cast.commission, cast.candidates[:1])
    for person in cast.others("aigerim"):
        client = signed_in(person)
        assert get(client, "lodge_application", alone.pk).status_code == 404
        answer = post(client, "lodge_application", alone.pk, kind="absence", text="х")
        assert answer.status_code == 404
    assert not Application.objects.exists()


def test_who_sees_an_application(run, cast, signed_in):
    pk = lodge(run, 0).pk
    for person in (cast.aigerim, cast.daniyar, cast.saule, cast.gulnar):
        assert get(signed_in(person), "application", pk).status_code == 200
    for person in (cast.bolat, cast.vera, cast.timur, cast.dana):
        for name in ("application", "grant_absence", "refuse_application"):
            method = get if name == "application" else post
            assert method(signed_in(person), name, pk).status_code == 404
    for person in (cast.aigerim, cast.saule, cast.gulnar):
        answer = post(signed_in(person), "grant_absence", pk, now=run.now)
        assert refused(answer, "not-chair")
        answer = post(
            signed_in(person), "refuse_application", pk, now=run.now, reason="жоқ"
        )
        assert refused(answer, "not-chair")


def test_the_chair_decides_on_the_page_once(run, cast, signed_in):
    run.be_absent(run.hearings[0])
    pk = lodge(run, 0).pk
    client, once = signed_in(cast.daniyar), uuid.uuid4()
    assert "grant" in get(client, "application", pk).content.decode()
    for _click in range(2):
        answer = post(client, "grant_absence", pk, now=run.now, once=once)
        assert answer.url == reverse("application", args=[pk])
    again = post(client, "grant_absence", pk, now=run.now)
    assert refused(again, "application-decided")
    assert state_of(run.sitting).hearings[run.hearings[0]].excused


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_pages_speak_every_language(run, cast, signed_in, language):
    client = signed_in(cast.bolat)
    client.cookies["django_language"] = language
    asked = get(client, "lodge_application", run.sitting.pk)
    told = get(client, "application", lodge(run).pk)
    for page in (asked, told):
        assert f'lang="{language}"' in page.content.decode()


def test_a_form_without_a_reason_is_shown_again(run, cast, signed_in):
    pk = lodge(run).pk
    answer = post(signed_in(cast.daniyar), "refuse_application", pk, reason="")
    assert answer.context["form"].errors.keys() == {"reason"}
    post(signed_in(cast.daniyar), "refuse_application", pk, reason="Құжат ескі.")
    assert Application.objects.get().state == "refused"


@pytest.mark.norm("he-attestation-2020/p25", "he-attestation-2020/p26")
@pytest.mark.parametrize(("grade", "norm"), [("D", "p25"), ("F", "p26")])
def test_who_has_a_grade_gets_no_second_hearing(run, cast, grade, norm):
    run.published(run.hearings[0], grade)
    with pytest.raises(RuleBroken, match="no-second-attempt") as refusal:
        must_be_free(cast.candidates[0])
    assert refusal.value.norms == (f"he-attestation-2020/{norm}",)
    second = make.candidate(
        cast.attestation,
        cast.candidates[0].student,
        attempt=2,
        commission=cast.commission,
        admission="admitted",
        admission_order=cast.candidates[0].admission_order,
    )
    with pytest.raises(RuleBroken, match="no-second-attempt"):
        must_be_free(second)
    with pytest.raises(RuleBroken, match="no-second-attempt"):
        lay_out_sittings(
            commission=cast.commission, candidates=[second], days=[], day=None
        )


@pytest.mark.norm("he-attestation-2020/p26")
def test_a_later_period_is_open_to_who_failed(run, cast):
    run.published(run.hearings[0], "F")
    campaign = make.campaign(cast.university)
    later = make.attestation(campaign, cast.attestation.programme)
    again = make.candidate(
        later,
        cast.candidates[0].student,
        admission="admitted",
        admission_order=cast.candidates[0].admission_order,
    )
    must_be_free(again)
