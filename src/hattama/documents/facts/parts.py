"""What several templates share."""

from typing import TypedDict

Texts = dict[str, str]


class Member(TypedDict):
    """Somebody in a commission.

    Attributes:
        name: full name.
        position: position and place of work; empty texts leave it out.
        role: "chair", "member" or "secretary".
    """

    name: str
    position: Texts
    role: str


class ProgrammeLine(TypedDict):
    """A programme and the form of its final attestation.

    Attributes:
        form: "defence", "oral-exam", "written-exam", "test", "open-book" or
            "creative".
    """

    code: str
    name: Texts
    form: str


class Paper(TypedDict):
    """A reference to another document: its number and day."""

    number: str
    date: str


class Entry(TypedDict):
    """One line of what happened.

    Attributes:
        at: moment.
        what: the sentence.
        by_hand: typed by a person and not written from the log.
    """

    at: str
    what: Texts
    by_hand: bool


class Question(TypedDict):
    """A question with its asker; `answer` is empty where it was given aloud."""

    asker: str
    text: str
    answer: str


class Review(TypedDict):
    """Who wrote a review or an opinion, and what it recommends."""

    author: str
    opinion: str


class Tally(TypedDict):
    """How many votes a choice had."""

    choice: str
    votes: int
