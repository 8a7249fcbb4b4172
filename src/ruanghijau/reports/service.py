"""Reporting things to the moderators."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from ruanghijau.accounts import service as accounts
from ruanghijau.accounts.identity import Identity
from ruanghijau.db import session
from ruanghijau.db.paging import Page, PageRequest, paginate
from ruanghijau.errors import Conflict, Forbidden
from ruanghijau.reports import targets
from ruanghijau.reports.models import Report, ReportReason, ReportStatus, ReportTarget


def report(
    me: Identity, kind: ReportTarget, target_id: int, reason: ReportReason, details: str | None
) -> tuple[Report, bool]:
    """Report a thing, once a person; says also whether this is new.

    Raises `NotFound` for what `me` cannot see, and `Conflict` for what is their own.
    """
    target = targets.find(kind, target_id, me)
    if target.owner_id == me.user_id:
        raise Conflict("CANNOT_REPORT_OWN")
    accounts.lock_user(me.user_id)  # one person's clicks take turns
    known = _find(me.user_id, kind, target_id)
    if known is not None:
        return known, False
    made = Report(
        reporter_id=me.user_id,
        target_type=kind,
        target_id=target_id,
        reason=reason,
        details=details,
        snapshot=target.text,
    )
    session().add(made)
    session().flush()
    return made, True


def own_reports(user_id: int, page: PageRequest) -> Page[Report]:
    """What somebody reported, the newest first."""
    return paginate(select(Report).where(Report.reporter_id == user_id), (Report.id,), page)


def queue(me: Identity, status: ReportStatus, page: PageRequest) -> Page[Report]:
    """Reports of one status, the oldest first, for administrators. Raises `Forbidden` for others."""
    if not me.is_admin:
        raise Forbidden
    statement = select(Report).where(Report.status == status)
    options = [joinedload(Report.reporter)]
    return paginate(statement, (Report.id,), page, newest_first=False, options=options)


def _find(user_id: int, kind: ReportTarget, target_id: int) -> Report | None:
    return session().scalar(
        select(Report).where(
            Report.reporter_id == user_id, Report.target_type == kind, Report.target_id == target_id
        )
    )
