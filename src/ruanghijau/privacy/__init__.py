"""What the law gives a person: everything we hold on them, and its erasure."""
