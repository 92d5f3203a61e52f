"""Institutions, units, programmes, persons, students, and who holds which office."""
