"""A college defends diploma projects: from the order to the published result.

Everything that is not a clock goes without scripts; deputy, head, secretary and the
commission are signed in at once, each in a browser of their own.
"""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from hattama.base import ledger
from hattama.demo.case import Case
from hattama.demo.house import House, Team
from hattama.demo.preparing import acquaint, approve_topics
from hattama.final.models import (
    Attestation,
    Campaign,
    Candidate,
    Commission,
    Hearing,
    Result,
    Sitting,
)
from hattama.people.models import Group, Institution, Post
from tests.browser.walking import (
    deed,
    fill,
    holder,
    press,
    sign,
    started,
    vote,
)

SLUG = "college"
AHEAD = 38  # days until the first sitting: a month and a few days


@pytest.fixture
def teachers(town):
    """Give teachers of the college who sit in no commission yet."""
    posts = Post.objects.filter(person__institution__slug=SLUG, office="teacher")
    return [post.person for post in posts.filter(person__seats=None)[:4]]


def test_from_the_order_to_the_published_result(town, live_url, seated, teachers):
    deputy = seated(holder(SLUG, "vice_head"))
    head = seated(holder(SLUG, "head"))
    attestation = set_up(deputy, live_url)
    commission = compose(deputy, live_url, teachers, attestation)
    sign(head, live_url)
    assert Commission.objects.get(pk=commission.pk).order.registered
    candidate = admit_one(deputy, live_url, attestation, head)
    chair, members = seated(teachers[0]), [seated(who) for who in teachers[1:3]]
    secretary = seated(teachers[3])
    sitting = lay_out(secretary, live_url, commission)
    student = seated(candidate.student.person)
    gather(live_url, sitting, secretary, [chair, *members, student])
    identify(seated(holder(SLUG, "department_head")), live_url, sitting)
    defend(secretary, chair, members)
    publish(live_url, sitting, secretary, chair)
    result = Result.objects.get(candidate=candidate)
    assert (result.grade, result.degree) == ("4", True)
    student.goto(f"{live_url}{reverse('my_attestation')}")
    assert "4" in student.locator("main").inner_text()
    stranger = seated(None)
    stranger.goto(f"{live_url}/at/{SLUG}/{attestation.pk}/")
    assert candidate.student.person.short_name in stranger.inner_text("main")
    assert list(ledger.breaks()) == []


def set_up(deputy, live_url):
    """Open a campaign and set the programme's form and first sitting."""
    first = timezone.localdate() + timedelta(days=AHEAD)
    deputy.goto(f"{live_url}{reverse('create_campaign')}")
    fill(
        deputy,
        title_kk="Қысқы аттестаттау",
        title_ru="Зимняя аттестация",
        starts_on=first,
        ends_on=first + timedelta(days=3),
    )
    deputy.locator("main form button[type=submit]").first.click()
    campaign = Campaign.objects.latest("pk")
    deputy.goto(f"{live_url}{reverse('add_attestation', args=[campaign.pk])}")
    deputy.locator("[name=programme]").select_option(index=1)
    deputy.locator("[name=form]").select_option("defence")
    fill(deputy, form_decision="№ 5, 01.10.2026", first_sitting=f"{first}T10:00")
    deputy.locator("main form button[type=submit]").first.click()
    return Attestation.objects.get(campaign=campaign)


def compose(deputy, live_url, people, attestation):
    """Compose the commission and draw up its order."""
    campaign = attestation.campaign_id
    deputy.goto(f"{live_url}{reverse('appoint_commission', args=[campaign])}")
    deputy.locator("[name=attestations]").first.check()
    fill(
        deputy,
        name_kk="Комиссия",
        name_ru="Комиссия",
        chair=people[0].full_name,
        member_1=people[1].full_name,
        member_2=people[2].full_name,
        secretary=people[3].full_name,
    )
    press(deputy, "Compose")
    commission = Commission.objects.get(campaign=campaign)
    deputy.goto(f"{live_url}{reverse('commission', args=[commission.pk])}")
    press(deputy, "Draw up the order")
    return commission


def admit_one(deputy, live_url, attestation, head):
    """Enrol the group, approve the topics, admit one student; the head signs."""
    group = Group.objects.filter(programme=attestation.programme)[0]
    deputy.goto(f"{live_url}{reverse('enrol_candidates', args=[attestation.pk])}")
    deputy.locator(f"input[type=checkbox][value='{group.pk}']").check()
    deputy.locator("main form button[type=submit]").first.click()
    prepare(attestation)
    deputy.goto(f"{live_url}{reverse('admission', args=[attestation.pk])}")
    for box in deputy.locator("input[name=candidate]").all()[1:]:
        box.uncheck()
    press(deputy, "Draw up the admission order")
    sign(head, live_url)
    return Candidate.objects.filter(attestation=attestation).admitted().get()


def prepare(attestation):
    """Acquaint and give topics, as the demo does it."""
    institution = Institution.objects.get(slug=SLUG)
    told = {
        "things": [{"kk": f"Жоба {n}", "ru": f"Проект {n}"} for n in range(24)],
        "topics": [{"kk": "{}", "ru": "{}"}],
    }
    curator, vice = holder(SLUG, "curator"), holder(SLUG, "vice_head")
    team = Team(
        *(attestation.programme, None, told, vice, None, None, ()),
        supervisors=(curator,),
        reviewer=None,
    )
    house = House(institution, {}, {"vice_head": vice}, (), ())
    case = Case(house, team, attestation.campaign, attestation, ahead=False)
    acquaint(case, timezone.now())
    approve_topics(case, timezone.now())


def lay_out(secretary, live_url, commission):
    """Lay the hearing out, tell everybody, convene."""
    start = started()
    secretary.goto(f"{live_url}{reverse('lay_out_hearings', args=[commission.pk])}")
    fill(secretary, first_day=start.date(), opens=f"{start:%H:%M}", slot=15)
    press(secretary, "Show the times")
    press(secretary, "Lay the hearings out like this")
    sitting = Sitting.objects.get(commission=commission)
    secretary.goto(f"{live_url}{reverse('sitting_plan', args=[sitting.pk])}")
    secretary.locator("form[action$='/announce/'] button").click()
    secretary.goto(f"{live_url}{reverse('sitting_plan', args=[sitting.pk])}")
    secretary.locator("form[action$='/convene/'] button").click()
    return sitting


def gather(live_url, sitting, secretary, others):
    for page in (secretary, *others):
        page.goto(f"{live_url}{reverse('sitting', args=[sitting.pk])}")
        if page != secretary:
            press(page, "Enter the room")


def identify(page, live_url, sitting):
    """The head of department identifies the three who vote."""
    page.goto(f"{live_url}{reverse('sitting', args=[sitting.pk])}")
    for _ in range(3):
        page.locator("details.deed", has_text="Identified").first.locator(
            "summary"
        ).click()
        form = page.locator("details[open]")
        form.get_by_role("button", name="Identified", exact=True).click()


def defend(secretary, chair, members):
    secretary.reload()
    press(secretary, "Open the sitting")
    secretary.get_by_label("The original of the document was shown").first.check()
    for label in (
        "Identified",
        "Call the student",
        "The room was shown, nothing foreign",
        "Begin: announcement",
        "Begin: talk",
        "Begin: questions",
    ):
        press(secretary, label)
    members[0].reload()
    members[0].locator("[name=text]").fill("Неге осы тәсіл?")
    press(members[0], "Ask a question")
    secretary.reload()
    deed(secretary, "Answered")
    deed(secretary, "Leave out: reviews", reason="handed out before")
    deed(secretary, "Leave out: reply", reason="no remarks")
    press(secretary, "Begin: closed discussion")
    press(secretary, "Open the vote: the grade")
    for page, grade in zip((chair, *members), "445", strict=True):
        vote(page, grade)
    secretary.reload()
    press(secretary, "Close the vote and count: the grade")
    press(secretary, "Open the vote: the degree")
    for page in (chair, *members):
        vote(page, "award")
    secretary.reload()
    press(secretary, "Close the vote and count: the degree")
    press(secretary, "Close the sitting")


def publish(live_url, sitting, secretary, chair):
    """Draw up both protocols, sign them, publish the result."""
    protocols = f"{live_url}{reverse('sitting_protocols', args=[sitting.pk])}"
    secretary.goto(protocols)
    press(secretary, "Draw up 1 protocol")
    secretary.goto(protocols)
    press(secretary, "Draw up the protocol of the sitting")
    sign(chair, live_url)
    sign(secretary, live_url)
    secretary.goto(protocols)
    press(secretary, "Publish 1 result")
    assert Hearing.objects.get(sitting=sitting).outcome == "heard"
