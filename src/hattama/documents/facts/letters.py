"""Facts of acts, applications, decisions and the chair's report."""

from typing import TypedDict

from hattama.documents.facts.parts import Member, Paper, ProgrammeLine, Tally, Texts


class TechnicalAct(TypedDict):
    """`technical-act` (he-attestation-2020/p23b, tve-process-2020/p21-3ak).

    Attributes:
        what: what failed; `cause` as far as it is known, or "".
        since, until: moments between which it failed.
        measures: what was done about it.
        decision: what the commission decided: go on, or stop and another day.
        next_at: the other day, or "" where it is still to be set.
        copies: names of those who are sent a copy.
    """

    programme: ProgrammeLine
    commission_order: Paper
    sitting_at: str
    student: str
    group: str
    what: str
    cause: str
    since: str
    until: str
    measures: list[Texts]
    decision: Texts
    next_at: str
    copies: list[str]


class Application(TypedDict):
    """`application`: absence, appeal, substitution … (tve-process-2020/p21-4a).

    Attributes:
        addressee: whom it is for, name and office in the case of the heading.
        applicant_line: group, programme, as under the name.
        text: the free text, as typed.
        grounds: what it rests on, in the form's own words; may be empty.
        attachments: names of the enclosed files.
    """

    addressee: Texts
    applicant: str
    applicant_line: Texts
    text: str
    grounds: list[Texts]
    attachments: list[str]


class Decided(TypedDict):
    """One point of a decision, and whom it concerns (may be empty)."""

    what: Texts
    students: list[str]


class CommissionDecision(TypedDict):
    """`commission-decision`: readmission, exceptional case, change of form.

    Norms: tve-process-2020/p21-4d, p21-4e, p21-5e; tve-attestation-2020/p31a.

    Attributes:
        matter: "readmission", "exceptional-case" or "change-of-form".
        ayes, noes: votes for and against.
    """

    matter: str
    programme: ProgrammeLine
    commission_order: Paper
    remote: bool
    sitting_at: str
    present: list[Member]
    secretary: str
    grounds: list[Texts]
    ayes: int
    noes: int
    decided: list[Decided]


class ReportLine(TypedDict):
    """Numbers of one programme; `grades` how many had each, in order."""

    programme: ProgrammeLine
    admitted: int
    appeared: int
    passed: int
    failed: int
    absent: int
    grades: list[Tally]


class ChairReport(TypedDict):
    """`chair-report` (he-attestation-2020/p63).

    Attributes:
        conclusions, recommendations: the chair's own words, paragraph by paragraph.
        incidents: how many technical acts were drawn up.
        appeals: how many appeals were lodged, how many changed a result.
    """

    campaign: Texts
    school_year: str
    commission_order: Paper
    chair: str
    starts_on: str
    ends_on: str
    sittings: int
    remote: bool
    lines: list[ReportLine]
    incidents: int
    appeals_lodged: int
    appeals_changed: int
    conclusions: list[str]
    recommendations: list[str]
