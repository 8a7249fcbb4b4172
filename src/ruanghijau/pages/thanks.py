"""`/donasi/<order>`: where the payment page sends the donor back to."""

from datetime import timedelta

from flask import Response, make_response, render_template

from ruanghijau.db import now
from ruanghijau.donations import listing, settlement
from ruanghijau.donations.models import GIVEN, WAITING, Donation, Phase
from ruanghijau.pages import sharing
from ruanghijau.pages.blueprint import bp
from ruanghijau.runtime import runtime

# How soon a waiting page looks again, in seconds: at first, and once whoever pays seems to take their time.
SOON, LATER = 5, 60
PATIENCE = timedelta(minutes=15)


@bp.get("/donasi/<order_id>")
def show_donation(order_id: str) -> Response:
    """What became of a donation, for who knows the name of its order."""
    with runtime().database.transaction(write=False):
        known = listing.find_by_order(order_id[:255])
    if known.phase in WAITING:
        # The gateway's own message may be late or lost.
        settlement.refresh(order_id)
    donation = listing.find_by_order(order_id[:255])
    page = render_template(
        "donation.html",
        donation=donation,
        campaign=donation.campaign,
        card=sharing.of_campaign(donation.campaign),
        state=state_of(donation),
        again_in=_pause(donation),
    )
    response = make_response(page)
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def state_of(donation: Donation) -> str:
    """Which of the page's faces to show: waiting, checking, paid, refunded, or failed."""
    if donation.phase in GIVEN:
        return "paid"
    if donation.phase is Phase.challenged:
        return "checking"
    if donation.phase is Phase.pending:
        return "waiting" if donation.expires_at > now() else "failed"
    return "failed" if donation.phase is Phase.failed else "refunded"


def _pause(donation: Donation) -> int:
    return SOON if now() - donation.donated_at < PATIENCE else LATER
