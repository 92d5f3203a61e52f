from dataclasses import replace
from datetime import date

import pytest

from hattama.core.attestations import Terms, must_be_lawful, must_lie_within
from hattama.core.norms.rulebook import rulebook
from hattama.core.rules import RuleBroken

TVE = rulebook("kz-tve", date(2026, 6, 15))
HE = rulebook("kz-he", date(2026, 6, 15))
DEFENCE = Terms(
    form="defence",
    scope="",
    disciplines=1,
    minutes=15,
    profile="general",
    health_rules=False,
    agreed=False,
)


def refused(rules=TVE, **changes):
    with pytest.raises(RuleBroken) as broken:
        must_be_lawful(replace(DEFENCE, **changes), rules)
    return broken.value.code, broken.value.norms[0]


@pytest.mark.norm("tve-attestation-2020/p23", "tve-process-2020/p21-3c")
@pytest.mark.parametrize("form", ["defence", "oral-exam", "test", "written-exam"])
def test_a_college_examines_in_these_forms(form):
    must_be_lawful(replace(DEFENCE, form=form, minutes=15 if form < "t" else 90), TVE)


@pytest.mark.norm("tve-process-2020/p21-3e")
def test_a_college_examines_in_real_time():
    assert refused(form="open-book") == ("form-not-live", "tve-process-2020/p21-3e")


@pytest.mark.norm("tve-attestation-2020/p23", "tve-process-2020/p21-3c")
def test_a_college_offers_no_other_form():
    assert refused(form="creative") == ("form-not-offered", "tve-attestation-2020/p23")


@pytest.mark.norm(
    "he-attestation-2020/t2.forms-a",
    "he-attestation-2020/t2.forms-b",
    "he-attestation-2020/t2.forms-c",
    "he-attestation-2020/t2.forms-d",
    "he-attestation-2020/t2.forms-e",
    "he-attestation-2020/p36",
)
@pytest.mark.parametrize(
    "form",
    ["written-exam", "oral-exam", "open-book", "test", "creative"],
)
def test_a_university_chooses_among_all_forms(form):
    minutes = 15 if form == "oral-exam" else 120
    must_be_lawful(replace(DEFENCE, form=form, minutes=minutes), HE)


@pytest.mark.norm("tve-attestation-2020/p23")
def test_a_comprehensive_exam_unites_disciplines():
    exam = {"form": "oral-exam", "scope": "comprehensive"}
    assert refused(**exam)[0] == "too-few-disciplines"
    must_be_lawful(replace(DEFENCE, **exam, disciplines=2), TVE)


@pytest.mark.norm("he-attestation-2020/p37b")
def test_a_written_exam_lasts_two_academic_hours():
    short = ("written-exam-too-short", "he-attestation-2020/p37b")
    assert refused(HE, form="written-exam", minutes=99) == short
    must_be_lawful(replace(DEFENCE, form="written-exam", minutes=100), HE)


@pytest.mark.norm(
    "he-attestation-2020/p33",
    "tve-attestation-2020/p21b",
    "tve-process-2020/p21-3ab",
    "tve-process-2020/p21-3ad",
)
@pytest.mark.parametrize(
    ("rules", "form", "norm"),
    [
        (HE, "defence", "he-attestation-2020/p33"),
        (TVE, "defence", "tve-attestation-2020/p21b"),
        (TVE, "oral-exam", "tve-process-2020/p21-3ad"),
    ],
)
def test_a_hearing_lasts_a_quarter_of_an_hour(rules, form, norm):
    assert refused(rules, form=form, minutes=16) == ("hearing-too-long", norm)


@pytest.mark.norm(
    "tve-attestation-2020/p2", "tve-process-2020/p21-3d", "tve-process-2020/p21b"
)
def test_a_medical_programme_follows_the_health_rules_on_agreed_dates():
    general = ("medical-programme-general-rules", "tve-attestation-2020/p2")
    assert refused(profile="medical") == general
    not_agreed = ("dates-not-agreed", "tve-process-2020/p21-3d")
    assert refused(profile="medical", health_rules=True) == not_agreed
    must_be_lawful(
        replace(DEFENCE, profile="medical", health_rules=True, agreed=True), TVE
    )
    assert refused(health_rules=True)[0] == "health-rules-not-medical"


@pytest.mark.norm("tve-process-2020/p21-3b")
def test_dates_lie_within_the_calendar():
    june = (date(2026, 6, 1), date(2026, 6, 30))
    must_lie_within(date(2026, 6, 30), [june])
    must_lie_within(date(2026, 7, 1), [])
    with pytest.raises(RuleBroken) as broken:
        must_lie_within(date(2026, 7, 1), [june])
    assert (broken.value.code, broken.value.facts["last"]) == (
        "outside-calendar",
        date(2026, 6, 30),
    )
