import pytest

from hattama.core.rules import RuleBroken
from hattama.documents.models import Document
from hattama.final.actions.commission import Composition, appoint_commission
from hattama.final.models import Commission, Seat
from hattama.final.queries import commission as queries
from tests import make
from tests.final.preparing import (
    acts,
    get,
    post,
    refused,
    registered,
    statuses,
)

STRANGERS = ("aigerim", "bolat", "timur", "dana")
SEATED = ("daniyar", "vera", "marat", "olzhas", "saule")


@pytest.fixture
def waiting(cast):
    """An attestation that has no commission yet."""
    return make.attestation(cast.campaign, make.programme(cast.university))


def composition(waiting, **changes):
    return {
        "name_kk": "Комиссия",
        "name_ru": "Комиссия",
        "attestations": [waiting.pk],
        "chair": "Қасымов Данияр",
        "member_1": "Ким Вера",
        "member_2": "Жүнісов Марат",
        "secretary": "Ахметова Сәуле",
    } | changes


@pytest.fixture
def composed(cast, waiting):
    """A commission whose order is still to be drawn up."""
    made = make.commission(
        cast.campaign,
        [waiting],
        cast.daniyar,
        [cast.vera, cast.marat],
        cast.saule,
    )
    made.order = None
    made.save()
    return made


class TestAppoint:
    @pytest.mark.norm("tve-attestation-2020/p15a", "he-attestation-2020/p19a")
    def test_works(self, cast, signed_in, waiting):
        data = composition(waiting)
        post(signed_in(cast.gulnar), "appoint_commission", cast.campaign.pk, **data)
        made = Commission.objects.latest("pk")
        assert [(seat.person, seat.role) for seat in queries.composition(made)] == [
            (cast.daniyar, "chair"),
            (cast.vera, "member"),
            (cast.marat, "member"),
            (cast.saule, "secretary"),
        ]
        assert not queries.may_sit(made)
        assert acts(cast.campaign) == ["commission-composed"]

    def test_candidates_follow(self, cast, signed_in, waiting):
        student = make.student(make.group(waiting.programme))
        candidate = make.candidate(waiting, student)
        data = composition(waiting)
        post(signed_in(cast.gulnar), "appoint_commission", cast.campaign.pk, **data)
        candidate.refresh_from_db()
        assert candidate.commission == Commission.objects.latest("pk")

    def test_refused_to_everybody_else(self, cast, signed_in, waiting):
        found = statuses(
            signed_in,
            cast,
            "appoint_commission",
            cast.campaign.pk,
            among=(*STRANGERS, "daniyar", "saule", "rustem"),
            **composition(waiting),
        )
        strangers = dict.fromkeys((*STRANGERS, "daniyar"), 404)
        assert found == strangers | {"saule": 403, "rustem": 403}

    @pytest.mark.parametrize(
        ("changes", "code"),
        [
            ({"member_2": "Ким Вера"}, "commission-seat-twice"),
            ({"secretary": "Қасымов Данияр"}, "commission-seat-twice"),
        ],
    )
    def test_refused_by_rule(self, cast, signed_in, waiting, changes, code):
        client = signed_in(cast.gulnar)
        data = composition(waiting, **changes)
        answer = post(client, "appoint_commission", cast.campaign.pk, **data)
        assert refused(answer, code)
        assert Commission.objects.count() == 1

    def test_a_student_or_a_stranger_has_no_seat(self, cast, signed_in, waiting):
        client = signed_in(cast.gulnar)
        for name in ("Сәрсенова Айгерім", "Ермеков Тимур", "<b>Ким</b>"):
            data = composition(waiting, chair=name)
            answer = post(client, "appoint_commission", cast.campaign.pk, **data)
            assert "chair" in answer.context["form"].errors

    def test_an_attestation_has_one_commission(self, cast, signed_in):
        data = composition(cast.attestation)
        answer = post(
            signed_in(cast.gulnar), "appoint_commission", cast.campaign.pk, **data
        )
        assert "attestations" in answer.context["form"].errors


class TestOrder:
    @pytest.mark.norm("tve-attestation-2020/p15a", "tve-attestation-2020/p15c")
    def test_the_head_signs_and_it_may_sit(self, cast, signed_in, composed):
        post(signed_in(cast.gulnar), "draft_commission_order", composed.pk)
        composed.refresh_from_db()
        order = composed.order
        assert (order.state, order.template) == ("signing", "commission-order")
        assert [one.person for one in order.signatures.all()] == [cast.rustem]
        assert [one["role"] for one in order.facts["members"]] == [
            "chair",
            "member",
            "member",
            "secretary",
        ]
        assert not queries.may_sit(composed)
        registered(order)
        composed.refresh_from_db()
        assert queries.may_sit(composed)

    def test_twice(self, cast, signed_in, composed):
        client = signed_in(cast.gulnar)
        post(client, "draft_commission_order", composed.pk)
        answer = post(client, "draft_commission_order", composed.pk)
        assert refused(answer, "order-under-way")
        assert Document.objects.filter(about=composed.about).count() == 1

    def test_again_after_the_head_refused(self, cast, signed_in, composed):
        client = signed_in(cast.gulnar)
        post(client, "draft_commission_order", composed.pk)
        Document.objects.filter(about=composed.about).update(state="refused")
        assert post(client, "draft_commission_order", composed.pk).status_code == 302

    def test_without_a_head(self, cast, signed_in, composed):
        cast.rustem.posts.all().delete()
        answer = post(signed_in(cast.gulnar), "draft_commission_order", composed.pk)
        assert refused(answer, "no-head")

    def test_refused_to_everybody_else(self, cast, signed_in, composed):
        found = statuses(
            signed_in,
            cast,
            "draft_commission_order",
            composed.pk,
            among=(*STRANGERS, "daniyar", "vera", "marat", "saule", "rustem"),
        )
        readers = ("daniyar", "vera", "marat", "saule", "rustem")
        assert found == dict.fromkeys(STRANGERS, 404) | dict.fromkeys(readers, 403)


class TestReplace:
    @pytest.fixture
    def marats_seat(self, cast):
        return Seat.objects.get(commission=cast.commission, person=cast.marat)

    @pytest.fixture
    def nurlan(self, cast):
        return make.person(cast.university, "Нұрлан", "Төлеген")

    def replaced(self, cast, signed_in, seat, name="Төлеген Нұрлан"):
        client = signed_in(cast.gulnar)
        ids = (cast.commission.pk, seat.pk)
        return post(client, "replace_member", *ids, successor=name)

    def test_the_new_order_changes_the_seats_once_registered(
        self, cast, signed_in, marats_seat, nurlan
    ):
        self.replaced(cast, signed_in, marats_seat)
        order = queries.pending_order(cast.commission)
        assert order.supersedes == cast.commission.order
        seated = cast.commission.seats.values_list("person", flat=True)
        assert cast.marat.pk in seated
        assert nurlan.pk not in seated
        registered(order)
        seated = cast.commission.seats.values_list("person", flat=True)
        assert cast.marat.pk not in seated
        assert nurlan.pk in seated
        assert queries.latest_order(cast.commission) == order

    def test_a_refused_order_changes_nothing(
        self, cast, signed_in, marats_seat, nurlan
    ):
        self.replaced(cast, signed_in, marats_seat)
        order = queries.pending_order(cast.commission)
        Document.objects.filter(pk=order.pk).update(state="refused")
        assert cast.commission.seats.filter(person=cast.marat).exists()
        self.replaced(cast, signed_in, marats_seat)
        registered(queries.pending_order(cast.commission))
        assert cast.commission.seats.get(person=nurlan).role == "member"

    def test_one_change_at_a_time(self, cast, signed_in, marats_seat, nurlan):
        self.replaced(cast, signed_in, marats_seat)
        assert refused(self.replaced(cast, signed_in, marats_seat), "order-under-way")

    def test_nobody_sits_twice(self, cast, signed_in, marats_seat):
        answer = self.replaced(cast, signed_in, marats_seat, "Ким Вера")
        assert refused(answer, "commission-seat-twice")

    def test_refused_to_everybody_else(self, cast, signed_in, marats_seat, nurlan):
        found = statuses(
            signed_in,
            cast,
            "replace_member",
            cast.commission.pk,
            marats_seat.pk,
            among=(*STRANGERS, *SEATED, "rustem"),
            successor="Төлеген Нұрлан",
        )
        readers = (*SEATED, "rustem")
        assert found == dict.fromkeys(STRANGERS, 404) | dict.fromkeys(readers, 403)


class TestInvite:
    @pytest.fixture
    def guest(self, cast):
        person = make.person(cast.university, "Ермек", "Сапаров", user=False)
        return Seat.objects.create(
            commission=cast.commission, person=person, role="member"
        )

    @pytest.mark.norm("he-attestation-2020/p70g")
    def test_works(self, cast, signed_in, guest):
        client = signed_in(cast.gulnar)
        post(client, "invite_member", cast.commission.pk, guest.pk)
        guest.person.refresh_from_db()
        assert guest.person.user.email == guest.person.email
        assert not guest.person.user.has_usable_password()
        assert guest.person.invitations.count() == 1
        assert acts(cast.campaign) == ["member-invited"]

    def test_without_an_address(self, cast, signed_in, guest):
        guest.person.email = ""
        guest.person.save()
        client = signed_in(cast.gulnar)
        answer = post(client, "invite_member", cast.commission.pk, guest.pk)
        assert refused(answer, "member-without-address")

    def test_who_signs_in_already(self, cast, signed_in):
        seat = Seat.objects.get(commission=cast.commission, person=cast.vera)
        client = signed_in(cast.gulnar)
        answer = post(client, "invite_member", cast.commission.pk, seat.pk)
        assert refused(answer, "member-has-account")

    @pytest.mark.parametrize(
        ("who", "status"), [("aigerim", 404), ("vera", 403), ("saule", 302)]
    )
    def test_who_invites(self, cast, signed_in, guest, who, status):
        client = signed_in(cast.everybody[who])
        answer = post(client, "invite_member", cast.commission.pk, guest.pk)
        assert answer.status_code == status


def test_pages(cast, signed_in, composed):
    client = signed_in(cast.gulnar)
    assert get(client, "campaign_commissions", cast.campaign.pk).status_code == 200
    page = get(client, "commission", composed.pk)
    assert page.context["may_sit"] is False
    assert get(signed_in(cast.marat), "commission", composed.pk).status_code == 200
    assert get(signed_in(cast.olzhas), "commission", composed.pk).status_code == 404


def test_an_attestation_gets_one_commission(cast, waiting, composed):
    composition = Composition(cast.olzhas, (cast.marat, cast.vera), cast.saule)
    with pytest.raises(RuleBroken, match="commission-examines-nobody"):
        appoint_commission(
            campaign=cast.campaign,
            name={"kk": "Тағы бір комиссия"},
            attestations=[waiting],
            composition=composition,
            by=cast.gulnar,
            now=make.NOON,
        )
    assert list(waiting.commissions.all()) == [composed]
