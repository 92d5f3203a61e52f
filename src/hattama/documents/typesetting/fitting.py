"""Which template is made from which facts."""

from collections.abc import Mapping
from typing import Any

from hattama.core.rules import RuleBroken
from hattama.documents import facts as forms

FACTS: Mapping[str, Any] = {
    "commission-order": forms.CommissionOrder,
    "admission-order": forms.AdmissionOrder,
    "topics-order": forms.TopicsOrder,
    "appeals-order": forms.AppealsOrder,
    "technical-act": forms.TechnicalAct,
    "hearing-protocol": forms.HearingProtocol,
    "sitting-protocol": forms.SittingProtocol,
    "application": forms.Application,
    "appeal-decision": forms.AppealDecision,
    "commission-decision": forms.CommissionDecision,
    "chair-report": forms.ChairReport,
    "results-register": forms.ResultsRegister,
}


def must_fit(template: str, facts: Mapping[str, Any]) -> None:
    """Check that the facts are all there.

    Raises:
        RuleBroken: "protocol-silent-on-distance" (tve-attestation-2020/p30).
        ValueError: for a template that does not exist, or another missing fact.
    """
    if template not in FACTS:
        raise ValueError(f"no template {template}")
    missing = FACTS[template].__required_keys__ - facts.keys()
    if "remote" in missing:
        raise RuleBroken("protocol-silent-on-distance", "tve-attestation-2020/p30")
    if missing:
        raise ValueError(f"{template} lacks {', '.join(sorted(missing))}")
