"""The part of `/api/donations` for who organises a campaign."""

from typing import Any

from flask import Response

from ruanghijau.accounts.guard import signed_in
from ruanghijau.accounts.identity import Identity
from ruanghijau.donations import listing, spreadsheet
from ruanghijau.donations.routes import bp
from ruanghijau.donations.schemas import ReceivedDonation, ReceivedPage, ReceivedQuery
from ruanghijau.web.limits import limiter

__all__ = ["bp"]

CSV: dict[int | str, dict[str, str | dict[str, dict[str, Any]]]] = {
    200: {"description": "CSV in UTF-8", "content": {"text/csv": {"schema": {"type": "string"}}}}
}


@bp.get("/campaign/<int:campaign_id>/received")
@signed_in
@bp.input(ReceivedQuery, location="query", arg_name="query")
@bp.output(ReceivedPage)
def read_received(me: Identity, campaign_id: int, query: ReceivedQuery) -> ReceivedPage:
    """Donations to one's own campaign, with every donor, in whatever state."""
    page = listing.received_donations(campaign_id, me, query.status, query.request)
    return ReceivedPage(
        donations=[ReceivedDonation.of(donation) for donation in page.items],
        total=page.total,
        page=page.page,
        next_cursor=page.next_cursor,
    )


@bp.get("/campaign/<int:campaign_id>/export")
@limiter.limit("60 per hour")
@signed_in
@bp.doc(responses=CSV)
def export(me: Identity, campaign_id: int) -> Response:
    """The same as a table for one's own books; times are Asia/Jakarta, amounts whole rupiah."""
    name = f"donasi-kampanye-{campaign_id}.csv"
    return Response(
        spreadsheet.export_campaign(campaign_id, me),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
