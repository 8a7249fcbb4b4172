"""Reports to the moderators."""
