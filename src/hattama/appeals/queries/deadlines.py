"""Until when: counted here for the page that shows it and the deed that enforces it."""

from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo

from hattama.appeals.models import Appeal
from hattama.calendars.queries import calendar_of
from hattama.core.deadlines import Deadline, count
from hattama.core.norms.rulebook import Rulebook
from hattama.final.models import Result
from hattama.people.models import Institution
from hattama.people.queries import rulebook_of


class Counting:
    """An institution's rules and working days, looked up once for a whole list."""

    def __init__(self, institution: Institution) -> None:
        self.zone = ZoneInfo(institution.zone)
        self.calendar = cache(lambda: calendar_of(institution))
        self.rules = cache(lambda on: rulebook_of(institution, on))

    def count(self, rule: str, event: datetime) -> Deadline:
        """Count a rule, as in force on the local day of the event, from the event."""
        rules = self.rules(event.astimezone(self.zone).date())
        return count(rules.rule(rule), event, self.calendar())


def appeal_deadline(result: Result, counting: Counting | None = None) -> Deadline:
    """Until when a published result can be appealed against.

    Norms: he-attestation-2020/p64a, tve-process-2020/p21-3ao.

    Raises:
        ValueError: for a result that is not published.
    """
    if result.published_at is None:
        raise ValueError(f"result {result.pk} is not published")
    return _counting(counting, result).count("appeal-window", result.published_at)


def hearing_deadline(appeal: Appeal, counting: Counting | None = None) -> Deadline:
    """Until when the appeals commission must meet (he-attestation-2020/p66)."""
    return _counting(counting, appeal.result).count("appeal-hearing", appeal.lodged_at)


def answer_deadline(
    appeal: Appeal, counting: Counting | None = None
) -> Deadline | None:
    """Until when the student must have the answer (he-attestation-2020/p67).

    None while nothing is decided.
    """
    if appeal.decided_at is None:
        return None
    return _counting(counting, appeal.result).count("appeal-answer", appeal.decided_at)


def institution_of(result: Result) -> Institution:
    """Whose result it is."""
    return result.candidate.attestation.campaign.institution


def rules_for(result: Result, at: datetime) -> Rulebook:
    """The rulebook in force for a result on the local day of a moment."""
    institution = institution_of(result)
    return rulebook_of(institution, at.astimezone(ZoneInfo(institution.zone)).date())


def scale_of(result: Result) -> str:
    """The scale in force when a result was decided: "letter", "five" or "points"."""
    return str(rules_for(result, result.decided_at).value("scale"))


def _counting(given: Counting | None, result: Result) -> Counting:
    return given or Counting(institution_of(result))
