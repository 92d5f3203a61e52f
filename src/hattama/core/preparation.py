"""What there is to do for a final attestation, in the order of the work."""

from hattama.core.milestones import Plan

PREPARERS = ("vice_head", "dean", "department_head", "registrar")
SECRETARY = ("technical_secretary",)

PLANS = (
    Plan(
        "commission-order",
        ("head",),
        rule="commission-order",
        basis={
            "kz-tve": ("tve-attestation-2020/p15a",),
            "kz-he": ("he-attestation-2020/p19a",),
        },
        needed_for=("sitting",),
    ),
    Plan(
        "acquaintance",
        PREPARERS,
        rule="acquaintance",
        basis={
            "kz-tve": ("tve-attestation-2020/p17b",),
            "kz-he": ("he-attestation-2020/p70c", "he-attestation-2020/p74b"),
        },
    ),
    Plan(
        "topics-order",
        ("head",),
        basis={
            "kz-tve": ("tve-attestation-2020/p18e",),
            "kz-he": ("he-attestation-2020/p27",),
        },
        needed_for=("admission-order",),
    ),
    Plan(
        "predefence",
        ("department_head",),
        basis={"kz-tve": ("tve-attestation-2020/p18f",)},
        needed_for=("admission-order",),
    ),
    Plan(
        "admission-order",
        ("head",),
        basis={
            "kz-tve": ("tve-process-2020/p21-3m", "tve-process-2020/p21-3an"),
            "kz-he": ("he-attestation-2020/p70d", "he-attestation-2020/p70e"),
        },
        needed_for=("pack-submission", "defence-notice", "technical-check"),
    ),
    Plan(
        "pack-submission",
        ("student",),
        rule="pack-submission",
        basis={
            "kz-tve": ("tve-process-2020/p21-3y",),
            "kz-he": ("he-attestation-2020/p74c",),
        },
    ),
    Plan(
        "webinar",
        ("technical_secretary", "dean"),
        rule="webinar",
        basis={
            "kz-tve": ("tve-attestation-2020/p19b", "tve-process-2020/p21-3k"),
            "kz-he": ("he-attestation-2020/p70f", "he-attestation-2020/p73b"),
        },
    ),
    Plan(
        "defence-notice",
        SECRETARY,
        rule="defence-notice",
        basis={
            "kz-tve": ("tve-attestation-2020/p14", "tve-process-2020/p21-3a"),
            "kz-he": ("he-attestation-2020/p70c",),
        },
    ),
    Plan(
        "appeals-commission",
        ("head",),
        basis={
            "kz-tve": ("tve-process-2020/p21-3ao",),
            "kz-he": ("he-attestation-2020/p65a",),
        },
    ),
    Plan(
        "technical-check",
        SECRETARY,
        rule="technical-check",
        basis={
            "kz-tve": ("tve-process-2020/p21-3v",),
            "kz-he": ("he-attestation-2020/p73a",),
        },
    ),
    Plan(
        "sitting",
        ("chair", "technical_secretary"),
        basis={
            "kz-tve": ("tve-process-2020/p21-3b",),
            "kz-he": ("he-attestation-2020/p17b",),
        },
    ),
    Plan(
        "protocols",
        ("chair", "technical_secretary"),
        rule="results",
        basis={
            "kz-tve": ("tve-attestation-2020/p30",),
            "kz-he": ("he-attestation-2020/p62a",),
        },
        event="last-sitting",
        needed_for=("results",),
    ),
    Plan(
        "results",
        ("registrar",),
        rule="results",
        basis={
            "kz-tve": ("tve-attestation-2020/p29b",),
            "kz-he": ("he-attestation-2020/p61",),
        },
        event="last-sitting",
    ),
    Plan(
        "appeal-window",
        ("student",),
        rule="appeal-window",
        event="publication",
        passes=True,
    ),
    Plan(
        "chair-report",
        ("chair",),
        basis={"kz-he": ("he-attestation-2020/p63",)},
        event="last-sitting",
    ),
)

OF_A_DEFENCE = frozenset({"topics-order", "predefence"})
OF_A_PACK = frozenset({"pack-submission"})


def plans_for(form: str, book: str, *, has_pack: bool) -> tuple[Plan, ...]:
    """Give what there is to do for an attestation.

    Args:
        form: its form, such as "defence" or "oral-exam".
        book: the rulebook, "kz-he" or "kz-tve".
        has_pack: whether students hand anything in before it.

    Sources: tve-attestation-2020/p14 to p30; he-attestation-2020/p61 to p74.
    """
    left_out = frozenset[str]()
    if form != "defence":
        left_out |= OF_A_DEFENCE
    if not has_pack:
        left_out |= OF_A_PACK
    return tuple(
        plan
        for plan in PLANS
        if plan.code not in left_out and (plan.rule or plan.basis.get(book))
    )
