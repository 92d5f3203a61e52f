import pytest

from hattama.core.norms.catalogue import catalogue
from hattama.core.norms.citation import act, cite, one_a_place


@pytest.mark.parametrize(
    ("norm_id", "kind", "number", "item"),
    [
        ("he-attestation-2020/p33", "paragraph", "33", ""),
        ("he-attestation-2020/p64a", "paragraph", "64", ""),
        ("he-attestation-2020/p20.2", "paragraph", "20", "2"),
        ("he-attestation-2020/t2.postpone-a", "table", "2", ""),
        ("he-attestation-2020/approval", "approval", "", ""),
        ("he-process-2020/p11-17", "paragraph", "11-17", ""),
        ("he-process-2020/p36.10a", "paragraph", "36", "10"),
        ("dot-rules-2020/p24-he.4", "paragraph", "24", "4"),
        ("dot-rules-2020/p26-1.teacher3a", "paragraph", "26-1", "3"),
        ("dot-rules-2020/order2.3", "point", "2", "3"),
        ("dot-rules-2020/order4", "point", "4", ""),
        ("tve-process-2020/p21-3ab", "paragraph", "21-3", ""),
        ("tve-process-2020/p21c", "paragraph", "21", ""),
        ("tve-process-2020/p7-1", "paragraph", "7", "1"),
        ("tve-process-2020/p22-o2", "paragraph", "22", "2"),
        ("tve-attestation-2020/p15b", "passage", "15", ""),
        ("tve-attestation-2020/p0a", "letter", "", ""),
    ],
)
def test_the_place_of_a_norm(norm_id, kind, number, item):
    cited = cite(norm_id)
    assert (cited.kind, cited.number, cited.item) == (kind, number, item)
    assert cited.act.key == norm_id.partition("/")[0]


def test_every_norm_of_the_catalogue_can_be_cited():
    for norm in catalogue():
        assert cite(norm.id).act.key == norm.id.partition("/")[0]


def test_acts_are_named_in_three_languages():
    order = act("he-attestation-2020")
    assert order.short == {
        "kk": "2020 жылғы 4 мамырдағы № 179 бұйрық",
        "ru": "Приказ № 179 от 4 мая 2020 года",
        "en": "Order 179 of 4 May 2020",
    }
    assert set(order.title) == {"kk", "ru", "en"}


def test_a_norm_of_no_act_or_no_place_is_a_mistake():
    with pytest.raises(KeyError):
        cite("labour-code/p1")
    with pytest.raises(ValueError, match="names no place"):
        cite("he-attestation-2020/nowhere")


def test_one_norm_of_each_paragraph():
    norms = ["tve-process-2020/p21-3ao", "tve-process-2020/p21-3k", "dot-rules-2020/p1"]
    assert one_a_place(norms) == [norms[0], norms[2]]
