from collections import Counter

import pytest

from hattama.core.norms.catalogue import ACTS, STATES, catalogue, norm, standings


def test_all_914_norms_are_there():
    by_act = Counter(found.id.partition("/")[0] for found in catalogue())
    assert by_act == {
        "he-process-2020": 299,
        "tve-process-2020": 266,
        "he-attestation-2020": 200,
        "dot-rules-2020": 85,
        "tve-attestation-2020": 64,
    }
    assert set(by_act) == set(ACTS)


def test_ids_are_unique_and_every_norm_is_told_in_full():
    norms = catalogue()
    assert len({found.id for found in norms}) == len(norms) == 914
    assert {found.applies for found in norms} == {"HE", "TVE", "ALL"}
    assert all(found.rule and found.software and found.check for found in norms)
    assert all(found.who for found in norms)


def test_a_norm_is_found_by_its_id():
    found = norm("he-attestation-2020/p33")
    assert (found.area, found.kind, found.applies) == ("final", "limit", "HE")
    assert found.params == {"total_minutes_max": 15}
    with pytest.raises(KeyError):
        norm("he-attestation-2020/p999")


def test_a_norm_without_a_claim_is_planned():
    claimed = {standing.norm_id: standing.state for standing in standings()}
    for found in catalogue():
        assert found.state == claimed.get(found.id, "planned")
        assert found.state in STATES


def test_context_says_why_there_is_nothing_to_do():
    for standing in standings():
        assert bool(standing.reason) == (standing.state == "context")
