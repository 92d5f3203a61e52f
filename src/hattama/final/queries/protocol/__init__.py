"""The facts of the protocols, read from the log: nothing is typed by hand."""

from hattama.final.queries.protocol.hearing import hearing_facts
from hattama.final.queries.protocol.parts import Reading, reading_of
from hattama.final.queries.protocol.sitting import sitting_facts
from hattama.final.queries.protocol.words import awarded, grade_words

__all__ = [
    "Reading",
    "awarded",
    "grade_words",
    "hearing_facts",
    "reading_of",
    "sitting_facts",
]
