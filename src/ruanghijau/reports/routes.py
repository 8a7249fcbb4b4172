"""`/api/reports`: telling the moderators."""

from apiflask import APIBlueprint

from ruanghijau.accounts.guard import signed_in
from ruanghijau.accounts.identity import Identity
from ruanghijau.reports import service
from ruanghijau.reports.schemas import (
    OwnReport,
    OwnReportPage,
    QueuedReport,
    QueuePage,
    QueueQuery,
    ReportInput,
    ReportReceived,
)
from ruanghijau.web.language import say
from ruanghijau.web.limits import limiter
from ruanghijau.web.schemas import PageQuery

bp = APIBlueprint("reports", __name__, url_prefix="/api/reports", tag="Reports")


@bp.post("")
@limiter.limit("30 per hour")
@signed_in
@bp.input(ReportInput, arg_name="body")
@bp.output(ReportReceived, status_code=201)
@bp.doc(responses={200: "Reported by the same person before", 404: "Nothing to report", 409: "One's own"})
def report(me: Identity, body: ReportInput) -> tuple[ReportReceived, int]:
    """Report a post, a comment, a campaign or a person; a repeat changes nothing."""
    made, is_new = service.report(me, body.target_type, body.target_id, body.reason, body.details)
    return ReportReceived(message=say("reports.received"), report_id=made.id), 201 if is_new else 200


@bp.get("/mine")
@signed_in
@bp.input(PageQuery, location="query", arg_name="query")
@bp.output(OwnReportPage)
def read_mine(me: Identity, query: PageQuery) -> OwnReportPage:
    """What one has reported."""
    page = service.own_reports(me.user_id, query.request)
    reports = [OwnReport.of(report) for report in page.items]
    return OwnReportPage(reports=reports, total=page.total, page=page.page, next_cursor=page.next_cursor)


@bp.get("")
@signed_in
@bp.input(QueueQuery, location="query", arg_name="query")
@bp.output(QueuePage)
def read_queue(me: Identity, query: QueueQuery) -> QueuePage:
    """The reports of one status, the oldest first; for administrators."""
    page = service.queue(me, query.status, query.request)
    reports = [QueuedReport.of(report) for report in page.items]
    return QueuePage(reports=reports, total=page.total, page=page.page, next_cursor=page.next_cursor)
