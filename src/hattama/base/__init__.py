"""The shared kit: clock, ledger, bell, refusals, page parts, styles and scripts."""
