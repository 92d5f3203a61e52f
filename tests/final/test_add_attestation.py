from datetime import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from hattama.calendars.models import Period
from hattama.final.models import Attestation
from tests import make
from tests.final.preparing import (
    ALMATY,
    PDF,
    READERS,
    STRANGERS,
    acts,
    post,
    refused,
    statuses,
)


@pytest.fixture
def college(cast):
    """Timur's college with a campaign, and somebody who prepares it."""
    deputy = make.person(cast.college, "Сара", "Бекова")
    make.post(deputy, "vice_head")
    campaign = make.campaign(cast.college, made_by=deputy)
    return deputy, campaign, cast.dana.student.group.programme


def data(programme, /, **changes):
    return {
        "programme": programme.pk,
        "form": "defence",
        "form_decision": "№ 5, 01.04.2026",
        "disciplines": 1,
        "first_sitting": "2026-06-15T09:00",
        "minutes": 15,
        "preparation_minutes": 0,
    } | changes


def added(signed_in, college, **changes):
    deputy, campaign, programme = college
    given = data(programme, **changes)
    return post(signed_in(deputy), "add_attestation", campaign.pk, **given)


@pytest.mark.norm("he-attestation-2020/t2.principle-b", "he-attestation-2020/p35a")
def test_works(cast, signed_in):
    programme = make.programme(cast.university)
    post(
        signed_in(cast.gulnar),
        "add_attestation",
        cast.campaign.pk,
        **data(programme, form="oral-exam", scope="comprehensive", disciplines=3),
    )
    made = Attestation.objects.get(programme=programme)
    assert (made.form, made.scope, made.disciplines) == (
        "oral-exam",
        "comprehensive",
        3,
    )
    assert made.form_decision == "№ 5, 01.04.2026"
    assert made.first_sitting == datetime(2026, 6, 15, 9, tzinfo=ALMATY)
    assert acts(made) == ["attestation-set"]


@pytest.mark.norm("he-attestation-2020/p35b", "he-attestation-2020/p17b")
def test_defence_and_the_state_exam_in_history_side_by_side(cast, signed_in):
    programme = make.programme(cast.university)
    client = signed_in(cast.gulnar)
    for changes in ({}, {"form": "written-exam", "scope": "history", "minutes": 100}):
        post(client, "add_attestation", cast.campaign.pk, **data(programme, **changes))
    made = Attestation.objects.filter(programme=programme).order_by("pk")
    assert [(one.form, one.scope) for one in made] == [
        ("defence", ""),
        ("written-exam", "history"),
    ]


def test_refused_to_everybody_else(cast, signed_in):
    programme = make.programme(cast.university)
    found = statuses(
        signed_in,
        cast,
        "add_attestation",
        cast.campaign.pk,
        among=STRANGERS + READERS,
        **data(programme),
    )
    assert found == dict.fromkeys(STRANGERS, 404) | dict.fromkeys(READERS, 403)


def test_a_programme_of_another_institution_is_not_offered(cast, signed_in, college):
    answer = added(signed_in, college, programme=cast.attestation.programme_id)
    assert "programme" in answer.context["form"].errors


@pytest.mark.norm(
    "tve-process-2020/p21-3c",
    "tve-process-2020/p21-3e",
    "tve-attestation-2020/p23",
)
@pytest.mark.parametrize("form", ["open-book", "creative"])
def test_a_college_is_not_offered_other_forms(signed_in, college, form):
    answer = added(signed_in, college, form=form, scope="single")
    assert "form" in answer.context["form"].errors
    assert not Attestation.objects.filter(campaign=college[1]).exists()


@pytest.mark.norm("tve-attestation-2020/p23", "tve-process-2020/p21-3ad")
@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"scope": "comprehensive"}, "too-few-disciplines"),
        ({"scope": "single", "minutes": 16}, "hearing-too-long"),
        (
            {"form": "written-exam", "scope": "single", "minutes": 60},
            "written-exam-too-short",
        ),
        ({"scope": "single", "first_sitting": "2026-07-15T09:00"}, "outside-campaign"),
        ({"scope": "single", "health_rules": "on"}, "health-rules-not-medical"),
    ],
)
def test_refused_by_rule(signed_in, college, changes, code):
    answer = added(signed_in, college, **{"form": "oral-exam"} | changes)
    assert refused(answer, code)
    assert not Attestation.objects.filter(campaign=college[1]).exists()


def test_an_exam_says_what_it_asks_about(signed_in, college):
    answer = added(signed_in, college, form="test")
    assert "scope" in answer.context["form"].errors


@pytest.mark.norm(
    "tve-attestation-2020/p2", "tve-process-2020/p21-3d", "tve-process-2020/p21b"
)
def test_a_medical_programme(signed_in, college):
    college[2].profile = "medical"
    college[2].save()
    assert refused(added(signed_in, college), "medical-programme-general-rules")
    health = {"health_rules": "on"}
    assert refused(added(signed_in, college, **health), "dates-not-agreed")
    agreement = SimpleUploadedFile("келісім.pdf", PDF)
    added(signed_in, college, **health, agreement=agreement)
    made = Attestation.objects.get(campaign=college[1])
    assert made.health_rules
    assert made.agreement.media_type == "application/pdf"


@pytest.mark.norm("tve-process-2020/p21-3b")
def test_outside_the_calendar(cast, signed_in, college):
    Period.objects.create(
        institution=cast.college,
        kind="final",
        name={},
        starts_on="2026-06-20",
        ends_on="2026-06-30",
    )
    assert refused(added(signed_in, college), "outside-calendar")


@pytest.mark.norm("tve-attestation-2020/p15b", "tve-attestation-2020/p17a")
def test_a_start_too_early_names_the_earliest_day(signed_in, college):
    deputy, campaign, programme = college
    answer = post(
        signed_in(deputy),
        "add_attestation",
        campaign.pk,
        now=datetime(2026, 5, 20, 10, tzinfo=ALMATY),
        **data(programme),
    )
    assert refused(answer, "start-too-early")
    assert "22" in answer.context["refusal"].now
    assert "tve-attestation-2020/p15b" in answer.context["refusal"].norms
    assert not Attestation.objects.filter(campaign=campaign).exists()


def test_the_same_again(signed_in, college):
    added(signed_in, college)
    assert refused(added(signed_in, college), "attestation-exists")
    assert Attestation.objects.filter(campaign=college[1]).count() == 1
