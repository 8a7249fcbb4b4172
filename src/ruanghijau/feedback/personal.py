"""What this room holds on a person, and how it forgets them."""

from typing import Any

from sqlalchemy import delete, select, update

from ruanghijau.db import session
from ruanghijau.db.records import records
from ruanghijau.feedback.models import Feedback, FeedbackCorrection

_FEEDBACK = (
    Feedback.id, Feedback.content, Feedback.category, Feedback.sentiment, Feedback.sentiment_score,
    Feedback.status, Feedback.created_at,
)  # fmt: skip


def export_person(user_id: int) -> dict[str, Any]:
    given = select(*_FEEDBACK).where(Feedback.user_id == user_id).order_by(Feedback.id)
    return {"feedback": records(given)}


def erase_person(user_id: int) -> None:
    """Delete what the person said with its corrections; their own corrections of others stay, unsigned."""
    theirs = select(Feedback.id).where(Feedback.user_id == user_id)
    session().execute(delete(FeedbackCorrection).where(FeedbackCorrection.feedback_id.in_(theirs)))
    session().execute(delete(Feedback).where(Feedback.user_id == user_id))
    by_them = update(FeedbackCorrection).where(FeedbackCorrection.admin_id == user_id)
    session().execute(by_them.values(admin_id=None))
