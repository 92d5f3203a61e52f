"""What the tests of the preparation share: a day in April, posting, orders signed."""

import itertools
import uuid
from datetime import datetime
from zoneinfo import ZoneInfo

from django.urls import reverse

from hattama.base import clock, ledger
from hattama.documents.models import Document
from tests import make

ALMATY = ZoneInfo("Asia/Almaty")
APRIL = datetime(2026, 4, 20, 10, tzinfo=ALMATY)
FIRST = datetime(2026, 6, 15, 9, tzinfo=ALMATY)
PDF = b"%PDF-1.7 a work"
numbers = itertools.count(1000)


def post(client, name, *args, now=APRIL, once="", **data):
    with clock.pin(now):
        return client.post(
            reverse(name, args=args), {"once": once or uuid.uuid4(), **data}
        )


def get(client, name, *args, now=APRIL, **data):
    with clock.pin(now):
        return client.get(reverse(name, args=args), data)


def refused(response, code):
    """Whether a page says no with the code's sentence; names what it says."""
    return response.status_code == 409 and response.context["refusal"].code == code


def statuses(signed_in, cast, name, *args, among, **data):
    """What each of the cast is answered to a post, by name."""
    return {
        who: post(signed_in(cast.everybody[who]), name, *args, **data).status_code
        for who in among
    }


STRANGERS = ("aigerim", "bolat", "timur", "dana", "marat", "vera")
READERS = ("rustem", "saule")


def registered(document, at=APRIL):
    """The order as it is once the head has signed it."""
    Document.objects.filter(pk=document.pk).update(
        state="registered", number=next(numbers), year=at.year, registered_at=at
    )
    document.refresh_from_db()
    return document


def acts(subject):
    return [line.act for line in ledger.lines(subject.stream)]


def last_facts(subject):
    return ledger.told(ledger.lines(subject.stream)[-1])


def tve(cast, **values):
    """A college's campaign whose head is Timur; Dana studies there."""
    campaign = make.campaign(cast.college, made_by=cast.timur)
    programme = cast.dana.student.group.programme
    return make.attestation(campaign, programme, first_sitting=FIRST, **values)
