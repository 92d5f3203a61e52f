"""The chair's report (he-attestation-2020/p63)."""

import pytest

from hattama.documents.models import Document
from hattama.final.models import Sitting
from tests import make

WORDS = {"conclusions": "Дайындық жақсы.\nТақырыптар өзекті.", "recommendations": ""}


@pytest.fixture
def page(cast):
    make.sitting(cast.commission, cast.candidates, state=Sitting.State.CLOSED)
    return f"/appeals/report/{cast.commission.pk}/"


@pytest.mark.norm("he-attestation-2020/p63")
def test_the_chair_adds_words_to_counted_numbers(cast, page, signed_in):
    chair = signed_in(cast.daniyar)
    assert chair.get(page).status_code == 200
    answer = chair.post(page, WORDS)
    report = Document.objects.get(template="chair-report")
    assert answer.url == f"/documents/{report.pk}/"
    assert report.facts["conclusions"] == ["Дайындық жақсы.", "Тақырыптар өзекті."]
    assert (report.facts["appeals_lodged"], report.facts["sittings"]) == (0, 1)


def test_nobody_else_writes_it(cast, page, signed_in):
    answers = {
        name: signed_in(who).post(page, WORDS).status_code
        for name, who in cast.everybody.items()
        if name != "daniyar"
    }
    assert answers == {
        **dict.fromkeys(("aigerim", "bolat", "timur", "dana"), 404),
        **dict.fromkeys(("saule", "vera", "marat", "olzhas"), 403),
        **dict.fromkeys(("gulnar", "rustem", "zarina"), 403),
    }


def test_before_the_last_sitting_is_closed_it_is_refused(cast, signed_in):
    make.sitting(cast.commission, cast.candidates)
    answer = signed_in(cast.daniyar).post(
        f"/appeals/report/{cast.commission.pk}/", WORDS
    )
    assert answer.status_code == 409
    assert not Document.objects.filter(template="chair-report").exists()
