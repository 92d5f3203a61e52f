"""Orders, protocols, acts: facts, PDF/A, numbering, signatures, the public check page."""
