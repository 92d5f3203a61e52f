"""From a command to the last of the watching pages: how long?

    PYTHONPATH=src:. .venv/bin/python bench/sitting.py [--heard 60]

A sitting of 60 hearings; 12 pages are open: the console, the bench of the four voters,
the screen of the room and six candidates' rooms. Each holds its socket and fetches its
living part anew at every ring, as live.js does. Measured is the time from the moment a
command is sent until the last of the twelve has the new part.
"""

import argparse
import re
import statistics
import tempfile
import threading
import time
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from bench.installation import HOST, Client, Server, settle
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

HEARINGS, STUDENTS = 60, 6
LOOKS_WITHIN = 30  # seconds
LIVE = re.compile(r'data-live="([^"]+)"')
BELL = re.compile(r'data-bell="([^"]+)"')
DOOR = re.compile(r'data-door="([^"]+)"')


class Watcher(threading.Thread):
    """An open page: looks again when its bell rings."""

    def __init__(self, client, path):
        super().__init__(daemon=True)
        self.client = client
        status, page = client.get(path)
        assert status == 200, (path, status)
        self.addresses = sorted(set(LIVE.findall(page)))
        door = (DOOR.findall(page) or ["bell"])[0]
        self.socket = connect(
            f"ws://{HOST}:{client.port}/{door}/{BELL.findall(page)[0]}/",
            origin=f"http://{HOST}:{client.port}",
        )
        self.looked = threading.Condition()
        self.began = self.ended = 0.0

    def run(self):
        with suppress(ConnectionClosed):
            self.look_at_every_ring()

    def look_at_every_ring(self):
        for _ring in self.socket:
            began = time.monotonic()
            for address in self.addresses:
                status, _part = self.client.get(address, **{"HX-Request": "true"})
                assert status == 200, (address, status)
            with self.looked:
                self.began, self.ended = began, time.monotonic()
                self.looked.notify_all()

    def shown_since(self, moment):
        """Wait until the page has looked after a moment; say when it had."""
        with self.looked:
            assert self.looked.wait_for(lambda: self.began >= moment, LOOKS_WITHIN)
            return self.ended


def gather():
    """Make a sitting of 60 hearings that is open, everybody in the room."""
    from django.utils import timezone
    from tests import make
    from tests.cast import gathered
    from tests.final.run import Run

    from hattama.core.sitting import commands as c

    cast = gathered()
    group = cast.candidates[0].student.group
    admitted = cast.candidates[0].admission_order
    others = [
        make.candidate(
            cast.attestation,
            make.student(
                group,
                surname=f"Студент{number:02}",
                person=make.person(
                    cast.university, surname=f"Студент{number:02}", user=number < 4
                ),
            ),
            commission=cast.commission,
            admission="admitted",
            admission_order=admitted,
        )
        for number in range(HEARINGS - 2)
    ]
    candidates = [*cast.candidates, *others]
    starts = timezone.now() - timedelta(minutes=40)
    sitting = make.sitting(cast.commission, candidates, starts_at=starts)
    run = Run(cast, sitting).open()
    for candidate in others:
        key = candidate.student.person.key
        run.give(c.JoinSitting(key, key), 0)
    return cast, sitting, [one.student.person for one in candidates]


def watchers_of(cast, sitting, students, port):
    pages = [(cast.saule, "console"), (cast.gulnar, "screen")]
    pages += [(who, "bench") for who in (cast.daniyar, cast.vera, cast.marat)]
    pages += [(cast.olzhas, "bench")]
    pages += [(student, "room") for student in students[:STUDENTS]]
    return [
        Watcher(Client(port, who), f"/final/sittings/{sitting.pk}/{page}/")
        for who, page in pages
    ]


def course(cast, hearing, *, supervised):
    """Yield who gives which command in one hearing."""
    saule, daniyar = cast.saule, cast.daniyar
    yield saule, "identify-student", {"method": "document", "original_shown": "on"}
    yield saule, "call-student", {}
    yield saule, "pass-room", {}
    for step in ("announcement", "talk", "questions"):
        yield saule, "begin-step", {"step": step}
    yield daniyar, "ask-question", {"asker": daniyar.key, "text": "Неге?"}
    yield saule, "answer-question", {"number": 1, "text": ""}
    for step in ("reviews", "reply"):
        yield saule, "skip-step", {"step": step, "reason": "жоқ"}
    yield daniyar, "begin-step", {"step": "discussion"}
    voters = [daniyar, cast.marat, cast.olzhas]
    voters += [] if supervised else [cast.vera]
    for matter, choice in (("grade", "A"), ("degree", "award")):
        yield saule, "open-ballot", {"matter": matter}
        for voter in voters:
            yield voter, "cast-vote", {"matter": matter, "choice": choice}
        yield saule, "close-ballot", {"matter": matter, "chair_told": "on"}
    yield daniyar, "announce-result", {}


def run(cast, sitting, watchers, heard):
    """Give the commands of the first hearings; yield (seconds, of which answered)."""
    port = watchers[0].client.port
    people = (cast.saule, cast.daniyar, cast.vera, cast.marat, cast.olzhas)
    clients = {who: Client(port, who) for who in people}
    do = f"/final/sittings/{sitting.pk}/do"
    for number, hearing in enumerate(sitting.hearings.order_by("position")[:heard]):
        supervised = number == 0
        for who, command, fields in course(cast, hearing, supervised=supervised):
            began = time.monotonic()
            path, whole = f"{do}/{command}/", {"hearing": hearing.pk} | fields
            status, page = clients[who].post(path, **whole)
            answered = time.monotonic() - began
            assert status in (204, 302), (command, status, page[-3000:])
            yield max(w.shown_since(began) for w in watchers) - began, answered


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--heard", type=int, default=HEARINGS)
    heard = options.parse_args().heard
    with tempfile.TemporaryDirectory(prefix="hattama-sitting-") as name:
        folder = Path(name)
        settle(folder)
        cast, sitting, students = gather()
        with Server(folder) as server:
            watchers = watchers_of(cast, sitting, students, server.port)
            for watcher in watchers:
                watcher.start()
            time.sleep(1)
            before = server.processor_seconds()
            times = list(run(cast, sitting, watchers, heard))
            report(times, heard, server.processor_seconds() - before)


def report(times, heard, worked):
    shown, answered = zip(*times, strict=True)
    print(f"hearings held of {HEARINGS}     {heard}, {len(times)} commands")
    for name, values in (("on the last page", shown), ("answered", answered)):
        cuts = statistics.quantiles(values, n=100)
        line = f"median {cuts[49] * 1000:4.0f} ms   p95 {cuts[94] * 1000:4.0f} ms"
        print(f"{name:<24} {line}   most {max(values) * 1000:4.0f} ms")
    print(f"server's processor time  {worked / len(times) * 1000:4.0f} ms a command")


if __name__ == "__main__":
    main()
