from datetime import date, datetime, timedelta

import pytest

from hattama.final.models import Candidate, Meeting
from hattama.notices.models import Delivery
from tests import make
from tests.final.preparing import (
    ALMATY,
    APRIL,
    acts,
    get,
    last_facts,
    post,
    refused,
    statuses,
    tve,
)

STRANGERS = ("bolat", "aigerim", "timur", "dana")
READERS = ("rustem", "vera", "marat", "daniyar")
BEGINS = datetime(2026, 6, 8, 15, tzinfo=ALMATY)


def meeting_of(attestation, kind="webinar", starts_at=BEGINS):
    return Meeting.objects.create(
        attestation=attestation, kind=kind, starts_at=starts_at
    )


class TestSchedule:
    @pytest.mark.norm("he-attestation-2020/p70f", "he-attestation-2020/p73b")
    def test_a_webinar_invites_students_and_members(self, cast, signed_in):
        data = {"kind": "webinar", "starts_at": "2026-06-08T15:00"}
        post(signed_in(cast.saule), "meetings", cast.attestation.pk, **data)
        assert Meeting.objects.get().starts_at == BEGINS
        assert set(Delivery.objects.values_list("person", flat=True)) == {
            person.pk
            for person in (
                cast.aigerim,
                cast.bolat,
                cast.daniyar,
                cast.vera,
                cast.marat,
                cast.olzhas,
                cast.saule,
            )
        }
        assert acts(cast.attestation) == ["meeting-scheduled"]

    def test_refused_to_everybody_else(self, cast, signed_in):
        data = {"kind": "consultation", "starts_at": "2026-06-08T15:00"}
        found = statuses(
            signed_in,
            cast,
            "meetings",
            cast.attestation.pk,
            among=STRANGERS + READERS,
            **data,
        )
        assert found == dict.fromkeys(STRANGERS, 404) | dict.fromkeys(READERS, 403)

    @pytest.mark.parametrize("at", ["2026-04-19T15:00", "2026-06-15T09:00"])
    def test_at_a_wrong_time(self, cast, signed_in, at):
        data = {"kind": "consultation", "starts_at": at}
        answer = post(signed_in(cast.saule), "meetings", cast.attestation.pk, **data)
        assert refused(answer, "meeting-at-wrong-time")

    def test_an_exam_has_no_preliminary_defence(self, cast, signed_in):
        exam = make.attestation(
            cast.campaign, make.programme(cast.university), form="test"
        )
        data = {"kind": "predefence", "starts_at": "2026-06-08T15:00"}
        answer = post(signed_in(cast.gulnar), "meetings", exam.pk, **data)
        assert refused(answer, "no-predefence-in-this-form")

    @pytest.mark.norm("tve-attestation-2020/p19a")
    @pytest.mark.parametrize(
        ("at", "outside"), [("2026-06-05T15:00", True), ("2026-06-10T15:00", False)]
    )
    def test_outside_the_window_is_recorded(self, cast, signed_in, at, outside):
        attestation = tve(cast)
        deputy = make.person(cast.college)
        make.post(deputy, "vice_head")
        data = {"kind": "webinar", "starts_at": at}
        post(signed_in(deputy), "meetings", attestation.pk, **data)
        assert last_facts(attestation)["outside_window"] is outside

    def test_no_script_behind_a_link(self, cast, signed_in):
        data = {
            "kind": "webinar",
            "starts_at": "2026-06-08T15:00",
            "link": "javascript:alert(1)",
        }
        page = post(signed_in(cast.saule), "meetings", cast.attestation.pk, **data)
        assert "link" in page.context["form"].errors


class TestRecord:
    AFTER = BEGINS + timedelta(hours=2)

    @pytest.mark.norm("he-attestation-2020/p70f", "he-attestation-2020/p74e")
    def test_a_webinar_explains_what_it_must(self, cast, signed_in):
        meeting = meeting_of(cast.attestation)
        client = signed_in(cast.saule)
        data = {"topics": ["procedure", "duration"], "present": [cast.aigerim.pk]}
        answer = post(client, "record_meeting", meeting.pk, now=self.AFTER, **data)
        assert refused(answer, "webinar-topics-missing")
        data["topics"].append("recording")
        for _ in range(2):
            post(client, "record_meeting", meeting.pk, now=self.AFTER, **data)
        meeting.refresh_from_db()
        assert (meeting.held_by, meeting.held_at) == (cast.saule, self.AFTER)
        assert list(meeting.attendance.values_list("person", flat=True)) == [
            cast.aigerim.pk
        ]

    @pytest.mark.norm("tve-process-2020/p21-3k", "tve-attestation-2020/p19b")
    @pytest.mark.parametrize(
        "left_out", ["procedure", "formatting", "duration", "appeal", "rehearsal"]
    )
    def test_a_college_explains_more(self, cast, signed_in, left_out):
        topics = {"procedure", "formatting", "duration", "appeal", "rehearsal"}
        meeting = meeting_of(tve(cast))
        deputy = make.person(cast.college)
        make.post(deputy, "vice_head")
        client, data = signed_in(deputy), {"topics": sorted(topics - {left_out})}
        answer = post(client, "record_meeting", meeting.pk, now=self.AFTER, **data)
        assert refused(answer, "webinar-topics-missing")
        assert "tve-process-2020/p21-3k" in answer.context["refusal"].norms

    @pytest.mark.norm("tve-attestation-2020/p18f")
    def test_a_preliminary_defence(self, cast, signed_in):
        meeting = meeting_of(cast.attestation, "predefence")
        aigerim, bolat = cast.candidates
        client = signed_in(cast.gulnar)
        data = {"present": [cast.aigerim.pk], "passed": [aigerim.pk, bolat.pk]}
        answer = post(client, "record_meeting", meeting.pk, now=self.AFTER, **data)
        assert refused(answer, "passed-but-absent")
        data["passed"] = [aigerim.pk]
        post(client, "record_meeting", meeting.pk, now=self.AFTER, **data)
        dates = Candidate.objects.order_by("pk").values_list(
            "predefended_on", flat=True
        )
        assert list(dates) == [date(2026, 6, 8), None]

    def test_not_before_it_begins(self, cast, signed_in):
        meeting = meeting_of(cast.attestation, "consultation")
        answer = post(signed_in(cast.saule), "record_meeting", meeting.pk, now=APRIL)
        assert refused(answer, "meeting-not-begun")

    def test_refused_to_everybody_else(self, cast, signed_in):
        meeting = meeting_of(cast.attestation, "consultation")
        found = statuses(
            signed_in,
            cast,
            "record_meeting",
            meeting.pk,
            among=STRANGERS + READERS,
        )
        assert found == dict.fromkeys(STRANGERS, 404) | dict.fromkeys(READERS, 403)


def test_pages(cast, signed_in):
    meeting = meeting_of(cast.attestation, "predefence")
    client = signed_in(cast.saule)
    later = TestRecord.AFTER
    assert get(client, "meetings", cast.attestation.pk, now=later).status_code == 200
    assert get(client, "record_meeting", meeting.pk, now=later).status_code == 200
