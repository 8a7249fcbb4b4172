"""The part of `/api/campaigns` that concerns a campaign's supporters too; all of it is one blueprint."""

from ruanghijau.accounts.guard import maybe_signed_in, signed_in
from ruanghijau.accounts.identity import Identity
from ruanghijau.campaigns.routes import bp
from ruanghijau.campaigns.schemas import CampaignChanged, CancelInput
from ruanghijau.campaigns.update_schemas import UpdateCreated, UpdateInput
from ruanghijau.pictures import service as pictures
from ruanghijau.supporters import service
from ruanghijau.supporters.schemas import CampaignDetail
from ruanghijau.web.limits import limiter

__all__ = ["bp"]


@bp.get("/<int:campaign_id>")
@maybe_signed_in
@bp.output(CampaignDetail)
def read(me: Identity | None, campaign_id: int) -> CampaignDetail:
    """One campaign, with the number of its donors and the first of its volunteers."""
    return CampaignDetail.of(service.read_campaign(campaign_id, me))


@bp.post("/<int:campaign_id>/cancel")
@signed_in
@bp.input(CancelInput, arg_name="body")
@bp.output(CampaignChanged)
@bp.doc(responses=[409])
def cancel(me: Identity, campaign_id: int, body: CancelInput) -> CampaignChanged:
    """Call an open campaign off; for its creator or an administrator."""
    return CampaignChanged.of(service.cancel_campaign(campaign_id, me, body.reason))


@bp.post("/<int:campaign_id>/updates")
@limiter.limit("20 per hour")
@signed_in
@bp.input(UpdateInput, location="form_and_files", arg_name="form")
@bp.output(UpdateCreated, status_code=201)
def post_update(me: Identity, campaign_id: int, form: UpdateInput) -> UpdateCreated:
    """Report on a campaign's progress, with or without a picture; for its organiser."""
    key = pictures.store(form.image.stream, "updates") if form.image else None
    update = service.post_update(campaign_id, me, form.title, form.content, image_key=key)
    return UpdateCreated.of(update)
