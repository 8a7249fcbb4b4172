"""Donations to campaigns."""
