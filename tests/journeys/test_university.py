"""A university's oral exam: an interruption, a technical act, and an appeal.

Everything goes through the pages' own addresses, each deed by the person whose it is;
the clock is pinned, so that days can pass.
"""

from datetime import datetime, time, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from hattama.appeals.models import Appeal, AppealsSeat
from hattama.base import clock, ledger
from hattama.calendars.queries import calendar_of
from hattama.core.sitting import fold
from hattama.core.sitting.events import Ending
from hattama.demo.loading import PASSWORD
from hattama.documents.models import Document
from hattama.documents.queries import to_sign
from hattama.final.models import Attestation, Commission, Result, Seat, Sitting
from hattama.final.queries.log import events, state_of
from hattama.people.models import Institution, Post

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
PICTURE = b"\x89PNG\r\n\x1a\n a sheet"
COURSE = ("identify-student", "call-student", "pass-room", "draw-ticket")


class Town:
    """The people of one commission, each at a page of their own, and the hour."""

    def __init__(self, institution, commission, now):
        self.institution, self.now, self.pages = institution, now, {}
        self.commission = commission
        seats = Seat.objects.filter(commission=commission).select_related("person")
        by_role = {role: [s.person for s in seats if s.role == role] for role in ROLES}
        self.chair, self.secretary = by_role["chair"][0], by_role["secretary"][0]
        self.voters = [self.chair, *by_role["member"]]

    def holder(self, office):
        posts = Post.objects.filter(person__institution=self.institution)
        return posts.filter(office=office).latest("pk").person

    def post(self, person, name, /, *given, seconds=10, **fields):
        """Post a form as a person; what is not a redirect is shown as it is."""
        self.now += timedelta(seconds=seconds)
        if person not in self.pages:
            self.pages[person] = Client()
            self.pages[person].force_login(person.user, backend=BACKEND)
        with clock.pin(self.now):
            answer = self.pages[person].post(reverse(name, args=given), fields)
        assert answer.status_code in (204, 302), answer.content.decode()
        return answer

    def sign(self, person):
        waiting = [signature.pk for signature in to_sign(person)]
        self.post(person, "sign_together", signature=waiting, password=PASSWORD)


ROLES = ("chair", "member", "secretary")


@pytest.fixture
def here(town):
    institution = Institution.objects.get(slug="university")
    attestation = Attestation.objects.get(
        campaign__institution=institution, form="oral-exam"
    )
    commission = Commission.objects.get(attestations=attestation)
    return Town(institution, commission, timezone.now())


@pytest.fixture
def sitting(here):
    """Give the first of the sittings that the secretary laid out and announced."""
    here.sign(here.holder("head"))
    day = calendar_of(here.institution).next_working_day(timezone.localdate())
    here.post(
        here.secretary,
        "lay_out_hearings",
        here.commission.pk,
        first_day=day.isoformat(),
        opens="10:00",
        slot=15,
        order="name",
    )
    first = Sitting.objects.filter(commission=here.commission).earliest("starts_at")
    here.post(here.secretary, "announce_sitting", first.pk)
    here.now = first.starts_at - timedelta(minutes=25)
    here.post(here.secretary, "convene_sitting", first.pk)
    return first


def do(here, person, sitting, command, /, **fields):
    here.post(person, "give_command", sitting.pk, command, **fields)


def open_sitting(here, sitting, students):
    for person in (*here.voters, here.secretary, *students):
        do(here, person, sitting, "join-sitting", person=person.key)
    head = here.holder("department_head")
    for person in here.voters:
        fields = {"person": person.key, "method": "document"}
        do(here, head, sitting, "identify-member", **fields)
    here.now = sitting.starts_at
    do(here, here.chair, sitting, "open-sitting")


def to_the_answer(here, sitting, hearing):
    """Bring a student from the door to the oral answer."""
    for command in COURSE:
        fields = {"method": "document", "original_shown": "on"}
        do(here, here.secretary, sitting, command, hearing=hearing.pk, **fields)
    sheet = SimpleUploadedFile("sheet.png", PICTURE)
    here.post(here.secretary, "keep_sheet", sitting.pk, hearing=hearing.pk, sheet=sheet)
    fields = {"hearing": hearing.pk, "step": "answer"}
    do(here, here.secretary, sitting, "begin-step", **fields)


def interrupt(here, sitting, hearing, *, go_on):
    """The line breaks; the student asks to go on; the commission decides."""
    student, key = hearing.candidate.student.person, {"hearing": hearing.pk}
    fields = key | {"cause": "connection-lost", "remark": ""}
    do(here, here.secretary, sitting, "interrupt-hearing", **fields)
    do(here, student, sitting, "ask-to-continue", **key)
    fields = key | {"go_on": "yes" if go_on else "no", "ayes": 4, "noes": 0}
    do(here, here.secretary, sitting, "decide-interruption", **fields)


def vote(here, sitting, hearing, matter, choices):
    fields = {"hearing": hearing.pk, "matter": matter}
    do(here, here.secretary, sitting, "open-ballot", **fields)
    for person, choice in zip(here.voters, choices, strict=True):
        do(here, person, sitting, "cast-vote", choice=choice, **fields)
    do(here, here.secretary, sitting, "close-ballot", chair_told="on", **fields)


def finish(here, sitting, hearing):
    """Questions, discussion, both votes, and the result told."""
    key, chair = {"hearing": hearing.pk}, here.chair
    do(here, here.secretary, sitting, "begin-step", step="questions", **key)
    fields = key | {"asker": chair.key, "text": "Мысал келтіріңіз."}
    do(here, chair, sitting, "ask-question", **fields)
    do(here, here.secretary, sitting, "answer-question", number=1, text="", **key)
    do(here, chair, sitting, "begin-step", step="discussion", **key)
    vote(here, sitting, hearing, "grade", ["B", "C+", "C+", "C+", "B"])
    vote(here, sitting, hearing, "degree", ["award"] * len(here.voters))
    do(here, chair, sitting, "announce-result", **key)


@pytest.mark.norm("he-attestation-2020/p40b", "he-attestation-2020/p23b")
def test_an_oral_exam_with_an_interruption_and_an_act(here, sitting):
    first, second = sitting.hearings.order_by("position")[:2]
    students = [one.candidate.student.person for one in (first, second)]
    open_sitting(here, sitting, students)
    to_the_answer(here, sitting, first)
    interrupt(here, sitting, first, go_on=True)
    finish(here, sitting, first)
    to_the_answer(here, sitting, second)
    broke = here.now
    interrupt(here, sitting, second, go_on=False)
    draw_up_act(here, sitting, second, broke)
    state = state_of(sitting)
    assert state.hearings[str(first.pk)].ending is Ending.GRADED
    assert state.hearings[str(second.pk)].ending is Ending.RESCHEDULED
    assert state == fold(events(sitting))
    act = Document.objects.get(template="technical-act")
    assert set(here.voters) <= set(act.readers.all())
    publish(here, sitting)
    result = Result.objects.get(candidate=first.candidate)
    assert (result.grade, result.passed) == ("C+", True)
    appeal(here, result)
    assert list(ledger.breaks()) == []


def draw_up_act(here, sitting, hearing, since):
    """Draw up the act; the chair sets another day, the one of the next sitting."""
    fields = {
        "hearing": hearing.pk,
        "what": "Байланыс үзілді",
        "cause": "Провайдердегі ақау",
        "since": f"{timezone.localtime(since):%Y-%m-%dT%H:%M:%S}",
        "until": f"{timezone.localtime(here.now):%Y-%m-%dT%H:%M:%S}",
    }
    do(here, here.secretary, sitting, "draw-up-act", **fields)
    following = here.commission.sittings.exclude(pk=sitting.pk).earliest("starts_at")
    day = timezone.localdate(following.starts_at).isoformat()
    do(here, here.chair, sitting, "reschedule", hearing=hearing.pk, day=day)
    assert following.hearings.filter(candidate=hearing.candidate).exists()


def publish(here, sitting):
    here.post(here.secretary, "draw_up_protocols", sitting.pk)
    here.sign(here.chair)
    here.sign(here.secretary)
    here.post(here.secretary, "publish_results", sitting.pk)


def appeal(here, result):
    """The student appeals; the commission meets next day and changes the grade."""
    student = result.candidate.student.person
    here.post(
        student,
        "lodge_appeal",
        result.pk,
        grounds=["grade"],
        text="Бағаммен келіспеймін.",
    )
    lodged = Appeal.objects.get(result=result)
    hearers = {
        seat.role: seat
        for seat in AppealsSeat.objects.filter(
            commission__campaign=here.commission.campaign
        )
    }
    chair, secretary = hearers["chair"].person, hearers["secretary"].person
    day = calendar_of(here.institution).next_working_day(timezone.localdate(here.now))
    at = datetime.combine(day, time(10), timezone.localtime(here.now).tzinfo)
    fields = {"at": f"{at:%Y-%m-%dT%H:%M}", "link": ""}
    here.post(secretary, "schedule_appeal", lodged.pk, **fields)
    here.now = at + timedelta(minutes=5)
    decide(here, lodged, secretary)
    here.sign(chair)
    here.sign(secretary)
    here.post(secretary, "deliver_answer", lodged.pk)
    changed = Result.objects.get(candidate=result.candidate, replaced_by=None)
    assert (changed.grade, changed.basis) == ("B", "appeal")
    assert changed.published_at == here.now
    assert Result.objects.get(pk=result.pk).grade == "C+"


def decide(here, lodged, secretary):
    lodged.refresh_from_db()
    seats = AppealsSeat.objects.filter(commission=lodged.commission)
    here.post(
        secretary,
        "record_decision",
        lodged.pk,
        present=[seat.pk for seat in seats if seat.role != "secretary"],
        upheld=0,
        changed=3,
        reheard=0,
        grade="B",
        points="",
        considered="Жауап парағы",
        reason="Жауап толық.",
    )
