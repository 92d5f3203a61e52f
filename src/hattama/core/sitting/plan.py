"""What a sitting is convened with: enough to replay its log without any table."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from hattama.core.ballots import SCALES, Fraction, GradeRule, Scale, TieRule
from hattama.core.sitting.steps import Kind

Book = Literal["kz-he", "kz-tve"]
Secrecy = Literal["open", "secret"]


@dataclass(frozen=True)
class Commission:
    """Who sits, by person id.

    Attributes:
        chair: presides and votes.
        members: vote beside the chair.
        secretary: the technical secretary; has no vote.
        identifiers: head of department, dean: identify chair and members.
        order_number: of the order that appointed the commission.
        order_date: of that order.
    """

    chair: str
    members: tuple[str, ...]
    secretary: str
    identifiers: tuple[str, ...]
    order_number: str
    order_date: date

    @property
    def voters(self) -> tuple[str, ...]:
        """Everyone with a vote, the chair first."""
        return (self.chair, *self.members)


@dataclass(frozen=True)
class Turn:
    """One student's place in the agenda.

    Attributes:
        id: of the hearing.
        student: person id.
        kind: what the student is heard for.
        starts: planned time.
        supervisors: person ids; they vote only where the rules let them.
        guests: others who may be in the room (reviewer, interpreter), person ids.
        extra_minutes: added to preparation and work for special needs.
    """

    id: str
    student: str
    kind: Kind
    starts: datetime
    supervisors: tuple[str, ...] = ()
    guests: tuple[str, ...] = ()
    extra_minutes: int = 0


@dataclass(frozen=True)
class Rules:
    """What the regulation and the institution have laid down for the sitting.

    Attributes:
        book: whose paragraphs a refusal cites.
        scale: "letter", "five" or "points".
        grade_rule: how votes become a grade.
        grade_secrecy: of the ballot for the grade.
        degree_secrecy: of the ballot for the degree; None where none is awarded.
        tie: who settles a tie.
        quorum: upper and lower number of the fraction of voters.
        conflicts_shrink_quorum: a member in conflict of interest is not counted.
        supervisor_votes: the supervisor votes on the own student.
        identify_members: chair and members count only once identified.
        talk_warning, talk_limit: minutes of the student's talk.
        whole_warning, whole_limit: minutes of one student's defence.
        oral_limit: minutes of one student's oral exam, preparation not counted.
        preparation, work: minutes for the oral answer and for the written work.
        shortest_work: minutes that a written work lasts at least.
        day_limit: minutes the commission sits on one day; None without a limit.
        identification_opens: minutes before the sitting.
        signed_first: results are announced after the protocols are signed.
        exception_by_application: an aggregate grade needs the student's application.
        scheduled_days: the commission's days, for who was absent; empty: any later day.
        remote: with distance technologies; the protocol must say so.
    """

    book: Book
    scale: str
    grade_rule: GradeRule = "majority"
    grade_secrecy: Secrecy = "open"
    degree_secrecy: Secrecy | None = None
    tie: TieRule = "chair"
    quorum: Fraction = (2, 3)
    conflicts_shrink_quorum: bool = True
    supervisor_votes: bool = False
    identify_members: bool = True
    talk_warning: int = 7
    talk_limit: int = 10
    whole_warning: int = 13
    whole_limit: int = 15
    oral_limit: int = 15
    preparation: int = 30
    work: int = 100
    shortest_work: int = 0
    day_limit: int | None = 300
    identification_opens: int = 30
    signed_first: bool = False
    exception_by_application: bool = True
    scheduled_days: tuple[date, ...] = ()
    remote: bool = True

    @property
    def grades(self) -> Scale:
        """The scale of the grade ballot."""
        return SCALES[self.scale]

    def whole(self, kind: Kind) -> int:
        """Return the minutes that one student stands before the commission at most.

        he-attestation-2020/p33, tve-attestation-2020/p21b, tve-process-2020/p21-3ab;
        for the oral exam tve-process-2020/p21-3ad.
        """
        return self.oral_limit if kind is Kind.ORAL else self.whole_limit


@dataclass(frozen=True)
class Plan:
    """A sitting as convened.

    Attributes:
        sitting: id, part of every ticket draw.
        starts: planned time, in the institution's own offset from UTC.
        agenda: one turn per student, in the order of the queue.
        tickets: as the draw counts them; empty where none are drawn.
        commitment: binds the seed of the draw (core.draw); "" without tickets.
    """

    sitting: str
    starts: datetime
    commission: Commission
    agenda: tuple[Turn, ...]
    rules: Rules
    tickets: tuple[str, ...] = ()
    commitment: str = ""
