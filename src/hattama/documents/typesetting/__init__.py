"""From facts to PDF/A-2b, in Kazakh and Russian."""

from hattama.documents.typesetting.fitting import FACTS, must_fit
from hattama.documents.typesetting.framing import Mark, Meta, typeset
from hattama.documents.typesetting.rendering import render

__all__ = ["FACTS", "Mark", "Meta", "must_fit", "render", "typeset"]
