"""Numbers without gaps or doubles, whoever registers at the same moment."""

from concurrent.futures import ThreadPoolExecutor

from django.db import connection, transaction

from hattama.documents.actions.registering import next_number
from hattama.documents.models import Register
from hattama.people.models import Institution
from tests import make

THREADS = 6
EACH = 10


def test_threads_get_every_number_once(transactional_db):
    institution = make.institution()

    def take(thread):
        try:
            return [take_or_roll_back(institution, thread, n) for n in range(EACH)]
        finally:
            connection.close()

    with ThreadPoolExecutor(THREADS) as pool:
        taken = [n for numbers in pool.map(take, range(THREADS)) for n in numbers]
    given = sorted(number for number in taken if number)
    assert given == list(range(1, len(given) + 1))
    assert len(given) == THREADS * EACH * 4 // 5
    assert Register.objects.get().last == len(given)


def take_or_roll_back(institution, thread, n):
    """Every fifth registration fails, and its number is given again."""
    fails = n % 5 == 4
    with transaction.atomic():
        number = next_number(institution, "protocol", 2026)
        transaction.set_rollback(fails)
    return None if fails else number


def test_kinds_years_and_institutions_count_apart(db):
    one, other = make.institution(), make.institution()
    assert [
        next_number(*register)
        for register in (
            (one, "order", 2026),
            (one, "order", 2026),
            (one, "act", 2026),
            (one, "order", 2027),
            (other, "order", 2026),
        )
    ] == [1, 2, 1, 1, 1]
    assert Institution.objects.count() == 2
