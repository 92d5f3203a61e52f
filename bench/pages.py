"""Server time of *Today* and *Campaign* at an institution of 20,000 students.

    PYTHONPATH=src:. .venv/bin/python bench/pages.py [--students 20000]

All of them are candidates of one campaign: 100 programmes, half of the packs handed in.
Each page is asked 40 times in this very process, after two times that do not count.
"""

import argparse
import statistics
import tempfile
import time
from datetime import timedelta
from itertools import islice
from pathlib import Path

from bench.installation import HOST, settle

PROGRAMMES, TIMES = 100, 40
BORN = range(1999, 2006)


def populate(students):
    """Make a campaign with that many candidates; give it and who looks at it."""
    from django.utils import timezone
    from tests import make
    from tests.cast import gathered

    cast = gathered()
    campaign = make.campaign(
        cast.university,
        made_by=cast.gulnar,
        starts_on=timezone.localdate(),
        ends_on=timezone.localdate() + timedelta(days=60),
    )
    admission = make.document(cast.university, template="admission-order")
    for number in range(PROGRAMMES):
        group = make.group(make.programme(cast.university), name=f"Т-{number}")
        attestation = make.attestation(
            campaign,
            group.programme,
            first_sitting=timezone.now() + timedelta(days=20 + number % 20),
        )
        commission = make.commission(
            campaign,
            [attestation],
            cast.daniyar,
            [cast.vera, cast.marat, cast.olzhas],
            cast.saule,
        )
        fill(attestation, commission, group, admission, students // PROGRAMMES)
    return cast, campaign


def fill(attestation, commission, group, admission, count):
    from hattama.demo.names import crowd
    from hattama.final.models import Candidate
    from hattama.people.models import Person, Student

    people = [
        Person(
            institution=admission.institution, surname=made.surname, given=made.given
        )
        for made in islice(crowd(group.name, BORN), count)
    ]
    for person in people:
        person.fill_keys()
    Person.objects.bulk_create(people)
    students = Student.objects.bulk_create(
        Student(person=person, group=group, course=4, credits=240) for person in people
    )
    Candidate.objects.bulk_create(
        Candidate(
            attestation=attestation,
            student=student,
            commission=commission,
            topic={"kk": "Тақырып", "ru": "Тема"},
            admission="admitted",
            admission_order=admission,
        )
        for student in students
    )


def measure(person, path):
    """Ask for a page again and again; give the seconds, and those of the processor."""
    from django.test import Client

    client = Client(SERVER_NAME=HOST)
    client.force_login(
        person.user, backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    times = []
    for _ in range(TIMES + 2):
        began, worked = time.perf_counter(), time.process_time()
        answer = client.get(path)
        times.append((time.perf_counter() - began, time.process_time() - worked))
        assert answer.status_code == 200, (path, answer.status_code)
    return times[2:]


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--students", type=int, default=20_000)
    given = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="hattama-pages-") as name:
        settle(Path(name))
        cast, campaign = populate(given.students)
        print(f"{given.students} students, {PROGRAMMES} programmes")
        for what, person, path in (
            ("Today of the dean", cast.gulnar, "/"),
            ("Today of the secretary", cast.saule, "/"),
            ("Today of the chair", cast.daniyar, "/"),
            ("Today of a student", cast.aigerim, "/"),
            ("Campaign", cast.gulnar, f"/final/campaigns/{campaign.pk}/"),
            ("Students", cast.zarina, "/people/"),
        ):
            report(what, measure(person, path))


def report(what, times):
    line = f"{what:<24}"
    kinds = ("time", "processor")
    for kind, values in zip(kinds, zip(*times, strict=True), strict=True):
        cuts = statistics.quantiles(values, n=100)
        line += f"{kind} {cuts[49] * 1000:4.0f} ms, p95 {cuts[94] * 1000:4.0f} ms   "
    print(line)


if __name__ == "__main__":
    main()
