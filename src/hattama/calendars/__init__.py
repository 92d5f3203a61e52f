"""Holidays, moved days, an institution's own days off, academic periods."""
