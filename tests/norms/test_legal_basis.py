"""An attestation says by which acts it is held."""

import pytest

from tests.final.preparing import get, tve

ORDERS = ("125", "18 March 2008", "137", "20 March 2015")
HEALTH = "KR DSM-46"


def page(signed_in, person, attestation):
    client = signed_in(person)
    client.cookies["django_language"] = "en"
    return get(client, "attestation", attestation.pk).content.decode()


@pytest.mark.norm("tve-attestation-2020/p1", "tve-process-2020/p21a")
def test_a_college_goes_by_the_orders_125_and_137(cast, signed_in):
    attestation = tve(cast)
    shown = page(signed_in, cast.timur, attestation)
    assert all(part in shown for part in ORDERS)
    assert HEALTH not in shown


@pytest.mark.norm("tve-attestation-2020/p2", "tve-process-2020/p21b")
def test_a_medical_programme_goes_by_the_order_on_health(cast, signed_in):
    attestation = tve(cast, health_rules=True)
    shown = page(signed_in, cast.timur, attestation)
    assert HEALTH in shown
    assert ORDERS[1] not in shown


def test_a_university_goes_by_the_order_595(cast, signed_in):
    assert "595" in page(signed_in, cast.gulnar, cast.attestation)
