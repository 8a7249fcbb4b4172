"""Posts, the feed, likes and shares."""
