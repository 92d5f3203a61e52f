"""The page of a refusal leads back to the page one came from, if it is ours."""

import pytest
from django.urls import reverse


@pytest.mark.parametrize(
    ("came_from", "back"),
    [
        ("http://testserver/documents/to-sign/?page=2", "to-sign/?page=2"),
        ("https://elsewhere.example/", ""),
        ("javascript:alert(1)", ""),
        ("", ""),
    ],
)
def test_back(cast, signed_in, came_from, back):
    answer = signed_in(cast.aigerim).post(
        reverse("sign_together"), headers={"referer": came_from}
    )
    assert answer.status_code == 409
    assert answer.context["back"].endswith(back)
    assert bool(answer.context["back"]) == bool(back)
