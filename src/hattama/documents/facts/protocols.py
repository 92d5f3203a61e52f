"""Facts of the protocols and of the register that follows from them."""

from typing import TypedDict

from hattama.documents.facts.parts import (
    Entry,
    Member,
    Paper,
    ProgrammeLine,
    Question,
    Review,
    Tally,
    Texts,
)


class HearingProtocol(TypedDict):
    """`hearing-protocol`: one student (he-attestation-2020/p62a, tve …/p30).

    Attributes:
        remote: held with distance technologies, as the protocol must say.
        platform: the system in which it was held; "" leaves it out.
        started_at, ended_at: moments of the hearing.
        present, absent: chair and members; `secretary` and `guests` are names.
        identified: how the student was identified.
        topic: of the work; empty texts for an exam.
        ticket: number and text of the ticket; "" where none was drawn.
        papers: what the commission was given: work, review, opinion …, with pages.
        course: what happened, in order.
        grade_secret, degree_secret: how each was voted; None without a vote.
        grade_tally, degree_tally: empty where nothing was voted on.
        quorum: of how many voters how many were present: "4 / 5".
        grade: letter or number; `grade_words` excellent …; `points` 0 to 100.
        passed: False for an unsatisfactory grade.
        basis: "ballot", "aggregate", "checked-work" or "appeal".
        degree: what was awarded, or empty texts.
        special_opinions: of single members, as they dictated them.
        incidents: acts and interruptions.
    """

    sitting: str
    programme: ProgrammeLine
    commission_order: Paper
    admission_order: Paper | None
    remote: bool
    platform: str
    started_at: str
    ended_at: str
    student: str
    group: str
    identified: Texts
    topic: Texts
    supervisor: str
    reviewer: str
    ticket: str
    papers: list[Texts]
    present: list[Member]
    absent: list[Member]
    secretary: str
    guests: list[str]
    course: list[Entry]
    questions: list[Question]
    reviews: list[Review]
    grade_secret: bool | None
    degree_secret: bool | None
    quorum: str
    grade_tally: list[Tally]
    degree_tally: list[Tally]
    grade: str
    grade_words: Texts
    points: int | None
    passed: bool
    basis: str
    degree: Texts
    special_opinions: list[Review]
    incidents: list[Entry]


class SittingLine(TypedDict):
    """A student in a sitting's protocol.

    Attributes:
        outcome: what came of it where there is no grade (absent, another day …).
        protocol: number of the hearing's own protocol, or "".
    """

    name: str
    group: str
    topic: Texts
    started_at: str
    grade: str
    grade_words: Texts
    points: int | None
    outcome: Texts
    protocol: str


class SittingProtocol(TypedDict):
    """`sitting-protocol`: a whole sitting (tve-process-2020/p21-5b).

    Attributes:
        draw_seed: the seed of the ticket draw as revealed at the close, or "".
    """

    programmes: list[ProgrammeLine]
    commission_order: Paper
    remote: bool
    platform: str
    started_at: str
    ended_at: str
    present: list[Member]
    absent: list[Member]
    secretary: str
    hearings: list[SittingLine]
    decisions: list[Texts]
    course: list[Entry]
    draw_seed: str


class RegisterLine(TypedDict):
    """A result in the register; equal to its protocol."""

    name: str
    group: str
    topic: Texts
    grade: str
    grade_words: Texts
    points: int | None
    protocol: Paper


class ResultsRegister(TypedDict):
    """`results-register` (he-attestation-2020/p73e, tve-process-2020/p21-5h)."""

    campaign: Texts
    school_year: str
    programme: ProgrammeLine
    commission_order: Paper
    held_on: list[str]
    lines: list[RegisterLine]


class AppealDecision(TypedDict):
    """`appeal-decision`: protocol of the appeals commission (he …/p66, p67).

    Attributes:
        decision: "upheld", "changed" or "reheard".
        tally: votes by decision, with the same words.
        old_grade, new_grade: "" where there is none.
    """

    order: Paper
    sitting_at: str
    application: Paper
    student: str
    group: str
    programme: ProgrammeLine
    protocol: Paper
    claim: str
    old_grade: str
    old_points: int | None
    present: list[Member]
    secretary: str
    considered: list[Texts]
    decision: str
    tally: list[Tally]
    new_grade: str
    new_grade_words: Texts
    new_points: int | None
    reason: str
