"""What may happen a moment later: mails, and what the clock brings."""
