"""Feedback about the platform."""
