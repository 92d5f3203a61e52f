"""The database of a test with threads: complete, its own, and gone afterwards."""

import threading

import pytest
from django.db import connection, transaction

from hattama.base.models import LedgerStream
from hattama.calendars.models import Day


@pytest.mark.parametrize("time", ["first", "second"])
def test_a_commit_is_seen_by_other_threads_and_by_no_other_test(transactional_db, time):
    assert LedgerStream.objects.count() == 0
    with transaction.atomic():
        LedgerStream.objects.create(institution=1, name=time)
    assert in_a_thread(lambda: LedgerStream.objects.get().name) == time


def test_the_holidays_are_there(transactional_db):
    assert Day.objects.exists()


def test_the_test_may_ask_the_database_while_a_page_is_open(page, transactional_db):
    page.set_content("<p>open</p>")
    LedgerStream.objects.create(institution=1, name="sitting:1")
    assert page.inner_text("p") == "open"
    assert LedgerStream.objects.count() == 1


def in_a_thread(ask):
    answers = []

    def run():
        answers.append(ask())
        connection.close()

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    return answers[0]
