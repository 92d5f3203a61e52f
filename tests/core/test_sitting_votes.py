"""Ballots of a sitting: secrecy, quorum, conflict, ties, the end of them."""

from dataclasses import replace

import pytest
from tests.core.sittings import (
    AIDA,
    BOLAT,
    CHAIR,
    COLLEGE,
    DEGREE,
    GRADE,
    SECRETARY,
    UNIVERSITY,
    VERA,
    discussed,
    graded,
    planned,
    vote,
    voting,
)

from hattama.core.sitting import commands as c
from hattama.core.sitting import to_facts

SECRET = planned(replace(UNIVERSITY, grade_secrecy="secret"))
OPEN_DEGREE = planned(replace(UNIVERSITY, degree_secrecy="open"))


def closing(counts=(), matter=GRADE, *, chair_told=False):
    return c.CloseBallot(SECRETARY, "h1", matter, counts, chair_told)


def leaving(person):
    return c.LeaveSitting(c.SYSTEM, person, lost=True)


@pytest.mark.norm("he-attestation-2020/p56", "he-attestation-2020/p60a")
def test_an_open_ballot_is_counted_from_its_votes():
    log = graded(choices=("A", "B", "A", "A-"))
    assert log.last.counts == (("A", 2), ("A-", 1), ("B", 1))
    assert (log.last.choice, log.last.tied, log.last.by_chair) == ("A", (), False)
    assert log.hearing().grade == "A"


@pytest.mark.norm("he-attestation-2020/p59a")
def test_a_secret_ballot_says_who_voted_and_never_what():
    log = voting(SECRET).do(*vote(("A", "B", "FX", "A-")))
    cast = [line for line in log.lines if line.act == "vote-cast"]
    assert [line.by for line in cast] == [CHAIR, VERA, BOLAT, AIDA]
    assert [to_facts(line) for line in cast] == [
        {"hearing": "h1", "matter": "grade", "choice": None}
    ] * 4
    assert [each.choice for each in log.hearing().ballot(GRADE).votes] == [None] * 4


@pytest.mark.norm("he-attestation-2020/p59a")
@pytest.mark.parametrize(
    ("counts", "code"),
    [
        ((("A", 4),), "count-reveals"),
        ((("A", 3), ("B", 1)), "count-reveals"),
        ((("A", 2), ("B", 1)), "counts-differ"),
        ((("A", 5),), "counts-differ"),
        ((("A", 5), ("B", -1)), "counts-differ"),
        ((("5", 4),), "not-on-scale"),
        ((), "counts-differ"),
        ((("B", 2), ("A", 2)), None),
    ],
)
def test_closing_a_secret_ballot(counts, code):
    log = voting(SECRET).do(*vote("AAAA"))
    assert log.code(closing(counts)) == code


def test_a_revealing_count_is_taken_once_the_chair_was_told():
    log = voting(SECRET).do(*vote("AAAA"))
    assert log.refusal(closing((("A", 4),))).facts == {"why": "unanimous"}
    log.do(closing((("A", 4),), chair_told=True))
    assert (log.last.reveals, log.last.chair_told) == ("unanimous", True)


def test_a_secret_tie_waits_for_the_chair():
    log = voting(SECRET).do(*vote("ABAB"), closing((("B", 2), ("A", 2))))
    assert (log.last.counts, log.last.tied) == ((("A", 2), ("B", 2)), ("A", "B"))
    assert log.hearing().grade is None
    assert log.code(c.OpenBallot(SECRETARY, "h1", GRADE)) == "tie-waits-for-chair"
    assert log.code(c.DecideTie(VERA, "h1", GRADE, "A")) == "not-chair"
    assert log.code(c.DecideTie(CHAIR, "h1", GRADE, "C")) == "not-tied"
    log.do(c.DecideTie(CHAIR, "h1", GRADE, "B"))
    assert log.hearing().grade == "B"
    assert log.code(c.DecideTie(CHAIR, "h1", GRADE, "A")) == "no-tie"


def test_the_chairs_open_vote_settles_a_tie():
    log = graded(choices=("B", "A", "A", "B"))
    assert (log.last.choice, log.last.tied, log.last.by_chair) == (
        "B",
        ("A", "B"),
        True,
    )


@pytest.mark.parametrize("excluded", ["by the rules", "by a conflict"])
def test_a_tie_that_the_chair_may_not_settle_is_voted_again(excluded):
    tie = "revote" if excluded == "by the rules" else "chair"
    log = discussed(planned(replace(UNIVERSITY, tie=tie)))
    voters = [CHAIR, VERA, BOLAT, AIDA]
    if excluded == "by a conflict":
        log.do(c.DeclareConflict(CHAIR, "h1", CHAIR, "my nephew"))
        log.do(c.DeclareConflict(CHAIR, "h1", AIDA, "my student"))
        voters = [VERA, BOLAT]
    log.do(c.OpenBallot(SECRETARY, "h1", GRADE))
    log.do(
        *(
            c.CastVote(one, "h1", GRADE, "AB"[place % 2])
            for place, one in enumerate(voters)
        )
    ).do(closing())
    assert log.last.choice is None
    assert log.code(c.DecideTie(CHAIR, "h1", GRADE, "A")) == "revote-instead"
    log.do(c.OpenBallot(SECRETARY, "h1", GRADE))
    assert log.last.round == 2


def test_who_is_in_conflict_is_out_of_ballot_and_quorum():
    log = discussed().do(c.DeclareConflict(VERA, "h1", VERA, "my niece"))
    assert log.code(c.DeclareConflict(VERA, "h1", VERA, "again")) == "already-excluded"
    log.do(leaving(AIDA), c.OpenBallot(SECRETARY, "h1", GRADE))
    assert log.last.voters == (CHAIR, BOLAT, AIDA)
    assert log.last.present == (CHAIR, BOLAT)
    assert log.code(c.CastVote(VERA, "h1", GRADE, "A")) == "not-a-voter"


def test_a_conflict_can_be_left_in_the_quorum_base():
    rules = replace(UNIVERSITY, conflicts_shrink_quorum=False)
    log = discussed(planned(rules)).do(
        c.DeclareConflict(VERA, "h1", VERA, "my niece"), leaving(AIDA)
    )
    broken = log.refusal(c.OpenBallot(SECRETARY, "h1", GRADE))
    assert (broken.code, broken.facts) == ("no-quorum", {"present": 2, "needed": 3})


@pytest.mark.parametrize(("votes", "code"), [(False, "not-a-voter"), (True, None)])
def test_the_supervisor_votes_where_the_institution_says_so(votes, code):
    plan = planned(replace(UNIVERSITY, supervisor_votes=votes))
    first = replace(plan.agenda[0], supervisors=(VERA,))
    log = voting(replace(plan, agenda=(first, *plan.agenda[1:])))
    assert log.code(c.CastVote(VERA, "h1", GRADE, "A")) == code


def test_no_ballot_opens_without_quorum():
    log = discussed().do(leaving(AIDA), leaving(BOLAT))
    broken = log.refusal(c.OpenBallot(SECRETARY, "h1", GRADE))
    assert (broken.code, broken.facts) == ("no-quorum", {"present": 2, "needed": 3})


def test_a_vote_without_quorum_is_refused_and_one_cast_before_stays():
    log = voting().do(c.CastVote(AIDA, "h1", GRADE, "A"))
    log.do(leaving(AIDA), leaving(BOLAT))
    log.do(c.CastVote(CHAIR, "h1", GRADE, "A"))
    log.do(leaving(CHAIR), leaving(VERA), c.JoinSitting(VERA, VERA))
    log.do(c.CastVote(VERA, "h1", GRADE, "A"), closing())
    assert log.last.counts == (("A", 3),)


def test_a_ballot_that_lost_its_quorum_is_given_up_and_held_again():
    log = voting().do(leaving(AIDA), leaving(BOLAT))
    assert log.code(c.CastVote(VERA, "h1", GRADE, "A")) == "no-quorum"
    annul = c.AnnulBallot(SECRETARY, "h1", GRADE, "two members cut off")
    log.do(annul)
    assert log.code(annul) == "no-ballot"
    log.do(c.JoinSitting(AIDA, AIDA), c.OpenBallot(SECRETARY, "h1", GRADE))
    assert (log.last.round, log.last.present) == (2, (CHAIR, VERA, AIDA))
    log.do(*(c.CastVote(one, "h1", GRADE, "A") for one in (CHAIR, VERA, AIDA)))
    assert log.code(annul) == "ballot-complete"
    log.do(closing())
    assert log.code(annul) == "ballot-closed"


@pytest.mark.norm("he-attestation-2020/p59b")
def test_the_open_vote_on_a_degree_takes_every_member():
    log = graded(OPEN_DEGREE).do(leaving(AIDA))
    opening = c.OpenBallot(SECRETARY, "h1", DEGREE)
    assert log.refusal(opening).code == "not-all-present"
    assert log.refusal(opening).norms == ("he-attestation-2020/p59b",)
    log.do(c.JoinSitting(AIDA, AIDA), opening, leaving(AIDA))
    assert log.code(c.CastVote(VERA, "h1", DEGREE, "award")) == "not-all-present"


@pytest.mark.norm(
    "he-attestation-2020/p60b",
    "he-attestation-2020/p72b",
    "he-attestation-2020/p20.2",
)
def test_a_degree_is_awarded_by_a_ballot_of_its_own():
    log = graded()
    assert log.code(c.AnnounceResult(CHAIR, "h1")) == "no-result-yet"
    log.do(c.OpenBallot(SECRETARY, "h1", DEGREE))
    log.do(*vote(("award", "award", "refuse", "refuse"), matter=DEGREE))
    log.do(closing((("award", 2), ("refuse", 2)), DEGREE))
    assert log.hearing().degree is None
    log.do(c.DecideTie(CHAIR, "h1", DEGREE, "award"))
    assert (log.hearing().degree, log.hearing().ending) == (True, "graded")
    log.do(c.AnnounceResult(CHAIR, "h1"))
    assert log.code(c.AnnounceResult(CHAIR, "h1")) == "already-announced"


def test_no_degree_after_a_fail():
    log = graded(choices=("F", "F", "F", "F"))
    assert log.hearing().ending == "graded"
    assert log.code(c.OpenBallot(SECRETARY, "h1", DEGREE)) == "hearing-ended"


@pytest.mark.norm("tve-process-2020/p21-5a")
def test_a_college_announces_after_the_signatures():
    log = graded(planned(COLLEGE), "5545")
    broken = log.refusal(c.AnnounceResult(CHAIR, "h1"))
    assert broken.code == "protocol-not-signed"
    assert broken.norms == ("tve-process-2020/p21-5a",)
    log.do(c.AnnounceResult(CHAIR, "h1", "14"))
    assert (log.last.grade, log.last.protocol) == ("5", "14")


def test_the_mean_rule_counts_values():
    log = graded(planned(replace(COLLEGE, grade_rule="mean")), "5442")
    assert log.hearing().grade == "4"
