from collections import Counter
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hattama.core import draw
from hattama.core.rules import RuleBroken

SEED = "0123456789abcdef" * 4
TICKETS = [str(number) for number in range(1, 26)]
seeds = st.binary(min_size=32, max_size=32).map(bytes.hex)


@pytest.mark.norm("tve-attestation-2020/p25a", "tve-process-2020/p21-3ae")
def test_the_draw_can_be_recomputed_by_hand():
    digest = sha256(f"{SEED}:sitting-7:1:0".encode()).hexdigest()
    by_hand = TICKETS[int(digest, 16) % 25]
    assert draw.draw(SEED, "sitting-7", 1, TICKETS) == by_hand


@pytest.mark.norm("tve-attestation-2020/p25a")
@given(seeds, st.integers(1, 25))
def test_no_ticket_is_drawn_twice(seed, draws):
    out = draw.drawn(seed, "s", TICKETS, draws)
    assert len(set(out)) == draws
    assert set(out) <= set(TICKETS)


def test_all_tickets_are_about_equally_likely():
    drawn = Counter(draw.draw(SEED, str(n), 1, TICKETS[:5]) for n in range(5000))
    assert set(drawn) == set(TICKETS[:5])
    assert all(900 < number < 1100 for number in drawn.values())


def test_a_number_too_great_to_be_fair_is_passed_over():
    assert draw.place([2**256 - 1, 5], 3) == 2
    assert draw.place([2**256 - 2, 5], 3) == (2**256 - 2) % 3


def test_the_commitment_binds_the_seed():
    assert draw.commitment(SEED) == sha256(bytes.fromhex(SEED)).hexdigest()
    assert draw.commitment(SEED) != draw.commitment(SEED.replace("0", "1"))


@pytest.mark.parametrize("seed", ["", "…", "ab" * 31, "AB" * 32, " " + "ab" * 32])
def test_a_weak_or_oddly_written_seed_is_refused(seed):
    with pytest.raises(RuleBroken) as refused:
        draw.commitment(seed)
    assert refused.value.code == "weak-seed"


def test_no_tickets_left():
    with pytest.raises(RuleBroken) as refused:
        draw.draw(SEED, "s", 26, [])
    assert refused.value.code == "no-tickets-left"
