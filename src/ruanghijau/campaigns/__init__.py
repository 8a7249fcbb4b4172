"""Campaigns and the progress their organisers post."""
