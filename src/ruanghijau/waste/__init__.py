"""Waste detection."""
