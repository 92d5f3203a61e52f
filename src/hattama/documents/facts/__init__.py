"""What each template is made from. The rooms above build these, type-checked.

Facts are plain JSON without floats: names as they are to be printed, days as
"2026-06-15", moments in the institution's own offset as "2026-06-15T09:00:00+05:00",
texts in both official languages as {"kk": …, "ru": …}. The number, the date, the
institution and the signatures are not facts: the frame adds them.
"""

from hattama.documents.facts.letters import (
    Application,
    ChairReport,
    CommissionDecision,
    Decided,
    ReportLine,
    TechnicalAct,
)
from hattama.documents.facts.orders import (
    AdmissionOrder,
    Admitted,
    AppealsOrder,
    CommissionOrder,
    NotAdmitted,
    Topic,
    TopicsOrder,
)
from hattama.documents.facts.parts import (
    Entry,
    Member,
    Paper,
    ProgrammeLine,
    Question,
    Review,
    Tally,
    Texts,
)
from hattama.documents.facts.protocols import (
    AppealDecision,
    HearingProtocol,
    RegisterLine,
    ResultsRegister,
    SittingLine,
    SittingProtocol,
)

__all__ = [
    "AdmissionOrder",
    "Admitted",
    "AppealDecision",
    "AppealsOrder",
    "Application",
    "ChairReport",
    "CommissionDecision",
    "CommissionOrder",
    "Decided",
    "Entry",
    "HearingProtocol",
    "Member",
    "NotAdmitted",
    "Paper",
    "ProgrammeLine",
    "Question",
    "RegisterLine",
    "ReportLine",
    "ResultsRegister",
    "Review",
    "SittingLine",
    "SittingProtocol",
    "Tally",
    "TechnicalAct",
    "Texts",
    "Topic",
    "TopicsOrder",
]
