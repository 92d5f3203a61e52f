"""What a sitting is convened with, gathered from the tables."""

from datetime import date, datetime
from typing import Literal, cast
from zoneinfo import ZoneInfo

from hattama.core.norms.rulebook import Rulebook
from hattama.core.rules import RuleBroken
from hattama.core.sitting import Commission as Sitters
from hattama.core.sitting import Kind, Plan, Rules, Turn
from hattama.documents.models import Document
from hattama.final.models import Attestation, Commission, Hearing, Seat, Sitting
from hattama.people.models import Institution, Post
from hattama.people.queries import holders, rulebook_of

# The forms in which a student stands before the commission, and those that are
# written; the core knows how each of them goes.
_KINDS = {
    Attestation.Form.DEFENCE: Kind.DEFENCE,
    Attestation.Form.ORAL: Kind.ORAL,
    Attestation.Form.CREATIVE: Kind.ORAL,
    Attestation.Form.WRITTEN: Kind.WRITTEN,
    Attestation.Form.OPEN_BOOK: Kind.WRITTEN,
    Attestation.Form.TEST: Kind.TEST,
}

# Who identifies chair and members (he-attestation-2020/p44b); a college has no dean.
_IDENTIFY = (Post.Office.DEPARTMENT_HEAD, Post.Office.DEAN, Post.Office.VICE_HEAD)


def plan_of(sitting: Sitting, commitment: str) -> Plan:
    """Everything that the log needs to be replayed without a table.

    Args:
        sitting: with its hearings laid out.
        commitment: binds the seed of the draw; "" without tickets.

    Raises:
        RuleBroken: "no-agenda", "commission-without-order".
    """
    institution = sitting.commission.campaign.institution
    zone = ZoneInfo(institution.zone)
    hearings = list(
        sitting.hearings.select_related("candidate__attestation", "candidate__student")
    )
    if not hearings:
        raise RuleBroken("no-agenda")
    return Plan(
        sitting=str(sitting.pk),
        starts=sitting.starts_at.astimezone(zone),
        commission=_sitters(sitting, institution),
        agenda=tuple(_turn(hearing, zone) for hearing in hearings),
        rules=_rules(sitting, institution, hearings[0].candidate.attestation),
        tickets=tuple(map(str, _tickets(hearings))) if commitment else (),
        commitment=commitment,
    )


def must_have_order(commission: Commission) -> Document:
    """Give the registered order of a commission, without which it may not sit.

    Raises:
        RuleBroken: "commission-without-order" (he-attestation-2020/p19a,
            tve-attestation-2020/p15a).
    """
    order = commission.order
    if order is None or order.state != Document.State.REGISTERED:
        raise RuleBroken(
            "commission-without-order",
            "he-attestation-2020/p19a",
            "tve-attestation-2020/p15a",
        )
    return order


def has_tickets(sitting: Sitting) -> bool:
    """Whether tickets are drawn at a sitting."""
    hearings = sitting.hearings.select_related("candidate__attestation")
    return bool(_tickets(list(hearings)))


def _tickets(hearings: list[Hearing]) -> range:
    tickets = (len(hearing.candidate.attestation.tickets) for hearing in hearings)
    return range(1, max(tickets, default=0) + 1)


def _sitters(sitting: Sitting, institution: Institution) -> Sitters:
    seats = list(sitting.commission.seats.all())
    order = must_have_order(sitting.commission)
    on = _day(sitting.starts_at, institution)
    identifiers = [
        holder.key
        for office in _IDENTIFY
        for holder in holders(institution, office, on)
    ]
    return Sitters(
        chair=_only(seats, Seat.Role.CHAIR),
        members=tuple(
            str(seat.person_id) for seat in seats if seat.role == Seat.Role.MEMBER
        ),
        secretary=_only(seats, Seat.Role.SECRETARY),
        identifiers=tuple(dict.fromkeys(identifiers)),
        order_number=str(order.number),
        order_date=_day(order.registered_at or order.made_at, institution),
    )


def _day(at: datetime, institution: Institution) -> date:
    return at.astimezone(ZoneInfo(institution.zone)).date()


def _only(seats: list[Seat], role: str) -> str:
    return next(str(seat.person_id) for seat in seats if seat.role == role)


def _turn(hearing: Hearing, zone: ZoneInfo) -> Turn:
    candidate = hearing.candidate
    return Turn(
        id=str(hearing.pk),
        student=str(candidate.student.person_id),
        kind=_KINDS[Attestation.Form(candidate.attestation.form)],
        starts=hearing.planned_at.astimezone(zone),
        supervisors=(str(candidate.supervisor_id),) if candidate.supervisor_id else (),
        guests=(str(candidate.reviewer_id),) if candidate.reviewer_id else (),
    )


def _rules(
    sitting: Sitting, institution: Institution, attestation: Attestation
) -> Rules:
    book = rulebook_of(institution, _day(sitting.starts_at, institution))
    number = book.number
    return Rules(
        book=cast("Literal['kz-he', 'kz-tve']", institution.book),
        scale=str(book.value("scale")),
        grade_rule=cast("Literal['majority', 'mean']", book.value("grade-rule")),
        grade_secrecy=_secrecy(book, "grade-vote"),
        degree_secrecy=_secrecy(book, "degree-vote") if awards(attestation) else None,
        tie=cast("Literal['chair', 'revote']", book.value("tie")),
        quorum=book.share("quorum"),
        supervisor_votes=bool(book.value("supervisor-votes")),
        talk_warning=number("talk-warning-minutes"),
        talk_limit=number("talk-minutes"),
        whole_warning=number("defence-total-minutes") - 2,
        whole_limit=number("defence-total-minutes"),
        preparation=attestation.preparation_minutes or number("preparation-minutes"),
        work=attestation.minutes,
        shortest_work=number("written-exam-academic-hours")
        * number("academic-hour-minutes"),
        day_limit=number("sitting-hours-per-day") * 60,
        identification_opens=number("identification"),
        signed_first=institution.kind == Institution.Kind.COLLEGE,
        exception_by_application=institution.kind == Institution.Kind.UNIVERSITY,
        scheduled_days=_days_of(sitting, institution),
    )


def awards(attestation: Attestation) -> bool:
    """Whether the commission votes on the degree or qualification here.

    It does so once for a programme: after the defence where there is one, else after
    the exam that concludes the programme, never after the state exam in history
    (he-attestation-2020/p20.2, p60b).
    """
    if attestation.form == Attestation.Form.DEFENCE:
        return True
    if attestation.scope == Attestation.Scope.HISTORY:
        return False
    others = Attestation.objects.filter(
        campaign=attestation.campaign_id, programme=attestation.programme_id
    ).exclude(scope=Attestation.Scope.HISTORY)
    if others.filter(form=Attestation.Form.DEFENCE).exists():
        return False
    last = others.order_by("first_sitting", "pk").last()
    return last is None or last.pk == attestation.pk


def _secrecy(book: Rulebook, key: str) -> Literal["open", "secret"]:
    return "secret" if book.value(key) == "secret" else "open"


def _days_of(sitting: Sitting, institution: Institution) -> tuple[date, ...]:
    starts = sitting.commission.sittings.values_list("starts_at", flat=True)
    return tuple(sorted({_day(start, institution) for start in starts}))
