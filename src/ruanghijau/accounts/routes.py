"""`/api/auth`: registering, signing in and out, one's own profile."""

from apiflask import APIBlueprint
from flask import Response, request

from ruanghijau.accounts import passwords, service, sessions, verification
from ruanghijau.accounts.guard import signed_in
from ruanghijau.accounts.identity import Identity
from ruanghijau.accounts.schemas import (
    ChangePasswordInput,
    EmailInput,
    LoginInput,
    OwnUser,
    PictureInput,
    ProfileChanged,
    ProfileInput,
    RefreshInput,
    RegisterInput,
    ResetInput,
    SignedIn,
    TokenInput,
)
from ruanghijau.errors import Unauthenticated
from ruanghijau.pictures import service as pictures
from ruanghijau.web.errors import refusal
from ruanghijau.web.language import language, say
from ruanghijau.web.limits import by_email, limiter
from ruanghijau.web.schemas import Message

bp = APIBlueprint("auth", __name__, url_prefix="/api/auth", tag="Auth")


@bp.post("/register")
@limiter.limit("10 per hour")
@bp.input(RegisterInput, arg_name="body")
@bp.output(SignedIn, status_code=201)
@bp.doc(responses=[409])
def register(body: RegisterInput) -> SignedIn:
    """Register with an e-mail address and a password."""
    user = service.register(body.email, body.password, body.username, body.full_name, language())
    return SignedIn.with_tokens(sessions.start(user, _device()), say("auth.registered"))


@bp.post("/login")
@limiter.limit("30 per minute")
@limiter.limit("10 per minute", key_func=by_email)
@bp.input(LoginInput, arg_name="body")
@bp.output(SignedIn)
@bp.doc(responses=[401, 403])
def login(body: LoginInput) -> SignedIn:
    """Sign in; the refusal never tells whether the address is known."""
    user = service.authenticate(service.normalise_email(body.email), body.password)
    return SignedIn.with_tokens(sessions.start(user, _device()), say("auth.signed_in"))


@bp.post("/refresh")
@limiter.limit("60 per minute")
@bp.input(RefreshInput, arg_name="body")
@bp.output(SignedIn)
@bp.doc(responses=[401])
def refresh(body: RefreshInput) -> SignedIn | Response:
    """Trade the refresh token for a new pair; each works once."""
    tokens, refused = sessions.refresh(body.refresh_token)
    if tokens is None:
        return refusal(Unauthenticated(refused))
    return SignedIn.with_tokens(tokens, say("auth.signed_in"))


@bp.post("/logout")
@signed_in
@bp.output(Message)
def logout(me: Identity) -> Message:
    """Sign out: the tokens of this session stop working at once."""
    sessions.end(me.session_id)
    return Message(message=say("auth.signed_out"))


@bp.get("/me")
@signed_in
@bp.output(OwnUser)
def read_me(me: Identity) -> OwnUser:
    """One's own profile."""
    return OwnUser.of(service.get_user(me.user_id))


@bp.patch("/me")
@signed_in
@bp.input(ProfileInput, arg_name="body")
@bp.output(ProfileChanged)
def update_me(me: Identity, body: ProfileInput) -> ProfileChanged:
    """Change one's profile; fields left out stay as they are."""
    changes = body.model_dump(exclude_unset=True)
    return ProfileChanged.of(service.update_profile(me.user_id, changes))


@bp.put("/me/picture")
@limiter.limit("20 per hour")
@signed_in
@bp.input(PictureInput, location="form_and_files", arg_name="form")
@bp.output(ProfileChanged)
def set_picture(me: Identity, form: PictureInput) -> ProfileChanged:
    """Set one's profile picture: JPEG, PNG, WebP or HEIC."""
    user = service.set_picture(me.user_id, pictures.store(form.image.stream, "profiles"))
    return ProfileChanged.of(user)


@bp.delete("/me/picture")
@signed_in
@bp.output(ProfileChanged)
def remove_picture(me: Identity) -> ProfileChanged:
    """Remove one's profile picture."""
    return ProfileChanged.of(service.set_picture(me.user_id, None))


@bp.post("/change-password")
@limiter.limit("10 per hour")
@signed_in
@bp.input(ChangePasswordInput, arg_name="body")
@bp.output(Message)
def change_password(me: Identity, body: ChangePasswordInput) -> Message:
    """Change the password; every other device is signed out."""
    passwords.change(me.user_id, me.session_id, body.current_password, body.new_password)
    return Message(message=say("auth.password_changed"))


@bp.post("/forgot-password")
@limiter.limit("5 per hour", key_func=by_email)
@limiter.limit("20 per hour")
@bp.input(EmailInput, arg_name="body")
@bp.output(Message, status_code=202)
def forgot_password(body: EmailInput) -> Message:
    """Ask for a mail to set a new password; the answer is the same for an unknown address."""
    passwords.send_reset(service.by_email(body.email))
    return Message(message=say("auth.reset_mailed"))


@bp.post("/reset-password")
@limiter.limit("20 per hour")
@bp.input(ResetInput, arg_name="body")
@bp.output(Message)
@bp.doc(responses=[403])
def reset_password(body: ResetInput) -> Message:
    """Set a new password with the mailed token; every device is signed out."""
    passwords.reset(body.token, body.password)
    return Message(message=say("auth.password_changed"))


@bp.post("/verify-email")
@limiter.limit("20 per hour")
@bp.input(TokenInput, arg_name="body")
@bp.output(Message)
@bp.doc(responses=[403])
def verify_email(body: TokenInput) -> Message:
    """Prove the e-mail address with the mailed token."""
    verification.confirm(body.token)
    return Message(message=say("auth.email_verified"))


@bp.post("/verify-email/resend")
@limiter.limit("5 per hour")
@signed_in
@bp.output(Message, status_code=202)
def resend_verification(me: Identity) -> Message:
    """Ask for the verification mail again."""
    verification.send_link(service.get_user(me.user_id))
    return Message(message=say("auth.verification_mailed"))


def _device() -> str | None:
    return request.user_agent.string or None
