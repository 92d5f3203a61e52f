"""The head appoints the appeals commission."""

import pytest
from django.urls import reverse

from hattama.appeals import actions, queries
from hattama.appeals.models import AppealsCommission
from hattama.base import ledger
from hattama.core.rules import RuleBroken
from tests import make
from tests.appeals.conftest import PUBLISHED, signed

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(cast):
    return [make.person(cast.university, surname=f"Сырттан{n}") for n in range(4)]


def url(cast):
    return reverse("appoint_appeals_commission", args=[cast.campaign.pk])


def form(people, **values):
    return {
        "chair": people[0].pk,
        "members": [people[1].pk, people[2].pk],
        "secretary": people[3].pk,
    } | values


def seats(people):
    roles = ["chair", "member", "member", "secretary"]
    return list(zip(people, roles, strict=True))


def appoint(cast, chosen):
    return actions.appoint_appeals_commission(
        campaign=cast.campaign, seats=chosen, by=cast.rustem, now=PUBLISHED
    )


@pytest.mark.norm("he-attestation-2020/p65a")
def test_works(signed_in, cast, people):
    answer = signed_in(cast.rustem).post(url(cast), form(people))
    assert answer.url == url(cast)
    commission = AppealsCommission.objects.get()
    order = commission.order
    assert (order.template, order.state) == ("appeals-order", "signing")
    assert [name["name"] for name in order.facts["members"]] == [
        person.full_name for person in people
    ]
    assert queries.commission_in_force(cast.campaign) is None
    signed(order, PUBLISHED)
    assert queries.commission_in_force(cast.campaign) == commission
    acts = [line.act for line in ledger.lines(f"campaign:{cast.campaign.pk}")]
    assert acts == ["appeals-commission-proposed"]


def test_a_later_order_takes_the_place_of_the_first(cast, people):
    first = appoint(cast, seats(people))
    signed(first.order, PUBLISHED)
    second = appoint(cast, seats([*people[1:], people[0]]))
    assert queries.commission_in_force(cast.campaign) == first
    signed(second.order, PUBLISHED)
    assert queries.commission_in_force(cast.campaign) == second
    assert second.order.supersedes == first.order


@pytest.mark.norm("he-attestation-2020/p65b")
def test_an_even_number(cast, people):
    more = make.person(cast.university)
    with pytest.raises(RuleBroken, match="appeals-even"):
        appoint(cast, [*seats(people), (more, "member")])
    assert not AppealsCommission.objects.exists()


@pytest.mark.norm("he-attestation-2020/p65c")
@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("vera", "appeals-examiner-sits"),
        ("saule", "appeals-examiner-sits"),
        ("gulnar", "appeals-administration-sits"),
    ],
)
def test_whoever_examines_or_administers(cast, people, name, code):
    with pytest.raises(RuleBroken, match=code):
        appoint(cast, seats([*people[:2], getattr(cast, name), people[3]]))


@pytest.mark.norm("he-attestation-2020/p65c")
def test_the_page_offers_only_who_may(signed_in, cast, people):
    page = signed_in(cast.rustem).get(url(cast))
    offered = set(page.context["form"].fields["members"].queryset)
    assert offered == {cast.campaign.made_by, *people} - {cast.gulnar}


def test_two_orders_at_once(cast, people):
    appoint(cast, seats(people))
    with pytest.raises(RuleBroken, match="appeals-order-waits"):
        appoint(cast, seats(people))


def test_without_a_head(cast, people):
    cast.rustem.posts.all().delete()
    with pytest.raises(RuleBroken, match="no-head"):
        appoint(cast, seats(people))


def test_refused_to_each_who_may_not(signed_in, cast, people):
    for who in cast.others("rustem", "zarina"):
        answer = signed_in(who).post(url(cast), form(people))
        assert answer.status_code == (403 if who == cast.gulnar else 404), who
    assert not AppealsCommission.objects.exists()


def test_twice(signed_in, cast, people):
    client = signed_in(cast.rustem)
    sent = form(people, once="0d9a1f4e-6f0c-4b5e-9d58-4f3f3f3f3f3a")
    answers = [client.post(url(cast), sent) for _time in range(2)]
    assert {answer.url for answer in answers} == {url(cast)}
    assert client.post(url(cast), form(people)).status_code == 409
    assert AppealsCommission.objects.count() == 1
