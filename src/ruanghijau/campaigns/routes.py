"""`/api/campaigns`: starting, finding and changing campaigns.

What needs to know a campaign's volunteers and donors is added to this blueprint by
`ruanghijau.supporters.routes`, which stands above the rooms of both.
"""

from decimal import Decimal

from apiflask import APIBlueprint

from ruanghijau.accounts.guard import signed_in
from ruanghijau.accounts.identity import Identity
from ruanghijau.campaigns import editing, listing, service, updates
from ruanghijau.campaigns.listing import CampaignFilter
from ruanghijau.campaigns.models import Campaign
from ruanghijau.campaigns.schemas import (
    CampaignChange,
    CampaignChanged,
    CampaignCreated,
    CampaignInput,
    CampaignOutput,
    CampaignPage,
    CampaignPicture,
    CampaignQuery,
    OwnCampaignsQuery,
)
from ruanghijau.campaigns.update_schemas import UpdateOutput, UpdatePage
from ruanghijau.db.paging import Page
from ruanghijau.pictures import service as pictures
from ruanghijau.web.language import say
from ruanghijau.web.limits import limiter
from ruanghijau.web.schemas import Message, PageQuery

bp = APIBlueprint("campaigns", __name__, url_prefix="/api/campaigns", tag="Campaigns")


@bp.post("/create")
@limiter.limit("20 per hour")
@signed_in
@bp.input(CampaignInput, location="form_and_files", arg_name="form")
@bp.output(CampaignCreated, status_code=201)
@bp.doc(responses=[409])
def create(me: Identity, form: CampaignInput) -> CampaignCreated:
    """Start a campaign, with or without a picture."""
    key = pictures.store(form.image.stream, "campaigns") if form.image else None
    campaign = service.create_campaign(
        me.user_id,
        form.title,
        form.description,
        Decimal(form.goal),
        category=form.category,
        image_key=key,
        start_date=form.start_date,
        end_date=form.end_date,
        city=form.city or None,
        volunteer_capacity=form.volunteer_capacity,
        permit_number=form.permit_number or None,
        operating_cost_percent=form.operating_cost_percent,
    )
    return CampaignCreated.of(campaign)


@bp.get("/list")
@bp.input(CampaignQuery, location="query", arg_name="query")
@bp.output(CampaignPage)
def read_list(query: CampaignQuery) -> CampaignPage:
    """Campaigns, the newest first; filtered and searched if asked."""
    wanted = CampaignFilter(query.status, query.category, query.city, query.q)
    return _page(listing.list_campaigns(wanted, query.request))


@bp.get("/mine")
@signed_in
@bp.input(OwnCampaignsQuery, location="query", arg_name="query")
@bp.output(CampaignPage)
def read_mine(me: Identity, query: OwnCampaignsQuery) -> CampaignPage:
    """Campaigns that one started oneself, the newest first."""
    wanted = CampaignFilter(query.status, creator_id=me.user_id)
    return _page(listing.list_campaigns(wanted, query.request))


@bp.put("/<int:campaign_id>")
@bp.patch("/<int:campaign_id>")
@signed_in
@bp.input(CampaignChange, arg_name="body")
@bp.output(CampaignChanged)
@bp.doc(responses=[409])
def update(me: Identity, campaign_id: int, body: CampaignChange) -> CampaignChanged:
    """Change an open campaign; for its creator or an administrator."""
    return CampaignChanged.of(editing.edit_campaign(campaign_id, me, body.columns()))


@bp.put("/<int:campaign_id>/image")
@limiter.limit("20 per hour")
@signed_in
@bp.input(CampaignPicture, location="form_and_files", arg_name="form")
@bp.output(CampaignChanged)
@bp.doc(responses=[409])
def set_picture(me: Identity, campaign_id: int, form: CampaignPicture) -> CampaignChanged:
    """Give an open campaign another picture; for its creator or an administrator."""
    key = pictures.store(form.image.stream, "campaigns")
    return CampaignChanged.of(editing.set_picture(campaign_id, me, key))


@bp.delete("/<int:campaign_id>/image")
@signed_in
@bp.output(CampaignChanged)
@bp.doc(responses=[409])
def remove_picture(me: Identity, campaign_id: int) -> CampaignChanged:
    """Take an open campaign's picture away; for its creator or an administrator."""
    return CampaignChanged.of(editing.set_picture(campaign_id, me, None))


@bp.get("/<int:campaign_id>/updates")
@bp.input(PageQuery, location="query", arg_name="query")
@bp.output(UpdatePage)
def read_updates(campaign_id: int, query: PageQuery) -> UpdatePage:
    """What the organiser reports, the newest first."""
    page = updates.list_updates(campaign_id, query.request)
    shown = [UpdateOutput.of(one) for one in page.items]
    return UpdatePage(updates=shown, total=page.total, page=page.page, next_cursor=page.next_cursor)


@bp.delete("/<int:campaign_id>/updates/<int:update_id>")
@signed_in
@bp.output(Message)
def delete_update(me: Identity, campaign_id: int, update_id: int) -> Message:
    """Take a report away; for the campaign's creator or an administrator."""
    updates.delete_update(campaign_id, update_id, me)
    return Message(message=say("campaigns.update_deleted"))


def _page(page: Page[Campaign]) -> CampaignPage:
    shown = [CampaignOutput.of(campaign) for campaign in page.items]
    return CampaignPage(campaigns=shown, total=page.total, page=page.page, next_cursor=page.next_cursor)
