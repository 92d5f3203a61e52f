"""Input of final attestation to clean values, one module a subject."""
