"""Letters on a real mail server: sent once, tried again, never in each other's way."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from email import message_from_bytes, policy

import pytest
from django.db import connection

from hattama.base import files
from hattama.notices import actions, jobs
from hattama.notices.models import Letter
from tests import make
from tests.make import NOON


def read(envelope):
    return message_from_bytes(envelope.content, policy=policy.default)


@pytest.mark.norm("tve-attestation-2020/p17b")
def test_a_letter_arrives(cast, told, post_box):
    attached = files.keep(
        institution=cast.university.pk,
        name="тәртіп.pdf",
        data=b"%PDF-",
        kind="application/pdf",
    )
    told([cast.aigerim], files=[attached])
    assert jobs.send_due_letters(NOON) == 1
    (envelope,) = post_box.letters
    letter = read(envelope)
    assert envelope.rcpt_tos == [cast.aigerim.email]
    assert letter["Subject"] == "Танысу"
    assert "Тәртіп туралы" in letter.get_body().get_content()
    assert [part.get_content() for part in letter.iter_attachments()] == [b"%PDF-"]
    sent = Letter.objects.get()
    assert (sent.sent_at, sent.tries, sent.error) == (NOON, 1, "")


def test_nothing_is_sent_again(told, post_box):
    told()
    assert [jobs.send_due_letters(NOON) for _again in range(3)] == [2, 0, 0]
    assert len(post_box.letters) == 2


def test_a_refused_address_is_put_off_and_blocks_nobody(cast, told, post_box):
    cast.aigerim.email = "refused@example.org"
    cast.aigerim.save()
    told()
    assert jobs.send_due_letters(NOON) == 1
    failed = Letter.objects.get(address="refused@example.org")
    assert "no such box" in failed.error
    assert (failed.sent_at, failed.due_at) == (None, NOON + timedelta(minutes=2))
    assert [read(letter)["To"] for letter in post_box.letters] == [cast.bolat.email]


def test_it_waits_longer_each_time_and_gives_up_at_last(cast, told, post_box):
    cast.aigerim.email = "refused@example.org"
    cast.aigerim.save()
    told([cast.aigerim])
    waits, now = [], NOON
    for _try in range(10):
        jobs.send_due_letters(now)
        due_at = Letter.objects.get().due_at
        waits.append(due_at - now)
        now = max(due_at, now)
    assert [wait // timedelta(minutes=1) for wait in waits[:8]] == [
        2, 4, 8, 16, 32, 64, 128, 240,
    ]  # fmt: skip
    assert Letter.objects.get().tries == 8


def test_a_dead_server_loses_nothing(told, post_box, settings):
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 9
    told()
    assert jobs.send_due_letters(NOON) == 0
    settings.EMAIL_PORT = port
    assert jobs.send_due_letters(NOON + timedelta(minutes=2)) == 2


def test_without_a_mail_server_letters_are_kept(told, settings):
    settings.OUTBOX = True
    told()
    assert jobs.send_due_letters(NOON) == 2
    assert [letter.kept_at for letter in Letter.objects.all()] == [NOON, NOON]
    assert set(Letter.objects.values_list("sent_at", flat=True)) == {None}


def test_two_workers_never_send_the_same_letter(transactional_db, post_box):
    institution = make.institution()
    people = [make.person(institution) for _each in range(12)]
    actions.notify(
        institution=institution,
        kind="x",
        about="x:1",
        subject={"kk": "Т"},
        body={"kk": "М"},
        people=people,
        by=None,
        now=NOON,
    )

    def work(_worker):
        try:
            return jobs.send_due_letters(NOON)
        finally:
            connection.close()

    with ThreadPoolExecutor(3) as pool:
        assert sum(pool.map(work, range(3))) == 12
    assert sorted(read(letter)["To"] for letter in post_box.letters) == sorted(
        person.email for person in people
    )


def test_whoever_has_not_confirmed_is_reminded_daily(cast, told):
    notice = told(confirm_by=NOON + timedelta(days=10))
    actions.confirm(notice.deliveries.get(person=cast.bolat), "app", cast.bolat, NOON)
    days = [NOON + timedelta(days=day) for day in range(12)]
    assert [jobs.remind_due(day) for day in days] == [0] * 7 + [1, 1, 1, 0, 0]
    assert jobs.remind_due(days[9] + timedelta(hours=1)) == 0
    reminder = Letter.objects.order_by("pk").last()
    assert reminder.address == cast.aigerim.email
    assert "Танысу" in reminder.subject
    assert reminder.subject != "Танысу"
