"""Kill the server again and again while two people run a sitting.

    PYTHONPATH=src:. .venv/bin/python bench/kill.py [--kills 50] [--seed 1]

Two clients give commands without pause; whatever answered counts as acknowledged, and
whatever did not is sent again with the same token, as a person would press again. At
the end every command that was given stands in the log exactly once, in the order of
each client, and every chain verifies.
"""

import argparse
import http.client
import random
import tempfile
import threading
import time
import uuid
from datetime import timedelta
from pathlib import Path

from bench.installation import Client, Server, settle

PATIENCE = 0.05  # seconds between two tries while the server is away
LIFE = (0.3, 2.0)  # seconds between two kills


class Giver(threading.Thread):
    """Somebody who gives one command after the other and presses again if need be."""

    def __init__(self, client, path, says, **fields):
        super().__init__(daemon=True)
        self.client, self.path, self.says, self.fields = client, path, says, fields
        self.over = threading.Event()
        self.acknowledged, self.again, self.refused = [], 0, []

    def run(self):
        number = 0
        while not self.over.is_set():
            number += 1
            self.give(f"{self.client.person.pk}-{number}", uuid.uuid4())
        self.client.close()

    def give(self, text, token):
        while True:
            try:
                fields = self.fields | {self.says: text}
                status, answer = self.client.post(self.path, token, **fields)
            except (OSError, http.client.HTTPException):
                self.again += 1
                time.sleep(PATIENCE)
                continue
            if status in (204, 302):
                self.acknowledged.append(text)
            else:
                self.refused.append((status, answer))
            return


def gather():
    """Bring a sitting to the questions of its first student."""
    from django.utils import timezone
    from tests import make
    from tests.cast import gathered
    from tests.final.run import Run

    from hattama.core.sitting import commands as c
    from hattama.core.sitting.steps import Step

    cast = gathered()
    starts = timezone.now() - timedelta(minutes=40)
    sitting = make.sitting(cast.commission, cast.candidates, starts_at=starts)
    run = Run(cast, sitting).open()
    secretary, hearing = cast.saule.key, run.hearings[0]
    run.give(c.IdentifyStudent(secretary, hearing, "document", original_shown=True))
    run.give(c.CallStudent(secretary, hearing))
    run.give(c.PassRoom(secretary, hearing))
    for step in (Step.ANNOUNCEMENT, Step.TALK, Step.QUESTIONS):
        run.give(c.BeginStep(secretary, hearing, step))
    return cast, sitting, hearing


def givers_of(cast, sitting, hearing, port):
    """The chair asks without end, the secretary notes without end."""
    do = f"/final/sittings/{sitting.pk}/do"
    chair, secretary = Client(port, cast.daniyar), Client(port, cast.saule)
    return [
        Giver(
            chair,
            f"{do}/ask-question/",
            "text",
            hearing=hearing,
            asker=cast.daniyar.key,
        ),
        Giver(
            secretary,
            f"{do}/note-breach/",
            "what",
            hearing=hearing,
            person=cast.bolat.key,
        ),
    ]


def storm(server, givers, kills, chance):
    """Kill and start the server; then let every client finish what it began."""
    for giver in givers:
        giver.start()
    for _ in range(kills):
        time.sleep(chance.uniform(*LIFE))
        server.kill()
        server.start()
    time.sleep(chance.uniform(*LIFE))
    for giver in givers:
        giver.over.set()
    for giver in givers:
        giver.join()


def logged(sitting, giver):
    """The texts of one giver as they stand in the sitting's log, in order."""
    from hattama.base import ledger

    said = (ledger.told(line) for line in ledger.lines(sitting.stream))
    mine = f"{giver.client.person.pk}-"
    return [
        facts[giver.says]
        for facts in said
        if str(facts.get(giver.says, "")).startswith(mine)
    ]


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--kills", type=int, default=50)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    with tempfile.TemporaryDirectory(prefix="hattama-kill-") as name:
        folder = Path(name)
        settle(folder)
        cast, sitting, hearing = gather()
        with Server(folder) as server:
            givers = givers_of(cast, sitting, hearing, server.port)
            storm(server, givers, given.kills, random.Random(given.seed))
        report(sitting, givers, given.kills)


def report(sitting, givers, kills):
    from hattama.base import ledger

    lost = sum(logged(sitting, one) != one.acknowledged for one in givers)
    print(f"kills                       {kills}")
    print(f"commands acknowledged       {sum(len(one.acknowledged) for one in givers)}")
    print(
        f"sent again after a kill     {sum(one.again > 0 for one in givers)} clients,"
    )
    print(f"                            {sum(one.again for one in givers)} times")
    print(f"refused                     {sum(len(one.refused) for one in givers)}")
    print(f"clients whose log differs   {lost}")
    print(f"chains broken               {len(list(ledger.breaks()))}")


if __name__ == "__main__":
    main()
