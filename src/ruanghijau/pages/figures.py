"""The figures of the start page."""

from dataclasses import dataclass

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


@dataclass(frozen=True)
class Figure:
    """A number with the name of its text; `in_rupiah` where it is money."""

    name: str
    value: int
    in_rupiah: bool = False


Figures = list[Figure]


def current() -> Figures:
    """How many people, posts and campaigns there are, and what was given; at most half a minute old."""
    key = str(runtime().database.engine.url)
    figures: Figures | None = _cache.get(key)
    if figures is None:
        posts = feed.feed(FeedFilter(), PageRequest(limit=1)).total
        campaigns = listing.list_campaigns(CampaignFilter(), PageRequest(limit=1)).total
        figures = [
            Figure("people", accounts.count_people()),
            Figure("posts", posts),
            Figure("campaigns", campaigns),
            Figure("collected", int(listing.total_collected()), in_rupiah=True),
        ]
        _cache.set(key, figures)
    return figures
