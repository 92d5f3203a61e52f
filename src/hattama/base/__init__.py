"""The shared kit: clock, ledger, live bell, refusals, page parts, styles and scripts."""
