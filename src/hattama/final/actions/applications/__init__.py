"""A student's application to the chair, and what the chair decides."""

from hattama.final.actions.applications.deciding import (
    grant_absence,
    refuse_application,
)
from hattama.final.actions.applications.lodging import lodge_application

__all__ = ["grant_absence", "lodge_application", "refuse_application"]
