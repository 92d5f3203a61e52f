"""Grades, awards and outcomes in words, in every language."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from hattama.base.texts import said
from hattama.core.sitting import HearingProtocol
from hattama.core.sitting.events import Ending
from hattama.final.models import Hearing
from hattama.final.queries.sentences import GROUNDS
from hattama.people.models import Programme

Words = dict[str, str | Promise]

GRADES: Words = {
    "excellent": _("excellent"),
    "good": _("good"),
    "satisfactory": _("satisfactory"),
    "unsatisfactory": _("unsatisfactory"),
}
_WORD_OF = {
    **dict.fromkeys(("A", "A-", "5"), "excellent"),
    **dict.fromkeys(("B+", "B", "B-", "C+", "4"), "good"),
    **dict.fromkeys(("C", "C-", "D+", "D", "3"), "satisfactory"),
}
_LEAST = ((90, "excellent"), (70, "good"), (50, "satisfactory"))
_HIGHEST_MARK = 5
_AWARDS: Words = {
    Programme.Level.BACHELOR: _("degree of bachelor, %(code)s %(name)s"),
    Programme.Level.MASTER: _("degree of master, %(code)s %(name)s"),
    Programme.Level.TVE: _("qualification, %(code)s %(name)s"),
}
_ENDINGS: Words = {
    Ending.ABSENT: _("did not appear"),
    Ending.STOPPED: _("the hearing was stopped"),
    Ending.SUSPENDED: _("put off by the commission"),
    Ending.TERMINATED: _("the attestation was ended by the commission"),
}


def grade_words(grade: str, points: int | None = None) -> dict[str, str]:
    """A grade in words: excellent, good, satisfactory, unsatisfactory.

    Args:
        grade: a letter, a mark of the five-point scale, or points from 6 on.
        points: 0 to 100 where the scale is one of points, read as the letters are.
    """
    if points is None and grade.isdigit() and int(grade) > _HIGHEST_MARK:
        points = int(grade)
    if points is None:
        return said(GRADES[_WORD_OF.get(grade, "unsatisfactory")])
    word = next((name for least, name in _LEAST if points >= least), "unsatisfactory")
    return said(GRADES[word])


def awarded(hearing: Hearing) -> dict[str, str]:
    """What a graduate is awarded, in every language (he-attestation-2020/p20.2)."""
    programme = hearing.candidate.attestation.programme
    return said(_AWARDS[programme.level], code=programme.code, name=programme.name)


def outcome(told: HearingProtocol) -> dict[str, str]:
    """What came of a hearing that gave no grade."""
    if told.result.ground is not None:
        return said(GROUNDS[told.result.ground])
    ending = told.result.ending
    return said(_ENDINGS.get(ending, _("not heard")) if ending else _("not heard"))
