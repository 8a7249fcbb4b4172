"""What this room holds on a person, and how it forgets them."""

from typing import Any

from sqlalchemy import Select, select, update

from ruanghijau.campaigns import personal as campaigns
from ruanghijau.comments import personal as comments
from ruanghijau.db import session
from ruanghijau.db.records import records
from ruanghijau.posts import personal as posts
from ruanghijau.reports.models import Report, ReportTarget

_REPORT = (
    Report.id, Report.target_type, Report.target_id, Report.reason, Report.details, Report.status,
    Report.created_at,
)  # fmt: skip


def export_person(user_id: int) -> dict[str, Any]:
    made = select(*_REPORT).where(Report.reporter_id == user_id).order_by(Report.id)
    return {"reports": records(made)}


def erase_person(user_id: int) -> None:
    """Forget what the person said where it was reported.

    Reports that they made stay as they are, for they are about somebody else; their own row, by then, says
    nothing of them. Comes after the campaigns' erasure, which decides what of those goes.
    """
    things: dict[ReportTarget, list[int] | Select[int]] = {
        ReportTarget.user: [user_id],
        ReportTarget.post: posts.ids_of(user_id),
        ReportTarget.comment: comments.ids_of(user_id),
        ReportTarget.campaign: campaigns.erased_ids(user_id),
    }
    for kind, ids in things.items():
        theirs = Report.target_type == kind, Report.target_id.in_(ids)
        session().execute(update(Report).where(*theirs).values(snapshot=""))
