"""What a campaign's money was used for."""
