"""A document's facts as a page shows them: labels and values in plain words."""

from hattama.documents.plain.values import PlainLine, in_plain_words

__all__ = ["PlainLine", "in_plain_words"]
