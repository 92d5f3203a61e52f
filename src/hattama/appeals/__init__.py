"""Appeals: a student disagrees with a result."""
