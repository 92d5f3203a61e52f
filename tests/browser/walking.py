"""What people do with pages: open, fill in, press, sign."""

from datetime import timedelta

from django.utils import timezone

from hattama.demo.loading import PASSWORD
from hattama.people.models import Post


def holder(slug, office):
    """Who holds an office of an institution of the town."""
    posts = Post.objects.filter(person__institution__slug=slug, office=office)
    return posts.order_by("pk")[0].person


def fill(page, **fields):
    for name, value in fields.items():
        page.locator(f"[name={name}]:visible").fill(str(value))


def press(page, label):
    page.get_by_role("button", name=label, exact=True).first.click()


def deed(page, label, **fields):
    """Open a deed's form, fill it in and send it."""
    form = page.locator("details.deed", has=page.get_by_text(label, exact=True)).first
    form.locator("summary").click()
    for name, value in fields.items():
        form.locator(f"[name={name}]").fill(value)
    form.get_by_role("button", name=label, exact=True).click()


def sign(page, live_url):
    """Sign everything that waits for the person at this page."""
    page.goto(f"{live_url}/documents/to-sign/")
    for box in page.locator("input[type=checkbox]").all():
        box.check()
    fill(page, password=PASSWORD)
    press(page, "Sign what is ticked")


def vote(page, choice):
    page.reload()
    page.locator(f"input[type=radio][value='{choice}']").check(force=True)
    page.locator("#vote-confirm summary").click()
    press(page, "Yes, hand in my form")


def started(minutes=40):
    """A moment of today from which on a hearing fits in before midnight."""
    start = timezone.localtime() - timedelta(minutes=minutes)
    late = (start.hour, start.minute) > (23, 40)
    return start - timedelta(minutes=20) if late else start
