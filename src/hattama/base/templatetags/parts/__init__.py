"""The parts of every page (docs/design.md); built in, so no template loads them."""

from hattama.base.templatetags.parts import forms, lists, marks, norms, time
from hattama.base.templatetags.parts.library import register

__all__ = ["forms", "lists", "marks", "norms", "register", "time"]
