"""The figures of the start page."""

from cachelib import SimpleCache

from ruanghijau.accounts import service as accounts
from ruanghijau.campaigns import listing
from ruanghijau.campaigns.listing import CampaignFilter
from ruanghijau.db.paging import PageRequest
from ruanghijau.posts import feed
from ruanghijau.posts.feed import FeedFilter
from ruanghijau.runtime import runtime

# Counting is cheap, but everybody passes here first.
LIFETIME_SECONDS = 30
_cache = SimpleCache(default_timeout=LIFETIME_SECONDS)

Figures = list[tuple[str, int]]


def current() -> Figures:
    """How many people, posts and campaigns there are; at most half a minute old."""
    key = str(runtime().database.engine.url)
    figures: Figures | None = _cache.get(key)
    if figures is None:
        posts = feed.feed(FeedFilter(), PageRequest(limit=1)).total
        campaigns = listing.list_campaigns(CampaignFilter(), PageRequest(limit=1)).total
        figures = [("people", accounts.count_people()), ("posts", posts), ("campaigns", campaigns)]
        _cache.set(key, figures)
    return figures
