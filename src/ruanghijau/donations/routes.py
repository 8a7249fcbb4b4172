"""`/api/donations`: giving, the gateway's notifications, one's own donations."""

from decimal import Decimal

from apiflask import APIBlueprint

from ruanghijau.accounts.guard import signed_in
from ruanghijau.accounts.identity import Identity
from ruanghijau.donations import checkout, listing, refunds, settlement
from ruanghijau.donations.checkout import Wish
from ruanghijau.donations.schemas import (
    CallbackAnswer,
    DonateInput,
    DonationOutput,
    DonationPage,
    DonationStarted,
    GatewayNotification,
    IdempotencyHeader,
    PublicDonation,
    PublicDonationPage,
    Refunded,
    RefundHeader,
    RefundInput,
)
from ruanghijau.errors import Forbidden, Invalid
from ruanghijau.runtime import runtime
from ruanghijau.web.language import say
from ruanghijau.web.limits import limiter
from ruanghijau.web.schemas import PageQuery

bp = APIBlueprint("donations", __name__, url_prefix="/api/donations", tag="Donations")


# Counted by address: many give from the same network at a fund-raising evening.
@bp.post("/donate")
@limiter.limit("300 per hour")
@signed_in
@bp.input(DonateInput, arg_name="body")
@bp.input(IdempotencyHeader, location="headers", arg_name="headers")
@bp.output(DonationStarted, status_code=201)
@bp.doc(responses={200: "The payment that the same wish opened before", 404: "", 409: ""})
def donate(me: Identity, body: DonateInput, headers: IdempotencyHeader) -> tuple[DonationStarted, int]:
    """Open a payment page; a repeated click leads to the same one."""
    started = checkout.donate(_wish(me, body, headers.idempotency_key))
    return DonationStarted.of(started), 201 if started.is_new else 200


@bp.post("/callback")
@bp.input(GatewayNotification, arg_name="body")
@bp.output(CallbackAnswer)
@bp.doc(responses=[403, 404])
def callback(body: GatewayNotification) -> CallbackAnswer:
    """What the payment gateway tells; signed by it, and checked with it."""
    applied = settlement.receive(body.model_dump(exclude_unset=True))
    return CallbackAnswer.after(applied, say(f"donations.{applied.donation.status.value}"))


@bp.get("/my")
@signed_in
@bp.input(PageQuery, location="query", arg_name="query")
@bp.output(DonationPage)
def read_mine(me: Identity, query: PageQuery) -> DonationPage:
    """One's own donations, in whatever state, the newest first."""
    page = listing.own_donations(me.user_id, query.request)
    return DonationPage(
        donations=[DonationOutput.of(donation) for donation in page.items],
        total=page.total,
        page=page.page,
        next_cursor=page.next_cursor,
        total_donated=listing.total_given(me.user_id),
    )


@bp.get("/<int:donation_id>")
@signed_in
@bp.output(DonationOutput)
def read(me: Identity, donation_id: int) -> DonationOutput:
    """One of one's own donations."""
    return DonationOutput.of(listing.read_donation(donation_id, me))


@bp.post("/<int:donation_id>/refund")
@signed_in
@bp.input(RefundInput, arg_name="body")
@bp.input(RefundHeader, location="headers", arg_name="headers")
@bp.output(Refunded)
@bp.doc(responses=[409])
def refund(me: Identity, donation_id: int, body: RefundInput, headers: RefundHeader) -> Refunded:
    """Give a donation back, in full or in part; for administrators."""
    amount = Decimal(body.amount) if body.amount else None
    refunds.refund(donation_id, me, amount, body.reason, headers.idempotency_key)
    return Refunded.of(listing.read_donation(donation_id, me))


@bp.get("/campaign/<int:campaign_id>")
@bp.input(PageQuery, location="query", arg_name="query")
@bp.output(PublicDonationPage)
def read_campaign(campaign_id: int, query: PageQuery) -> PublicDonationPage:
    """The gifts to a campaign, the newest first, as everybody may see them."""
    page = listing.campaign_donations(campaign_id, query.request)
    return PublicDonationPage(
        donations=[PublicDonation.of(donation) for donation in page.items],
        total=page.total,
        page=page.page,
        next_cursor=page.next_cursor,
    )


def _wish(me: Identity, body: DonateInput, key: str | None) -> Wish:
    if body.donor_id not in (None, me.user_id):
        raise Forbidden("NOT_YOUR_ID")
    maximum = runtime().settings.donation_maximum
    if body.amount > maximum:
        raise Invalid.field("amount", "less_than_equal", le=maximum)
    return Wish(
        campaign_id=body.campaign_id,
        donor_id=me.user_id,
        amount=Decimal(body.amount),
        method=body.payment_method,
        is_anonymous=body.is_anonymous,
        message=body.message or None,
        key=key,
    )
