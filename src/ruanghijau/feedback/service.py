"""Taking in what people say, and putting right how it was heard."""

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from ruanghijau.accounts.identity import Identity
from ruanghijau.admin_log import service as admin_log
from ruanghijau.ai.sentiment import Analysis, analyse
from ruanghijau.db import session
from ruanghijau.db.paging import Page, PageRequest, paginate
from ruanghijau.errors import Forbidden, NotFound
from ruanghijau.feedback.models import Feedback, FeedbackCorrection, Sentiment


@dataclass(frozen=True)
class Heard:
    """A message as it was kept, and how it sounds."""

    feedback: Feedback
    analysis: Analysis


def submit(user_id: int, content: str, category: str | None, *, explain: bool = False) -> Heard:
    """Keep a message with its sentiment; with `explain`, say what each word added."""
    analysis = analyse(content, explain=explain)
    feedback = Feedback(
        user_id=user_id,
        content=content,
        category=category,
        sentiment=Sentiment(analysis.sentiment),
        sentiment_score=analysis.score,
    )
    session().add(feedback)
    session().flush()
    return Heard(feedback, analysis)


def own_feedback(user_id: int, request: PageRequest) -> Page[Feedback]:
    """What somebody has said, the newest first."""
    return paginate(select(Feedback).where(Feedback.user_id == user_id), [Feedback.id], request)


def correct(feedback_id: int, me: Identity, sentiment: Sentiment) -> Feedback:
    """Put a label right; for administrators. The same label again changes nothing.

    Raises `Forbidden` for others and `NotFound`.
    """
    if not me.is_admin:
        raise Forbidden
    feedback = session().get(Feedback, feedback_id, with_for_update=True)
    if feedback is None:
        raise NotFound("FEEDBACK_NOT_FOUND")
    if feedback.sentiment is not sentiment:
        _note(feedback, me.user_id, sentiment)
        feedback.sentiment = sentiment
    session().flush()
    return feedback


def corrections() -> Iterator[tuple[str, Sentiment]]:
    """Each corrected message with the label that counts, oldest first: texts to learn from."""
    statement = select(FeedbackCorrection).options(joinedload(FeedbackCorrection.feedback))
    newest = {row.feedback_id: row for row in session().scalars(statement.order_by(FeedbackCorrection.id))}
    for row in newest.values():
        yield row.feedback.content, row.after


def _note(feedback: Feedback, admin_id: int, sentiment: Sentiment) -> None:
    before = feedback.sentiment
    session().add(
        FeedbackCorrection(feedback_id=feedback.id, admin_id=admin_id, before=before, after=sentiment)
    )
    details = {"feedback_id": feedback.id, "before": before.value, "after": sentiment.value}
    admin_log.record("feedback.correct", details, admin_id)
