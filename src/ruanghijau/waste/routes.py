"""`/api/waste`: which bin does this belong in?"""

from apiflask import APIBlueprint
from flask import request

from ruanghijau.accounts.guard import maybe_signed_in, signed_in
from ruanghijau.accounts.identity import Identity
from ruanghijau.errors import Forbidden
from ruanghijau.waste import bins, service
from ruanghijau.waste.schemas import (
    BinList,
    BinOutput,
    Corrected,
    CorrectionInput,
    Detected,
    DetectInput,
    DetectionOutput,
    DetectionPage,
    HistoryQuery,
)
from ruanghijau.waste.service import Photo
from ruanghijau.web.language import language, say
from ruanghijau.web.limits import limiter
from ruanghijau.web.schemas import Message

bp = APIBlueprint("waste_detection", __name__, url_prefix="/api/waste", tag="Waste detection")


@bp.post("/detect")
@limiter.limit("30 per minute")
@maybe_signed_in
@bp.input(DetectInput, location="form_and_files", arg_name="form")
@bp.output(Detected)
def detect(me: Identity | None, form: DetectInput) -> Detected:
    """Say which of the five bins a photo shows; a guest's photo is looked at and forgotten."""
    user_id = me.user_id if me else None
    _require_own(form.user_id, user_id)
    photo = Photo(form.image.read(), form.image.filename or "")
    return Detected.seen(service.detect(photo, user_id, request.remote_addr or ""), language())


@bp.get("/history")
@signed_in
@bp.input(HistoryQuery, location="query", arg_name="query")
@bp.output(DetectionPage)
def read_history(me: Identity, query: HistoryQuery) -> DetectionPage:
    """One's own photos and what they showed, the newest first."""
    _require_own(query.user_id, me.user_id)
    page = service.history(me.user_id, query.request)
    return DetectionPage(
        detections=[DetectionOutput.shown(row, language()) for row in page.items],
        total=page.total,
        page=page.page,
        next_cursor=page.next_cursor,
    )


@bp.delete("/history")
@signed_in
@bp.output(Message)
def delete_history(me: Identity) -> Message:
    """Delete all of one's history, pictures included."""
    return Message(message=say("waste.history_deleted", count=service.forget_all(me.user_id)))


@bp.delete("/history/<int:detection_id>")
@signed_in
@bp.output(Message)
def delete(me: Identity, detection_id: int) -> Message:
    """Delete one entry of one's history, picture included."""
    service.forget(detection_id, me.user_id)
    return Message(message=say("waste.deleted"))


@bp.post("/history/<int:detection_id>/correct")
@signed_in
@bp.input(CorrectionInput, arg_name="body")
@bp.output(Corrected)
def correct(me: Identity, detection_id: int, body: CorrectionInput) -> Corrected:
    """Say what a photo really shows; the last word counts, and the model learns from it."""
    detection = service.correct(detection_id, me.user_id, body.category)
    return Corrected(detection=DetectionOutput.shown(detection, language()))


@bp.get("/bins")
@bp.output(BinList)
def read_bins() -> BinList:
    """The five bins: colour, examples, what becomes of the waste, and where each fact is from."""
    return BinList(bins=[BinOutput.told(one, language()) for one in bins.bins().values()])


def _require_own(claimed: int | None, user_id: int | None) -> None:
    if claimed is not None and claimed != user_id:
        raise Forbidden("NOT_YOUR_ID")
