"""`/api/volunteers`: joining, leaving, and what organisers note."""

from typing import Any

from apiflask import APIBlueprint

from ruanghijau.accounts.guard import maybe_signed_in, signed_in
from ruanghijau.accounts.identity import Identity
from ruanghijau.volunteers import organising, service
from ruanghijau.volunteers.schemas import (
    CampaignChoice,
    JoinedCampaign,
    JoinedCampaignPage,
    OwnVolunteeringQuery,
    VolunteerChange,
    VolunteerChanged,
    Volunteering,
    VolunteerOutput,
    VolunteerPage,
)
from ruanghijau.web.limits import limiter
from ruanghijau.web.schemas import PageQuery

bp = APIBlueprint("volunteers", __name__, url_prefix="/api/volunteers", tag="Volunteers")

_ALREADY = {
    "description": "Had joined before",
    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Volunteering"}}},
}
_JOINING: Any = {200: _ALREADY, 404: {}, 409: {}}


@bp.post("/join")
@limiter.limit("60 per minute")
@signed_in
@bp.input(CampaignChoice, arg_name="body")
@bp.output(Volunteering, status_code=201)
@bp.doc(responses=_JOINING)
def join(me: Identity, body: CampaignChoice) -> tuple[Volunteering, int]:
    """Volunteer in a campaign; joining again changes nothing and answers 200."""
    volunteer, is_new = service.join(body.campaign_id, me.user_id)
    return Volunteering.of(volunteer), 201 if is_new else 200


@bp.post("/leave")
@signed_in
@bp.input(CampaignChoice, arg_name="body")
@bp.output(Volunteering)
@bp.doc(responses=[404, 409])
def leave(me: Identity, body: CampaignChoice) -> Volunteering:
    """Stop volunteering in a campaign; leaving again changes nothing."""
    return Volunteering.of(service.leave(body.campaign_id, me.user_id))


@bp.get("/my")
@signed_in
@bp.input(OwnVolunteeringQuery, location="query", arg_name="query")
@bp.output(JoinedCampaignPage)
def read_mine(me: Identity, query: OwnVolunteeringQuery) -> JoinedCampaignPage:
    """Campaigns that one helps in, the one joined last first."""
    page = service.own_volunteering(me.user_id, query.status, query.request)
    shown = [JoinedCampaign.joined(one) for one in page.items]
    return JoinedCampaignPage(campaigns=shown, total=page.total, page=page.page, next_cursor=page.next_cursor)


@bp.get("/campaign/<int:campaign_id>")
@maybe_signed_in
@bp.input(PageQuery, location="query", arg_name="query")
@bp.output(VolunteerPage)
def read_of_campaign(me: Identity | None, campaign_id: int, query: PageQuery) -> VolunteerPage:
    """Who helps in a campaign, the first to join first; its organiser also sees the hours given."""
    by_organiser = organising.organises(me, campaign_id)
    page = service.list_volunteers(campaign_id, query.request)
    shown = [VolunteerOutput.seen(one, by_organiser=by_organiser) for one in page.items]
    return VolunteerPage(volunteers=shown, total=page.total, page=page.page, next_cursor=page.next_cursor)


@bp.patch("/<int:volunteer_id>")
@signed_in
@bp.input(VolunteerChange, arg_name="body")
@bp.output(VolunteerChanged)
@bp.doc(responses=[409])
def update(me: Identity, volunteer_id: int, body: VolunteerChange) -> VolunteerChanged:
    """Set a volunteer's status and hours; for the campaign's creator or an administrator."""
    volunteer = organising.edit_volunteer(volunteer_id, me, status=body.status, hours=body.hours_contributed)
    return VolunteerChanged(volunteer=VolunteerOutput.seen(volunteer, by_organiser=True))
