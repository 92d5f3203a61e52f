"""What the database tells about a secret ballot: that somebody voted, never what.

The experiment: the same ballot twice, but two members have exchanged their papers. All
that lies in the database, row by row in storage order, must be the same both times, up
to what is random. An open ballot is the counter-experiment: there the rows must differ.
"""

import re
from pathlib import Path

import pytest
from django.db import connection

from hattama.core.sitting import commands as c
from hattama.core.sitting.events import Matter
from hattama.demo.case import Case
from hattama.demo.house import House, Team
from hattama.demo.session import Session, assemble, lead_up_to_vote
from hattama.final.models import Seat, Sitting
from tests.conftest import copied_database

HASH = re.compile(r"[0-9a-f]{64}")
RANDOM = {"hash", "previous", "salt"}
PAPERS = {Matter.DEGREE: ("award", "refuse"), Matter.GRADE: ("B+", "B")}


@pytest.fixture
def sitting(town):
    """Give a sitting of the university that nobody has convened yet."""
    found = Sitting.objects.filter(
        commission__campaign__institution__slug="university", state="announced"
    )
    return found.latest("starts_at")


def session_of(sitting):
    seats = Seat.objects.filter(commission=sitting.commission).select_related("person")
    people = {role: [s.person for s in seats if s.role == role] for role in Seat.Role}
    head = people["member"][0].institution.people.filter(
        posts__office="department_head"
    )
    team = Team(
        *(None, None, None, head[0], people["secretary"][0], people["chair"][0]),
        tuple(people["member"]),
        *((), None),
    )
    case = Case(House(None, {}, {}, (), ()), team, None, None, ahead=False)
    return Session(case, sitting, sitting.starts_at)


def ballot(sitting, matter, papers):
    """Hold a ballot in a copy of the town; give what the database held at each stage.

    Args:
        papers: choice by member's place, 0 for the chair.
    """
    with copied_database():
        session = session_of(Sitting.objects.get(pk=sitting.pk))
        hearing = session.sitting.hearings.first()
        assemble(session)
        lead_up_to_vote(session, hearing, smooth=True)
        key = str(hearing.pk)
        if matter is Matter.DEGREE:
            vote(session, key, Matter.GRADE, {})
            close(session, key, Matter.GRADE)
        vote(session, key, matter, papers)
        opened, raw = dump(), raw_bytes()
        close(session, key, matter)
        return opened, dump(), raw


def vote(session, key, matter, papers):
    usual = PAPERS[matter][0]
    session.give(c.OpenBallot(session.case.team.secretary.key, key, matter))
    supervisor = session.sitting.hearings.get(pk=int(key)).candidate.supervisor
    for place, person in enumerate(session.voters):
        if person != supervisor:
            choice = papers.get(place, usual)
            session.give(c.CastVote(person.key, key, matter, choice))


def close(session, key, matter):
    secretary = session.case.team.secretary.key
    session.give(c.CloseBallot(secretary, key, matter, (), chair_told=True))


def dump():
    """Read every row of every table in the order in which it is stored."""
    place = "rowid" if connection.vendor == "sqlite" else "ctid"
    with connection.cursor() as cursor:
        return {
            table: [blanked(row) for row in rows(cursor, table, place)]
            for table in sorted(connection.introspection.table_names())
        }


def rows(cursor, table, place):
    cursor.execute(f'SELECT {place}, * FROM "{table}" ORDER BY {place}')
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def blanked(row):
    """Leave out what is random: hashes, salts, and the content of sealed boxes."""
    return {name: known(value) for name, value in row.items() if name not in RANDOM}


def known(value):
    if isinstance(value, bytes | memoryview):
        return len(value)
    return HASH.sub("#", value) if isinstance(value, str) else value


def raw_bytes():
    """Read the database's own files, the write-ahead log among them."""
    if connection.vendor != "sqlite":
        return b""
    path = Path(connection.settings_dict["NAME"])
    return b"".join(part.read_bytes() for part in path.parent.glob(f"{path.name}*"))


@pytest.mark.norm("he-attestation-2020/p59a", "he-attestation-2020/p62b")
def test_members_who_exchange_their_papers_leave_the_same_rows(sitting):
    one = ballot(sitting, Matter.DEGREE, {2: "refuse"})
    other = ballot(sitting, Matter.DEGREE, {3: "refuse"})
    assert one[0] == other[0]
    assert one[1] == other[1]


def test_two_different_results_look_alike_until_the_close(sitting):
    one = ballot(sitting, Matter.DEGREE, {})
    other = ballot(sitting, Matter.DEGREE, {2: "refuse", 3: "refuse", 4: "refuse"})
    assert one[0] == other[0]
    assert one[1] != other[1]


def test_no_paper_lies_readable_in_the_files(sitting):
    _open, _closed, raw = ballot(sitting, Matter.DEGREE, {2: "refuse"})
    assert b'"refuse"' not in raw


def test_an_open_ballot_would_be_found_out(sitting):
    one = ballot(sitting, Matter.GRADE, {2: "B"})
    other = ballot(sitting, Matter.GRADE, {3: "B"})
    assert one[0] != other[0]
