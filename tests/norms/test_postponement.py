"""An attestation is moved with its ground, and not past the last day of 2020."""

from datetime import date, datetime

import pytest

from hattama.core.attestations import must_not_be_put_off_past
from hattama.core.norms.rulebook import rulebook
from hattama.core.rules import RuleBroken
from hattama.final.actions.applications.lodging import lodge_application
from hattama.final.models import Hearing
from tests import make
from tests.final.preparing import ALMATY, PDF, last_facts, post, refused

MAY = datetime(2020, 5, 20, 10, tzinfo=ALMATY)
SCOPES = {"comprehensive": "oral-exam", "": "defence"}


def in_2020(cast, scope, **values):
    campaign = make.campaign(
        cast.university,
        made_by=cast.gulnar,
        starts_on=date(2020, 6, 1),
        ends_on=date(2020, 7, 31),
    )
    return make.attestation(
        campaign,
        cast.attestation.programme,
        form=SCOPES[scope],
        scope=scope,
        first_sitting=datetime(2020, 6, 10, 9, tzinfo=ALMATY),
        **values,
    )


def moved(client, attestation, day, reason="Практикалық база"):
    given = {"first_sitting": f"{day}T09:00", "reason": reason}
    return post(client, "move_first_sitting", attestation.pk, now=MAY, **given)


@pytest.mark.norm(
    "he-attestation-2020/t2.postpone-a",
    "he-attestation-2020/t2.postpone-b",
    "he-attestation-2020/t2.postpone-c",
)
@pytest.mark.parametrize(
    "ground", ["Практикалық база қажет", "Интернет жоқ", "Академиялық саясат, 3-нұсқа"]
)
def test_the_ground_of_the_move_is_kept(ground, cast, signed_in):
    attestation = in_2020(cast, "comprehensive")
    client = signed_in(cast.gulnar)
    moved(client, attestation, "2020-06-15", reason="")
    attestation.refresh_from_db()
    assert attestation.first_sitting.day == 10
    moved(client, attestation, "2020-06-15", ground)
    attestation.refresh_from_db()
    assert attestation.first_sitting == datetime(2020, 6, 15, 9, tzinfo=ALMATY)
    assert last_facts(attestation)["reason"] == ground


@pytest.mark.norm("he-attestation-2020/t2.postpone-e", "he-attestation-2020/p24a")
@pytest.mark.parametrize(
    ("scope", "last", "late", "norm"),
    [
        ("comprehensive", "2020-06-30", "2020-07-01", "t2.postpone-e"),
        ("", "2020-06-29", "2020-06-30", "p24a"),
    ],
)
def test_nothing_is_put_off_past_the_last_day(scope, last, late, norm, cast, signed_in):
    attestation = in_2020(cast, scope)
    client = signed_in(cast.gulnar)
    answer = moved(client, attestation, late)
    assert refused(answer, "put-off-too-far")
    assert answer.context["refusal"].norms == (f"he-attestation-2020/{norm}",)
    moved(client, attestation, last)
    attestation.refresh_from_db()
    assert attestation.first_sitting.date() == date.fromisoformat(last)


@pytest.mark.parametrize("book", ["kz-he", "kz-tve"])
def test_later_years_set_no_last_day(book):
    rules = rulebook(book, date(2026, 6, 1))
    must_not_be_put_off_past(date(2026, 7, 31), "comprehensive", rules)
    with pytest.raises(RuleBroken, match="put-off-too-far"):
        must_not_be_put_off_past(
            date(2020, 7, 1), "comprehensive", rulebook("kz-he", date(2020, 6, 1))
        )


@pytest.mark.norm(
    "he-attestation-2020/t2.postpone-b", "he-attestation-2020/t2.postpone-d"
)
def test_one_student_applies_for_another_day_with_a_guarded_certificate(
    cast, signed_in
):
    make.sitting(cast.commission, cast.candidates)
    application = lodge_application(
        hearing=Hearing.objects.first(),
        kind="absence",
        text="Ауруханада жатырмын",
        evidence=("анықтама.pdf", PDF),
        medical=True,
        now=make.NOON,
    )
    address = f"/final/applications/{application.pk}/"
    for who, status in ((cast.daniyar, 200), (cast.bolat, 404), (cast.timur, 404)):
        assert signed_in(who).get(address).status_code == status
