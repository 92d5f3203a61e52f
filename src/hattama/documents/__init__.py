"""Orders, protocols, acts: facts, PDF/A, numbers, signatures, the check page."""
