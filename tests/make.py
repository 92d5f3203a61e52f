"""Plain functions that make things, with defaults for all that is not the point."""

import itertools
from datetime import UTC, date, datetime, timedelta

from hattama.documents.models import Document
from hattama.final.models import (
    Attestation,
    Campaign,
    Candidate,
    Commission,
    Hearing,
    Seat,
    Sitting,
)
from hattama.people.models import (
    Group,
    Institution,
    Person,
    Post,
    Programme,
    Student,
    Unit,
    User,
)

count = itertools.count(1)
NOON = datetime(2026, 6, 15, 4, 0, tzinfo=UTC)  # 9:00 in Almaty


def institution(kind="he", **values):
    number = next(count)
    return Institution.objects.create(
        slug=values.pop("slug", f"{kind}-{number}"),
        kind=kind,
        name=values.pop("name", {"kk": f"ЖОО {number}", "ru": f"Вуз {number}"}),
        short_name={"kk": f"ЖОО {number}"},
        **values,
    )


def unit(institution, **values):
    return Unit.objects.create(
        institution=institution, name={"kk": "Кафедра", "ru": "Кафедра"}, **values
    )


def programme(institution, **values):
    return Programme.objects.create(
        institution=institution,
        unit=values.pop("unit", None) or unit(institution),
        code=values.pop("code", f"6B{next(count):05}"),
        name=values.pop("name", {"kk": "Информатика", "ru": "Информатика"}),
        level=values.pop("level", "bachelor" if institution.kind == "he" else "tve"),
        credits=240,
        **values,
    )


def person(institution, given="Асан", surname="Үсенов", *, user=True, **values):
    number = next(count)
    account = None
    if user:
        account = User.objects.create_user(
            f"person{number}", email=f"person{number}@example.org", password="парөлсөз"
        )
    return Person.objects.create(
        institution=institution,
        user=account,
        given=given,
        surname=surname,
        email=values.pop("email", f"person{number}@example.org"),
        **values,
    )


def post(person, office, **values):
    return Post.objects.create(
        person=person,
        office=office,
        since=values.pop("since", date(2020, 1, 1)),
        order=values.pop("order", "№ 1"),
        **values,
    )


def group(programme, **values):
    return Group.objects.create(
        programme=programme, name=values.pop("name", f"ИС-{next(count)}"), **values
    )


def student(group, given="Айгерім", surname="Сәрсенова", **values):
    who = values.pop("person", None) or person(
        group.programme.institution, given, surname
    )
    return Student.objects.create(
        person=who,
        group=group,
        course=values.pop("course", 4),
        credits=values.pop("credits", group.programme.credits),
        **values,
    )


def campaign(institution, **values):
    return Campaign.objects.create(
        institution=institution,
        title={"kk": "Қорытынды аттестаттау", "ru": "Итоговая аттестация"},
        starts_on=values.pop("starts_on", date(2026, 6, 1)),
        ends_on=values.pop("ends_on", date(2026, 6, 30)),
        state=values.pop("state", Campaign.State.OPEN),
        made_by=values.pop("made_by", None) or person(institution),
        made_at=NOON - timedelta(days=120),
        **values,
    )


def attestation(campaign, programme, **values):
    return Attestation.objects.create(
        campaign=campaign,
        programme=programme,
        form=values.pop("form", Attestation.Form.DEFENCE),
        form_decision="№ 2",
        first_sitting=values.pop("first_sitting", NOON),
        **values,
    )


def candidate(attestation, student, **values):
    return Candidate.objects.create(
        attestation=attestation,
        student=student,
        topic=values.pop("topic", {"kk": "Тақырып", "ru": "Тема"}),
        **values,
    )


def document(institution, **values):
    number = values.pop("number", next(count))
    return Document.objects.create(
        institution=institution,
        kind=values.pop("kind", Document.Kind.ORDER),
        template=values.pop("template", "commission-order"),
        title={"kk": "Бұйрық", "ru": "Приказ"},
        about=values.pop("about", "test:1"),
        facts=values.pop("facts", {}),
        state=values.pop("state", Document.State.REGISTERED),
        number=number,
        year=2026,
        registered_at=NOON - timedelta(days=60),
        check_code=f"CODE-{number}",
        made_at=NOON - timedelta(days=60),
        **values,
    )


def commission(campaign, attestations, chair, members, secretary, **values):
    made = Commission.objects.create(
        campaign=campaign,
        name={"kk": "Комиссия", "ru": "Комиссия"},
        order=values.pop("order", None) or document(campaign.institution),
    )
    made.attestations.set(attestations)
    seats = [(chair, "chair"), *((m, "member") for m in members)]
    for who, role in [*seats, (secretary, "secretary")]:
        Seat.objects.create(commission=made, person=who, role=role)
    return made


def sitting(commission, candidates, **values):
    starts_at = values.pop("starts_at", NOON)
    made = Sitting.objects.create(
        commission=commission, starts_at=starts_at, seed=b"", **values
    )
    for place, who in enumerate(candidates):
        Hearing.objects.create(
            sitting=made,
            candidate=who,
            position=place + 1,
            planned_at=starts_at + timedelta(minutes=15 * place),
        )
    return made
