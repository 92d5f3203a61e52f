"""Bytes of an uploaded file → a grid of texts, or a refusal."""

from hattama.base.sheets.sheet import LIMIT, Sheet, must_fit, read_sheet

__all__ = ["LIMIT", "Sheet", "must_fit", "read_sheet"]
