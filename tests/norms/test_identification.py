"""Nobody is heard unidentified, and the commission is seen to watch."""

from dataclasses import replace

import pytest

from hattama.core.sitting import commands as c
from hattama.core.sitting.reading import present_during
from hattama.core.sitting.steps import Step
from tests.core.sittings import (
    AIDA,
    BOLAT,
    COLLEGE,
    DEAN,
    NINE,
    SECRETARY,
    STUDENTS,
    VERA,
    VOTERS,
    identified,
    joined,
    planned,
    shown,
    talking,
    waiting,
)

FIRST, SECOND = STUDENTS["h1"], "h2"


def strangers():
    """A college's sitting before its opening: the members known, no student yet."""
    log = joined(waiting(planned(COLLEGE)), *VOTERS, SECRETARY, FIRST)
    return log.do(*(c.IdentifyMember(DEAN, one, "visual") for one in VOTERS))


@pytest.mark.norm("tve-attestation-2020/p16a", "tve-process-2020/p21-3n")
def test_a_student_is_not_called_before_the_identification():
    log = strangers()
    log.now = NINE
    log.do(c.OpenSitting(VOTERS[0]))
    call = c.CallStudent(SECRETARY, "h1")
    assert log.refusal(call).code == "not-identified"
    assert log.refusal(call).norms == ("tve-attestation-2020/p24",)
    log.do(identified("h1"), call)
    assert log.last.act == "student-called"


@pytest.mark.norm("tve-process-2020/p21-3p", "tve-process-2020/p21-3n")
def test_an_identification_names_its_method_its_hand_and_its_time():
    log = strangers()
    identify = identified("h1")
    assert log.code(replace(identify, by=VERA)) == "not-secretary"
    assert log.refusal(replace(identify, method=" ")).code == "no-method"
    log.do(identify)
    assert (log.last.by, log.last.method, log.last.at) == (SECRETARY, "visual", log.now)


@pytest.mark.norm("he-attestation-2020/p44a")
@pytest.mark.parametrize("shown", [True, False])
def test_whether_the_original_was_shown_is_recorded(shown):
    log = strangers().do(replace(identified("h1"), original_shown=shown))
    assert log.last.original_shown is shown


@pytest.mark.norm("tve-attestation-2020/p16b", "tve-process-2020/p21-3o")
def test_without_watching_members_nobody_is_called():
    log = talking()
    log.do(*(c.LeaveSitting(one, one) for one in (AIDA, BOLAT)))
    log.do(c.InterruptHearing(SECRETARY, "h1", "technical", "no sound"))
    assert log.refusal(c.CallStudent(SECRETARY, SECOND)).facts == {
        "present": 2,
        "needed": 3,
    }


@pytest.mark.norm("tve-attestation-2020/p16b", "tve-process-2020/p21-3o")
def test_it_is_known_who_of_the_commission_was_there_and_when():
    log = talking()
    log.wait(3)
    log.do(c.LeaveSitting(AIDA, AIDA))
    left = log.now
    log.wait(3)
    during = present_during(log.state, NINE, left)
    after = present_during(log.state, log.now, log.now)
    assert {*VOTERS} <= {*during}
    assert {*VOTERS} - {*after} == {AIDA}


@pytest.mark.norm(
    "he-attestation-2020/p45b",
    "he-attestation-2020/p45c",
    "he-attestation-2020/p54a",
)
@pytest.mark.parametrize("by", [SECRETARY, VERA])
@pytest.mark.parametrize("found", ["another person", "a second phone"])
def test_what_may_not_be_in_the_room_stops_the_hearing_and_is_recorded(found, by):
    log = shown().do(c.ReportObject(by, "h1", found))
    assert (log.last.by, log.last.what) == (by, found)
    begin = c.BeginStep(SECRETARY, "h1", Step.ANNOUNCEMENT)
    assert log.code(begin) == "object-in-room"
    log.do(c.NoteBreach(by, FIRST, f"{found} helped", "h1"))
    assert log.state.breaches
    log.do(c.RecordRemoval(SECRETARY, "h1"), c.PassRoom(SECRETARY, "h1"), begin)
