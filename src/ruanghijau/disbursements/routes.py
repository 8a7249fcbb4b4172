"""`/api/campaigns/<id>/disbursements`: what a campaign's money was used for."""

from decimal import Decimal

from apiflask import APIBlueprint

from ruanghijau.accounts.guard import signed_in
from ruanghijau.accounts.identity import Identity
from ruanghijau.disbursements import service
from ruanghijau.disbursements.schemas import (
    DisbursementCreated,
    DisbursementInput,
    DisbursementPage,
    DisbursementVoided,
    VoidInput,
)
from ruanghijau.disbursements.service import Expense
from ruanghijau.pictures import service as pictures
from ruanghijau.web.limits import limiter
from ruanghijau.web.schemas import PageQuery

bp = APIBlueprint("disbursements", __name__, url_prefix="/api/campaigns", tag="Disbursements")


@bp.post("/<int:campaign_id>/disbursements")
@limiter.limit("60 per hour")
@signed_in
@bp.input(DisbursementInput, location="form_and_files", arg_name="form")
@bp.output(DisbursementCreated, status_code=201)
@bp.doc(responses=[409])
def enter(me: Identity, campaign_id: int, form: DisbursementInput) -> DisbursementCreated:
    """Enter an expense, best with a picture of its receipt; for the organiser or an administrator."""
    key = pictures.store(form.receipt.stream, "receipts", "receipt") if form.receipt else None
    expense = Expense(Decimal(form.amount), form.purpose, form.spent_on, form.recipient or None, key)
    return DisbursementCreated.of(service.enter_disbursement(campaign_id, me, expense))


@bp.get("/<int:campaign_id>/disbursements")
@bp.input(PageQuery, location="query", arg_name="query")
@bp.output(DisbursementPage)
def read_all(campaign_id: int, query: PageQuery) -> DisbursementPage:
    """What the money was used for, the newest entry first, and what is left."""
    page = service.list_disbursements(campaign_id, query.request)
    return DisbursementPage.shown(page, service.read_totals(campaign_id))


@bp.post("/<int:campaign_id>/disbursements/<int:entry_id>/void")
@signed_in
@bp.input(VoidInput, arg_name="body")
@bp.output(DisbursementVoided)
@bp.doc(responses=[409])
def void(me: Identity, campaign_id: int, entry_id: int, body: VoidInput) -> DisbursementVoided:
    """Take a wrong entry out of the sums; it stays to be seen, with the reason."""
    return DisbursementVoided.of(service.void_disbursement(campaign_id, entry_id, me, body.reason))
