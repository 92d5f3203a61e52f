"""Final attestation: from the campaign to the result.

Read them in the order in which the work goes: `campaign`, `commission`, `candidate`,
`preparation`, `sitting`, `result`.
"""

from hattama.final.models.campaign import Attestation, Campaign
from hattama.final.models.candidate import Candidate
from hattama.final.models.commission import Commission, Seat
from hattama.final.models.preparation import (
    Attendance,
    Meeting,
    PackPart,
    TechnicalCheck,
)
from hattama.final.models.result import Application, Result
from hattama.final.models.sitting import Ballot, Hearing, Sitting

__all__ = [
    "Application",
    "Attendance",
    "Attestation",
    "Ballot",
    "Campaign",
    "Candidate",
    "Commission",
    "Hearing",
    "Meeting",
    "PackPart",
    "Result",
    "Seat",
    "Sitting",
    "TechnicalCheck",
]
