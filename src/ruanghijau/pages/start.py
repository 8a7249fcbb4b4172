"""`/`: the start page."""

from flask import render_template

from ruanghijau.campaigns import listing
from ruanghijau.campaigns.listing import CampaignFilter, Stage
from ruanghijau.campaigns.schemas import CampaignOutput
from ruanghijau.db.paging import PageRequest
from ruanghijau.pages import figures, sharing
from ruanghijau.pages.blueprint import bp
from ruanghijau.posts import feed
from ruanghijau.posts.feed import FeedFilter
from ruanghijau.posts.schemas import PostOutput

SHOWN_POSTS = 6
SHOWN_CAMPAIGNS = 3


@bp.get("/")
def start() -> str:
    """What this is and where to go."""
    page = feed.feed(FeedFilter(), PageRequest(limit=SHOWN_POSTS))
    posts = [PostOutput.seen(post, liked=False) for post in page.items]
    running = listing.list_campaigns(CampaignFilter(Stage.active), PageRequest(limit=SHOWN_CAMPAIGNS))
    campaigns = [CampaignOutput.of(campaign) for campaign in running.items]
    return render_template(
        "start.html", posts=posts, campaigns=campaigns, figures=figures.current(), card=sharing.of_start()
    )
