"""Following people."""
