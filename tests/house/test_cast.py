"""The cast itself."""


def test_the_cast_knows_who_is_who(cast):
    assert len(cast.everybody) == 12
    assert cast.aigerim not in cast.others("aigerim")
    assert [str(c.student.person) for c in cast.candidates] == [
        "Сәрсенова Айгерім",
        "Иванов Болат",
    ]
