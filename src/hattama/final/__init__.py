"""Final attestation: campaigns, commissions, preparation, sittings, ballots, results."""
