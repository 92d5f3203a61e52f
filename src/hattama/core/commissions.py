"""Of whom an attestation commission may consist."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from hattama.core.norms.rulebook import Rulebook
from hattama.core.rules import RuleBroken

LEAST_VOTERS = 3
BASIS = {
    "kz-tve": "tve-attestation-2020/p15a",
    "kz-he": "he-attestation-2020/p19a",
}
SECRETARY_BASIS = {
    "kz-tve": "tve-process-2020/p21-3v",
    "kz-he": "he-attestation-2020/p60a",
}


@dataclass(frozen=True)
class Seated:
    """Somebody in a commission.

    Args:
        person: who.
        role: "chair", "member" or "secretary".
        outside: whether they work elsewhere.
        supervises: whether they supervise somebody whom the commission examines.
        reachable: whether they have an account or an address to be invited at.
    """

    person: str
    role: str
    outside: bool = False
    supervises: bool = False
    reachable: bool = True


def must_be_complete(seats: Sequence[Seated], rules: Rulebook) -> None:
    """Refuse a composition that cannot examine.

    Raises:
        RuleBroken: `commission-seat-twice`, `commission-without-chair`,
            `commission-without-secretary`, `commission-too-small`.

    Sources: tve-attestation-2020/p15a; tve-process-2020/p21-3v;
    he-attestation-2020/p19a, p60a.
    """
    norm = BASIS[rules.code]
    if len({seat.person for seat in seats}) < len(seats):
        raise RuleBroken("commission-seat-twice", norm)
    roles = Counter(seat.role for seat in seats)
    if roles["chair"] != 1:
        raise RuleBroken("commission-without-chair", norm)
    if roles["secretary"] != 1:
        raise RuleBroken("commission-without-secretary", SECRETARY_BASIS[rules.code])
    voters = roles["chair"] + roles["member"]
    if voters < LEAST_VOTERS:
        raise RuleBroken(
            "commission-too-small", norm, voters=voters, least=LEAST_VOTERS
        )


def doubts(seats: Sequence[Seated], rules: Rulebook) -> tuple[str, ...]:
    """Say what the norms leave open and the institution should look at.

    Gives codes: `even` (a tie may arise), `chair-inside` (the chair works here),
    `supervisor-sits` (and does not vote on their own students), `unreachable`.
    """
    voters = [seat for seat in seats if seat.role != "secretary"]
    found = {
        "even": rules.value("commission-seats") == "odd" and len(voters) % 2 == 0,
        "chair-inside": any(s.role == "chair" and not s.outside for s in seats),
        "supervisor-sits": not rules.value("supervisor-votes")
        and any(seat.supervises for seat in voters),
        "unreachable": not all(seat.reachable for seat in seats),
    }
    return tuple(code for code, doubtful in found.items() if doubtful)
