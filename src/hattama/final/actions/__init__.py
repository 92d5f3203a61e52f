"""Deeds of final attestation, one module a subject. All writes are here."""
