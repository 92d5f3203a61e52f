"""What the regulations say: the catalogue of norms and the dated rulebooks."""
