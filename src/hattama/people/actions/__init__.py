"""Deeds on people: every write of the room."""
