"""Who stands behind a campaign: its volunteers and its donors, seen together."""
