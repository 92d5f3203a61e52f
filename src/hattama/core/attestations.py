"""In what form, how long and when a final attestation may be held."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from hattama.core.norms.rulebook import Rulebook
from hattama.core.rules import RuleBroken

LIVE = ("defence", "oral-exam", "written-exam", "test")
FORMS = {"kz-tve": LIVE, "kz-he": (*LIVE, "open-book", "creative")}
LEAST_DISCIPLINES = 2

LIMITS = {
    "defence": "defence-total-minutes",
    "oral-exam": "oral-exam-minutes",
}
LAST_DAYS = {"comprehensive": "postponed-comprehensive-exam-last-date"}
LAST_DAY = "moved-attestation-last-date"


@dataclass(frozen=True)
class Terms:
    """What is decided about an attestation.

    Args:
        form: "defence", "oral-exam", "written-exam", "test", "open-book", "creative".
        scope: of an exam: "single", "comprehensive" or "history"; empty for a defence.
        disciplines: how many disciplines or modules the exam asks about.
        minutes: of one student's hearing, or of the whole written exam.
        profile: of the programme: "general", "art" or "medical".
        health_rules: whether it follows the health ministry's own rules.
        agreed: whether the accredited body's agreement to the dates is at hand.
    """

    form: str
    scope: str
    disciplines: int
    minutes: int
    profile: str
    health_rules: bool
    agreed: bool


def must_be_lawful(terms: Terms, rules: Rulebook) -> None:
    """Refuse an attestation that its rulebook does not know.

    Raises:
        RuleBroken: `form-not-live`, `form-not-offered`, `too-few-disciplines`,
            `hearing-too-long`, `written-exam-too-short`,
            `medical-programme-general-rules`, `health-rules-not-medical`,
            `dates-not-agreed`.

    Sources: tve-attestation-2020/p2, p21b, p23; tve-process-2020/p21-3c, p21-3d,
    p21-3e, p21-3ad; he-attestation-2020/p17b, p33, p35a, p37b.
    """
    _must_have_its_form(terms, rules)
    _must_ask_enough(terms)
    _must_last(terms, rules)
    if rules.code == "kz-tve":
        _must_follow_its_act(terms)


def must_lie_within(day: date, periods: Iterable[tuple[date, date]]) -> None:
    """Refuse a day outside the periods of final attestation, where there are any.

    Args:
        day: of the first sitting, or the first or last day of a campaign.
        periods: first and last days, from the calendar of the learning process.

    Source: tve-process-2020/p21-3b.

    Raises:
        RuleBroken: `outside-calendar`.
    """
    spans = sorted(periods)
    if spans and not any(first <= day <= last for first, last in spans):
        first, last = next((s for s in spans if s[1] >= day), spans[-1])
        raise RuleBroken(
            "outside-calendar",
            "tve-process-2020/p21-3b",
            day=day,
            first=first,
            last=last,
        )


def must_not_be_put_off_past(day: date, scope: str, rules: Rulebook) -> None:
    """Refuse to move an attestation past the last day that its rulebook allows.

    Args:
        day: of the new first sitting.
        scope: of `Terms`.
        rules: in force on the day of the attestation; most set no last day.

    Raises:
        RuleBroken: `put-off-too-far`, with the last day.

    Sources: he-attestation-2020/p24a, t2.postpone-e.
    """
    rule = rules.rules.get(LAST_DAYS.get(scope, LAST_DAY))
    if rule and isinstance(rule.value, date) and day > rule.value:
        raise RuleBroken("put-off-too-far", *rule.basis, day=day, last=rule.value)


def _must_have_its_form(terms: Terms, rules: Rulebook) -> None:
    if terms.form in FORMS[rules.code]:
        return
    if terms.form == "open-book":
        raise RuleBroken("form-not-live", "tve-process-2020/p21-3e")
    raise RuleBroken(
        "form-not-offered", "tve-attestation-2020/p23", "tve-process-2020/p21-3c"
    )


def _must_ask_enough(terms: Terms) -> None:
    if terms.scope == "comprehensive" and terms.disciplines < LEAST_DISCIPLINES:
        raise RuleBroken(
            "too-few-disciplines",
            "tve-attestation-2020/p23",
            given=terms.disciplines,
            least=LEAST_DISCIPLINES,
        )


def _must_last(terms: Terms, rules: Rulebook) -> None:
    if terms.form == "written-exam":
        least = rules.number("written-exam-academic-hours") * rules.number(
            "academic-hour-minutes"
        )
        if terms.minutes < least:
            rule = rules.rule("written-exam-academic-hours")
            raise RuleBroken(
                "written-exam-too-short", *rule.basis, given=terms.minutes, least=least
            )
    if terms.form in LIMITS:
        rule = rules.rule(LIMITS[terms.form])
        if terms.minutes > rule.amount:
            raise RuleBroken(
                "hearing-too-long", *rule.basis, given=terms.minutes, most=rule.amount
            )


def _must_follow_its_act(terms: Terms) -> None:
    medical = terms.profile == "medical"
    if medical and not terms.health_rules:
        raise RuleBroken("medical-programme-general-rules", "tve-attestation-2020/p2")
    if terms.health_rules and not medical:
        raise RuleBroken("health-rules-not-medical", "tve-attestation-2020/p2")
    if medical and not terms.agreed:
        raise RuleBroken("dates-not-agreed", "tve-process-2020/p21-3d")
