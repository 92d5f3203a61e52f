"""Hattama: attestation in Kazakhstan's colleges and universities, with evidence."""

__version__ = "0.1.0"
