"""The draw of tickets: random, without repetition, recomputable by anyone.

Before the sitting the seed (32 random bytes in hexadecimal) is made and kept secret;
its commitment, the SHA-256 of those bytes, goes into the log. For the n-th draw
(1, 2, …) take

    number = SHA-256("<seed>:<sitting>:<n>:<try>") as a whole number, try = 0, 1, 2, …

with the first `try` whose number is below the greatest multiple of the number of
tickets left (so that no ticket is likelier than another); number modulo tickets left
is the place, from 0, in the list of tickets left, in the order of the sitting's own
list. At the close the seed is published: `printf '%s' "<seed>:<sitting>:1:0" |
sha256sum` begins the check.
"""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from itertools import count

from hattama.core.rules import RuleBroken

SEED_BYTES = 32
_SPAN = 2**256


def commitment(seed: str) -> str:
    """Return the promise that binds `seed` before the first draw.

    Args:
        seed: at least 64 hexadecimal digits, lower case; fewer could be guessed.

    Raises:
        RuleBroken: `weak-seed`.
    """
    try:
        raw = bytes.fromhex(seed)
    except ValueError:
        raw = b""
    if len(raw) < SEED_BYTES or raw.hex() != seed:
        raise RuleBroken("weak-seed", "tve-attestation-2020/p25a")
    return sha256(raw).hexdigest()


def draw(seed: str, sitting: str, ordinal: int, tickets_left: Sequence[str]) -> str:
    """Draw one ticket (tve-attestation-2020/p25a, tve-process-2020/p21-3ae).

    Args:
        seed: the committed seed.
        sitting: the sitting's id, so that one seed serves one sitting.
        ordinal: 1 for the first draw of the sitting, then 2, 3, …
        tickets_left: the tickets nobody has drawn, in the order of the list.

    Raises:
        RuleBroken: `no-tickets-left`.
    """
    if not tickets_left:
        raise RuleBroken("no-tickets-left", "tve-attestation-2020/p25a")
    texts = (f"{seed}:{sitting}:{ordinal}:{attempt}" for attempt in count())
    numbers = (int.from_bytes(sha256(text.encode()).digest()) for text in texts)
    return tickets_left[place(numbers, len(tickets_left))]


def place(numbers: Iterable[int], left: int) -> int:
    """Return a place from 0 below `left`, each as likely as the others.

    Args:
        numbers: random, below 2 to the power of 256; one too great to be fair is passed
            over.
        left: how many places there are.
    """
    fair = _SPAN - _SPAN % left
    return next(number for number in numbers if number < fair) % left


def drawn(seed: str, sitting: str, tickets: Sequence[str], draws: int) -> list[str]:
    """Recompute the first `draws` draws of a sitting, without repetition."""
    left, out = list(tickets), list[str]()
    for ordinal in range(1, draws + 1):
        out.append(draw(seed, sitting, ordinal, left))
        left.remove(out[-1])
    return out
