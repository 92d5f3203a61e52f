"""Facts of the orders of the head of the institution."""

from typing import TypedDict

from hattama.documents.facts.parts import Member, Paper, ProgrammeLine, Texts


class CommissionOrder(TypedDict):
    """`commission-order` (tve-attestation-2020/p15c).

    Attributes:
        campaign: its title.
        school_year: "2025-2026".
        starts_on, ends_on: days between which the commission works.
        members: the chair first, the technical secretary last.
        control: who sees to it that the order is carried out; "" for the head.
    """

    campaign: Texts
    school_year: str
    starts_on: str
    ends_on: str
    programmes: list[ProgrammeLine]
    members: list[Member]
    control: str


class Admitted(TypedDict):
    """A student who is admitted."""

    name: str
    group: str


class NotAdmitted(TypedDict):
    """A student who is not admitted, and why."""

    name: str
    group: str
    reason: Texts


class AdmissionOrder(TypedDict):
    """`admission-order` (tve-process-2020/p21-3m)."""

    campaign: Texts
    school_year: str
    programme: ProgrammeLine
    admitted: list[Admitted]
    refused: list[NotAdmitted]
    control: str


class Topic(TypedDict):
    """A student's topic; `supervisor` and `reviewer` with their positions, or ""."""

    name: str
    group: str
    topic: Texts
    supervisor: str
    reviewer: str


class TopicsOrder(TypedDict):
    """`topics-order` (tve-attestation-2020/p18e)."""

    campaign: Texts
    school_year: str
    programme: ProgrammeLine
    topics: list[Topic]
    control: str


class AppealsOrder(TypedDict):
    """`appeals-order` (he-attestation-2020/p65a).

    Attributes:
        commissions: the orders of the attestation commissions it hears appeals from.
    """

    campaign: Texts
    school_year: str
    starts_on: str
    ends_on: str
    members: list[Member]
    commissions: list[Paper]
    control: str
