"""./hattama due: do the due work of every room, once or again and again."""

import argparse
import time


def run(arguments: list[str]) -> int:
    """Send letters, remind, note what is overdue.

    Args:
        arguments: `--every SECONDS` to go on until stopped; else once.
    """
    parser = argparse.ArgumentParser(prog="hattama due", description=__doc__)
    parser.add_argument("--every", type=float, metavar="SECONDS")
    every = parser.parse_args(arguments).every
    _set_up()
    while True:
        _do_due()
        if every is None:
            return 0
        time.sleep(every)


def _set_up() -> None:
    import django

    django.setup()


def _do_due() -> None:
    from hattama.base import clock, jobs

    done = jobs.run_due(clock.now())
    if done:
        print(f"{clock.now():%H:%M:%S} done: {done}", flush=True)
