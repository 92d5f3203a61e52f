"""Rules as pure functions: no Django, no clock, no files but the package's own data."""
