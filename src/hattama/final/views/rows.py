"""Milestones as a page shows them: with their words, proof and next step."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hattama.core.milestones import Milestone
from hattama.core.norms.citation import one_a_place
from hattama.final.models import Attestation
from hattama.final.queries.words import MILESTONES, OFFICES

Deed = tuple[str, str | Promise]

# Where one goes to do it; what belongs to the campaign goes by the campaign's number.
STEPS: dict[str, Deed] = {
    "acquaintance": ("acquaintance", _("Acquaint the students")),
    "topics-order": ("topics", _("Fill in the topics")),
    "predefence": ("meetings", _("Record the preliminary defence")),
    "admission-order": ("admission", _("Prepare the admission")),
    "pack-submission": ("packs", _("See what is handed in")),
    "webinar": ("meetings", _("Set the webinar")),
    "technical-check": ("technical_checks", _("Check the equipment")),
}
CAMPAIGN_STEPS: dict[str, Deed] = {
    "commission-order": ("campaign_commissions", _("Compose the commission")),
}


@dataclass(frozen=True)
class Row:
    """A milestone with its title, who answers for it, and where it is done."""

    milestone: Milestone
    title: str | Promise
    posts: list[str | Promise]
    deed: str | Promise
    deed_url: str

    @property
    def norms(self) -> list[str]:
        """One norm of each paragraph: a chip names the paragraph, not its sentence."""
        return one_a_place(self.milestone.basis)

    @property
    def open(self) -> bool:
        """Whether there is something to do about it now."""
        return self.milestone.state in ("due", "late")


@dataclass(frozen=True)
class Summary:
    """An attestation in a line: its milestones, what comes next, what is late."""

    attestation: Attestation
    rows: list[Row]

    @property
    def next(self) -> Row | None:
        """The most urgent of what can be done now."""
        waiting = [row for row in self.rows if row.open]
        timed = [row for row in waiting if row.milestone.due]
        return min(timed, key=_due, default=waiting[0] if waiting else None)

    @property
    def late(self) -> int:
        """How many milestones are late or impossible."""
        return sum(row.milestone.state in ("late", "impossible") for row in self.rows)

    @property
    def done(self) -> int:
        """How many milestones are done."""
        return sum(row.milestone.state == "done" for row in self.rows)


def summary(attestation: Attestation, milestones: Sequence[Milestone]) -> Summary:
    """Give an attestation's milestones their words."""
    return Summary(attestation, [_row(attestation, stone) for stone in milestones])


def _row(attestation: Attestation, milestone: Milestone) -> Row:
    name, words = STEPS.get(milestone.code, ("", ""))
    url = reverse(name, args=[attestation.pk]) if name else ""
    if milestone.code in CAMPAIGN_STEPS:
        name, words = CAMPAIGN_STEPS[milestone.code]
        url = reverse(name, args=[attestation.campaign_id])
    posts = [OFFICES[office] for office in milestone.plan.offices]
    return Row(milestone, MILESTONES[milestone.code], posts, words, url)


def _due(row: Row) -> float:
    due = row.milestone.due
    return due.timestamp() if due else float("inf")
