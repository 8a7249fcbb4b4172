"""`/api/feedback`: telling the platform what one thinks of it."""

from apiflask import APIBlueprint

from ruanghijau.accounts.guard import signed_in
from ruanghijau.accounts.identity import Identity
from ruanghijau.feedback import service
from ruanghijau.feedback.schemas import (
    FeedbackCorrected,
    FeedbackInput,
    FeedbackOutput,
    FeedbackPage,
    FeedbackSubmitted,
    SentimentInput,
)
from ruanghijau.web.limits import limiter
from ruanghijau.web.schemas import PageQuery

bp = APIBlueprint("feedback", __name__, url_prefix="/api/feedback", tag="Feedback")


@bp.post("/submit")
@limiter.limit("30 per hour")
@signed_in
@bp.input(FeedbackInput, arg_name="body")
@bp.output(FeedbackSubmitted, status_code=201)
def submit(me: Identity, body: FeedbackInput) -> FeedbackSubmitted:
    """Say what you think; how it sounds is worked out at once."""
    heard = service.submit(me.user_id, body.content, body.category or None, explain=body.explain)
    return FeedbackSubmitted.heard(heard, body.explain)


@bp.get("/my")
@signed_in
@bp.input(PageQuery, location="query", arg_name="query")
@bp.output(FeedbackPage)
def read_mine(me: Identity, query: PageQuery) -> FeedbackPage:
    """What one has said, the newest first."""
    page = service.own_feedback(me.user_id, query.request)
    return FeedbackPage.shown(list(page.items), page.total, page.page, page.next_cursor)


@bp.post("/<int:feedback_id>/correct")
@signed_in
@bp.input(SentimentInput, arg_name="body")
@bp.output(FeedbackCorrected)
def correct(me: Identity, feedback_id: int, body: SentimentInput) -> FeedbackCorrected:
    """Put right how a message was heard; for administrators."""
    feedback = service.correct(feedback_id, me, body.sentiment)
    return FeedbackCorrected(feedback=FeedbackOutput.of(feedback))
