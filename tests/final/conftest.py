"""What the tests after the vote share: a sitting that has begun, and a college."""

import pytest

from tests import make
from tests.final.run import Run


@pytest.fixture
def run(cast):
    return Run(cast, make.sitting(cast.commission, cast.candidates)).open()


@pytest.fixture
def college(cast):
    """Let the institution of the cast be a college, bound by the other regulation."""
    cast.university.kind = "tve"
    cast.university.save()
    return cast.university


@pytest.fixture
def college_run(college, run):
    """A sitting by the rules of a college."""
    return run
