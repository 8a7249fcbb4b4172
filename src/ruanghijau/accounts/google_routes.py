"""`/api/auth/google`: signing in with Google."""

from apiflask import APIBlueprint
from flask import request

from ruanghijau.accounts import google, sessions
from ruanghijau.accounts.schemas import GoogleInput, GoogleSignedIn, SignedIn
from ruanghijau.web.language import language, say
from ruanghijau.web.limits import limiter

bp = APIBlueprint("google_auth", __name__, url_prefix="/api/auth", tag="Auth")


@bp.post("/google")
@limiter.limit("30 per minute")
@bp.input(GoogleInput, arg_name="body")
@bp.output(GoogleSignedIn)
@bp.doc(responses=[401, 403, 404, 409])
def sign_in(body: GoogleInput) -> GoogleSignedIn:
    """Sign in with a Google ID token; the first time makes the account."""
    identity = google.verify(body.google_token)
    user, is_new = google.find_or_create(identity, language())
    tokens = sessions.start(user, request.user_agent.string or None)
    shown = SignedIn.with_tokens(tokens, say("auth.signed_in"))
    return GoogleSignedIn(**shown.model_dump(), is_new_user=is_new)
