"""Badges: what somebody gave, as a sign beside their name."""
