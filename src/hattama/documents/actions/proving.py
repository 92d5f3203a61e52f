"""Before signing, the signatory proves once more who is at the keys."""

from datetime import timedelta

from django.core.cache import cache

from hattama.core.rules import RuleBroken
from hattama.people.models import Person

TRIES = 5
LOCKED_FOR = timedelta(minutes=10)


def must_prove(person: Person, password: str) -> None:
    """Ask for the password again.

    Wrong tries are counted in the cache: a refusal rolls the database back.

    Raises:
        RuleBroken: "no-password", "signing-locked", "password-wrong".
    """
    user = person.user
    if user is None or not user.has_usable_password():
        raise RuleBroken("no-password")
    key = f"signing-tries:{user.pk}"
    minutes = LOCKED_FOR // timedelta(minutes=1)
    cache.add(key, 0, LOCKED_FOR.total_seconds())
    if cache.get(key, 0) >= TRIES:
        raise RuleBroken("signing-locked", minutes=minutes)
    if not user.check_password(password):
        cache.incr(key)
        raise RuleBroken("password-wrong", left=TRIES - cache.get(key, TRIES))
    cache.delete(key)
