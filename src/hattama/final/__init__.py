"""Final attestation: campaigns, commissions, preparation, sittings, results."""
