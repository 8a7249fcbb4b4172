"""Wire shapes of reports."""

from pydantic import Field

from ruanghijau.accounts.schemas import PublicUser
from ruanghijau.reports.models import ReportReason, ReportStatus, ReportTarget
from ruanghijau.web.schemas import Id, Input, Message, Output, PageOutput, PageQuery, Text, Timestamp


class ReportInput(Input):
    target_type: ReportTarget
    target_id: Id
    reason: ReportReason
    details: Text | None = Field(None, max_length=1000)


class QueueQuery(PageQuery):
    status: ReportStatus = ReportStatus.open


class ReportReceived(Message):
    report_id: int


class OwnReport(Output):
    id: int
    target_type: ReportTarget
    target_id: int
    reason: ReportReason
    details: str | None
    status: ReportStatus
    created_at: Timestamp


class QueuedReport(OwnReport):
    snapshot: str
    """The thing's text as it was when reported."""
    reporter: PublicUser


class OwnReportPage(PageOutput):
    reports: list[OwnReport]


class QueuePage(PageOutput):
    reports: list[QueuedReport]
