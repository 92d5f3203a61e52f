"""Two who act on an appeal at the same moment: the second one is refused."""

import pytest

from hattama.appeals import actions
from hattama.appeals.models import Appeal
from hattama.core.rules import RuleBroken
from hattama.documents.models import Document
from hattama.notices.queries import deliveries
from tests.appeals.conftest import DAY, HOUR, PUBLISHED, signed, verdict

pytestmark = pytest.mark.django_db


def seen_by_two(appeal):
    """Give what two requests have loaded before either of them writes."""
    return Appeal.objects.get(pk=appeal.pk), Appeal.objects.get(pk=appeal.pk)


def test_an_appeal_that_was_just_withdrawn_gets_no_sitting(cast, appeal, panel):
    students, secretarys = seen_by_two(appeal)
    actions.withdraw_appeal(students, cast.aigerim, PUBLISHED + 2 * HOUR)
    with pytest.raises(RuleBroken, match="appeal-over"):
        actions.schedule_appeal(
            secretarys,
            at=PUBLISHED + 3 * DAY,
            link="",
            by=panel.secretary,
            now=PUBLISHED + 2 * HOUR,
        )
    appeal.refresh_from_db()
    assert appeal.state == Appeal.State.WITHDRAWN


def test_an_appeal_is_decided_once(scheduled, panel):
    first, second = seen_by_two(scheduled)
    now = scheduled.sitting_at + HOUR
    actions.record_decision(first, verdict(panel), by=panel.secretary, now=now)
    with pytest.raises(RuleBroken, match="appeal-over"):
        actions.record_decision(second, verdict(panel), by=panel.secretary, now=now)
    assert Document.objects.filter(template="appeal-decision").count() == 1


def test_a_student_is_answered_once(decided, panel):
    signed(decided.protocol, decided.decided_at + HOUR)
    first, second = seen_by_two(decided)
    now = decided.decided_at + 2 * HOUR
    actions.deliver_answer(first, by=panel.secretary, now=now)
    with pytest.raises(RuleBroken, match="appeal-answered"):
        actions.deliver_answer(second, by=panel.chair, now=now)
    assert deliveries(decided.stream, "appeal-answer").count() == 1
