"""Volunteering in campaigns."""
