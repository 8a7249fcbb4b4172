"""`/api/auth/export` and `DELETE /api/auth/me`: seeing all that is kept on oneself, and leaving."""

from apiflask import APIBlueprint

from ruanghijau.accounts.guard import signed_in
from ruanghijau.accounts.identity import Identity
from ruanghijau.accounts.schemas import DeleteAccountInput
from ruanghijau.db import now
from ruanghijau.privacy import service
from ruanghijau.privacy.schemas import Export
from ruanghijau.web.language import say
from ruanghijau.web.limits import limiter
from ruanghijau.web.schemas import Message

bp = APIBlueprint("privacy", __name__, url_prefix="/api/auth", tag="Auth")


@bp.get("/export")
@limiter.limit("10 per hour")
@signed_in
@bp.output(Export)
def export(me: Identity) -> tuple[Export, int, dict[str, str]]:
    """Everything the platform keeps on oneself."""
    shown = Export(exported_at=now(), data=service.export_person(me.user_id))
    return shown, 200, {"Content-Disposition": 'attachment; filename="ruang-hijau.json"'}


@bp.delete("/me")
@limiter.limit("10 per hour")
@signed_in
@bp.input(DeleteAccountInput, arg_name="body")
@bp.output(Message)
@bp.doc(responses=[409])
def delete_account(me: Identity, body: DeleteAccountInput) -> Message:
    """Delete one's account and what one wrote, for good; donations stay in the books, without a name."""
    service.delete_account(me.user_id, body.password)
    return Message(message=say("auth.account_deleted"))
