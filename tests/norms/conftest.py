"""The college of the tests after the vote serves here too."""

from tests.final.conftest import college

__all__ = ["college"]
