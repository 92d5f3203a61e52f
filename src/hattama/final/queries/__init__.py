"""Reads of final attestation, one module a subject."""
