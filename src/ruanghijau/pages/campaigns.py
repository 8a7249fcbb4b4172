"""`/kampanye`: the campaigns that run, and one campaign with all that the public may know of it."""

from flask import render_template, request

from ruanghijau.campaigns import listing, service, updates
from ruanghijau.campaigns.listing import CampaignFilter, Stage
from ruanghijau.campaigns.models import Campaign
from ruanghijau.campaigns.schemas import CampaignOutput
from ruanghijau.campaigns.update_schemas import UpdateOutput
from ruanghijau.db.calendar import today
from ruanghijau.db.paging import PageRequest
from ruanghijau.disbursements import service as disbursements
from ruanghijau.disbursements.schemas import DisbursementPage
from ruanghijau.donations import listing as gifts
from ruanghijau.donations import service as donations
from ruanghijau.donations.schemas import PublicDonation
from ruanghijau.errors import Conflict
from ruanghijau.pages import addresses, sharing
from ruanghijau.pages.blueprint import bp
from ruanghijau.web.language import say

ON_A_PAGE = 12
SHOWN_UPDATES, SHOWN_DONORS, SHOWN_DISBURSEMENTS = 5, 10, 50


@bp.get("/kampanye")
def browse() -> str:
    """The running campaigns, the newest first."""
    written = request.args.get("halaman", "1")
    number = int(written) if written.isascii() and written.isdecimal() and len(written) < 5 else 1
    page = listing.list_campaigns(CampaignFilter(Stage.active), PageRequest(max(number, 1), ON_A_PAGE))
    return render_template(
        "campaigns.html",
        campaigns=[CampaignOutput.of(campaign) for campaign in page.items],
        number=page.page,
        last=max(1, -(-page.total // ON_A_PAGE)),
        total=page.total,
    )


@bp.get("/kampanye/<campaign_id>")
def show_campaign(campaign_id: str) -> str:
    """One campaign."""
    campaign = service.read_campaign(addresses.campaign_number(campaign_id))
    shown = CampaignOutput.of(campaign)
    return render_template(
        "campaign.html",
        campaign=shown,
        permit=campaign.permit_number,
        operating_cost=_percent(campaign),
        why_not=why_not(campaign),
        donors=donations.count_donors(campaign.id),
        card=sharing.of_campaign(campaign),
        use=_use(campaign),
        **_news(campaign.id),
        **_gifts(campaign.id),
    )


def why_not(campaign: Campaign) -> str | None:
    """Why this campaign takes no donation at present; None while it does."""
    try:
        campaign.require_running(today())
    except Conflict as error:
        return say(f"errors.{error.code}")
    return None


def _percent(campaign: Campaign) -> str | None:
    """The part of gifts that pays the organiser's work, as people write it: 7,5."""
    if campaign.operating_cost_percent is None:
        return None
    return f"{campaign.operating_cost_percent.normalize():f}".replace(".", say("pages.decimal_mark"))


def _use(campaign: Campaign) -> DisbursementPage:
    page = disbursements.list_disbursements(campaign.id, PageRequest(limit=SHOWN_DISBURSEMENTS))
    return DisbursementPage.shown(page, disbursements.totals(campaign))


def _news(campaign_id: int) -> dict[str, object]:
    page = updates.list_updates(campaign_id, PageRequest(limit=SHOWN_UPDATES))
    return {"updates": [UpdateOutput.of(update) for update in page.items], "updates_total": page.total}


def _gifts(campaign_id: int) -> dict[str, object]:
    page = gifts.campaign_donations(campaign_id, PageRequest(limit=SHOWN_DONORS))
    return {"gifts": [PublicDonation.of(gift) for gift in page.items], "gifts_total": page.total}
