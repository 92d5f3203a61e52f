"""The notices' pages: who sees them, and how much they ask of the database."""

import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from hattama.base import files
from hattama.notices import queries
from tests import make
from tests.make import NOON


def test_everybody_has_an_inbox_of_their_own(cast, told, signed_in):
    notice = told([cast.aigerim])
    for person in cast.everybody.values():
        page = signed_in(person).get(reverse("inbox")).context["page"]
        shown = [delivery.notice for delivery in page]
        assert shown == ([notice] if person == cast.aigerim else [])


def test_what_waits_is_counted(cast, told, signed_in):
    told([cast.aigerim])
    told([cast.aigerim], confirm_by=NOON)
    assert queries.waiting(cast.aigerim) == 2
    client = signed_in(cast.aigerim)
    for delivery in cast.aigerim.deliveries.all():
        client.get(reverse("delivery", args=[delivery.pk]))
    assert queries.waiting(cast.aigerim) == 1


def test_the_outbox_is_for_those_who_answer_for_it(cast, told, signed_in):
    told()
    url = reverse("outbox")
    for person in cast.others("gulnar", "rustem", "zarina", "timur"):
        assert signed_in(person).get(url).status_code == 404
    assert signed_in(cast.zarina).get(url).status_code == 403
    assert list(signed_in(cast.timur).get(url).context["page"]) == []
    letters = signed_in(cast.gulnar).get(url).context["page"]
    assert {letter.delivery.person for letter in letters} == {cast.aigerim, cast.bolat}


def test_a_letter_is_read_by_who_appoints_and_only_while_none_is_sent(
    cast, told, signed_in, settings
):
    token = told([cast.aigerim], confirm_by=NOON).deliveries.get().token

    def shown_to(person):
        return token in signed_in(person).get(reverse("outbox")).content.decode()

    assert shown_to(cast.rustem)
    assert not shown_to(cast.gulnar)
    settings.OUTBOX = False
    assert not shown_to(cast.rustem)


def test_a_file_is_given_to_who_was_told(cast, told, signed_in):
    file = files.keep(
        institution=cast.university.pk, name="a.pdf", data=b"%PDF-", kind="x/y"
    )
    delivery = told([cast.aigerim], files=[file]).deliveries.get()
    url = reverse("notice_file", args=[delivery.pk, file.pk])
    for person in cast.others("aigerim"):
        assert signed_in(person).get(url).status_code == 404
    given = signed_in(cast.aigerim).get(url)
    assert b"".join(given.streaming_content) == b"%PDF-"
    foreign = reverse("notice_file", args=[delivery.pk, file.pk + 1])
    assert signed_in(cast.aigerim).get(foreign).status_code == 404


def test_the_call_list_is_taken_away(cast, told, signed_in):
    cast.aigerim.phone = "+7 701 123 45 67"
    cast.aigerim.save()
    notice = told([cast.aigerim], confirm_by=NOON)
    url = reverse("call_list", args=[notice.pk])
    given = signed_in(cast.gulnar).get(url, {"export": "xlsx"})
    rows = load_workbook(io.BytesIO(given.content)).active.iter_rows(values_only=True)
    assert list(rows)[1] == (
        "ИС-22",
        cast.aigerim.full_name,
        "+7 701 123 45 67",
        cast.aigerim.email,
        None,
    )


def test_who_answers_for_nothing_sees_no_notices_sent(cast, told, signed_in):
    told(by=cast.vera)
    url = reverse("notices_sent")
    for person in cast.others("vera", "gulnar", "rustem", "zarina", "timur"):
        assert signed_in(person).get(url).status_code == 404
    for reader in (cast.vera, cast.gulnar):
        (sent,) = signed_in(reader).get(url).context["page"]
        assert (sent.told, sent.opened, sent.confirmed) == (2, 0, 0)


@pytest.mark.parametrize("name", ["notice", "call_list", "outbox", "notices_sent"])
def test_lists_ask_the_database_equally_often(
    name,
    cast,
    told,
    signed_in,
    django_assert_max_num_queries,
    django_assert_num_queries,
):
    group = cast.aigerim.student.group
    client = signed_in(cast.gulnar)

    def url_of(notice):
        needs = name in {"notice", "call_list"}
        return reverse(name, args=[notice.pk] if needs else [])

    small = told([cast.aigerim], confirm_by=NOON)
    client.get(url_of(small))
    with django_assert_max_num_queries(40) as one:
        client.get(url_of(small))
    many = [make.student(group).person for _each in range(30)]
    large = told(many, confirm_by=NOON)
    for _each in range(28):
        told([cast.aigerim])
    with django_assert_num_queries(len(one)):
        client.get(url_of(large))
