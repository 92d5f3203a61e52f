"""Who is admitted to final attestation, and what must be handed in before it."""

from collections.abc import Collection
from dataclasses import dataclass

from hattama.core.norms.rulebook import Rulebook
from hattama.core.rules import RuleBroken

ADMISSION = {
    "kz-tve": ("tve-process-2020/p21-3f",),
    "kz-he": ("he-attestation-2020/p70d",),
}
TOPIC = {
    "kz-tve": ("tve-process-2020/p21-3an",),
    "kz-he": ("he-attestation-2020/p27",),
}
PACKS = {
    "kz-tve": ("work", "review", "presentation"),
    "kz-he": ("work", "review", "opinion", "presentation"),
}
# Ballet artist, dance ensemble artist, circus artist (tve-attestation-2020/p34a).
STAGE_CODES = ("0408013", "0408023", "0410013")


@dataclass(frozen=True)
class Standing:
    """What admission depends on.

    Args:
        studying: whether the student is enrolled and not on leave.
        debts: subjects not passed.
        credits, needed: credits earned, and those of the whole programme.
        defends: whether it is a defence.
        topic: whether the topic stands in a registered order.
        supervisor: whether a supervisor is appointed.
        predefended: whether the preliminary defence is passed.
        acquainted: whether the student confirmed to know the procedure.
    """

    studying: bool
    debts: int
    credits: int
    needed: int
    defends: bool
    topic: bool
    supervisor: bool
    predefended: bool
    acquainted: bool


def reasons_against(standing: Standing, rules: Rulebook) -> tuple[str, ...]:
    """Say why a student cannot be admitted; empty for one who can.

    Gives codes: `not-studying`, `has-debts`, `programme-unfinished`,
    `topic-not-approved`, `no-supervisor`.

    Sources: tve-process-2020/p21-3f, p21-3an; he-attestation-2020/p27, p70d.
    """
    most = rules.number("academic-debts") if "academic-debts" in rules.rules else 0
    found = {
        "not-studying": not standing.studying,
        "has-debts": standing.debts > most,
        "programme-unfinished": standing.credits < standing.needed,
        "topic-not-approved": standing.defends and not standing.topic,
        "no-supervisor": standing.defends and not standing.supervisor,
    }
    return tuple(code for code, true in found.items() if true)


def doubts(standing: Standing) -> tuple[str, ...]:
    """Say what is still missing without standing in the way.

    Gives codes: `predefence-skipped`, `not-acquainted`.

    Sources: tve-attestation-2020/p17c, p18f.
    """
    found = {
        "predefence-skipped": standing.defends and not standing.predefended,
        "not-acquainted": not standing.acquainted,
    }
    return tuple(code for code, true in found.items() if true)


def must_be_admissible(name: str, standing: Standing, rules: Rulebook) -> None:
    """Refuse to put a student into an admission order who may not be admitted.

    Raises:
        RuleBroken: `not-admissible`, with the first reason's code.
    """
    reasons = reasons_against(standing, rules)
    if reasons:
        norms = ADMISSION[rules.code] + (TOPIC[rules.code] if standing.defends else ())
        raise RuleBroken("not-admissible", *norms, name=name, reason=reasons[0])


def required_parts(
    form: str, book: str, profile: str, code: str
) -> tuple[frozenset[str], ...]:
    """Say what a pack must hold: for each requirement, the parts that fulfil it.

    Args:
        form: of the attestation.
        book: "kz-he" or "kz-tve".
        profile: of the programme: "general", "art" or "medical".
        code: of the programme; a college's qualification begins with it.

    Sources: tve-process-2020/p21-3x, p21-3y; tve-attestation-2020/p33, p34a, p34b, p35;
    he-attestation-2020/p74c.
    """
    if form == "defence":
        return tuple(frozenset({part}) for part in PACKS[book])
    if book != "kz-tve" or profile != "art":
        return ()
    reference = frozenset({"reference", "review"})
    if code.startswith(STAGE_CODES):
        return (frozenset({"stage"}), reference)
    return (frozenset({"reference"}),)


def missing_parts(
    required: tuple[frozenset[str], ...], handed: Collection[str]
) -> tuple[frozenset[str], ...]:
    """Give the requirements that nothing handed in fulfils."""
    return tuple(parts for parts in required if parts.isdisjoint(handed))
