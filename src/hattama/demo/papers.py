"""Small real PDFs for the packs that the demo's students hand in."""

import typst

from hattama.base.texts import pick
from hattama.final.models import Candidate, PackPart

PAGE = """
#set page(width: 105mm, height: 148mm, margin: 12mm)
#set text(lang: "kk", size: 10pt)
#align(center + horizon)[
  #text(size: 14pt, weight: "bold", sys.inputs.title)

  #sys.inputs.topic

  #sys.inputs.student

  #text(size: 8pt, sys.inputs.note)
]
"""
NOTE = "Демо · Демонстрация"


def paper(candidate: Candidate, kind: str) -> bytes:
    """Set one part of a candidate's pack on one small page."""
    inputs = {
        "title": str(PackPart.Kind(kind).label),
        "topic": pick(candidate.topic, "kk"),
        "student": candidate.student.person.full_name,
        "note": NOTE,
    }
    pdf: bytes = typst.compile(
        PAGE.encode(), ignore_system_fonts=True, sys_inputs=inputs
    )
    return pdf
