"""`/akun/...`: where the links of mails lead."""

from flask import Response, make_response, render_template, request

from ruanghijau.accounts import passwords, verification
from ruanghijau.errors import DomainError
from ruanghijau.pages.blueprint import bp
from ruanghijau.web.language import say
from ruanghijau.web.limits import limiter

MINIMUM_PASSWORD = 8


@bp.get("/akun/verifikasi")
def ask_verification() -> str:
    """Where the verification mail leads: a button, because mail scanners follow links by themselves."""
    return render_template("verify.html", token=request.args.get("token", ""))


@bp.post("/akun/verifikasi")
@limiter.limit("20 per hour")
def verify() -> Response:
    """Prove the address."""
    try:
        verification.confirm(request.form.get("token", "")[:500])
    except DomainError as error:
        return _told(say(f"errors.{error.code}"), 403)
    return _told(say("auth.email_verified"))


@bp.get("/akun/sandi-baru")
def ask_password() -> str:
    """Where the password mail leads."""
    return render_template("password.html", token=request.args.get("token", ""), problem=None)


@bp.post("/akun/sandi-baru")
@limiter.limit("20 per hour")
def set_password() -> Response:
    """Set the new password."""
    token, password = request.form.get("token", "")[:500], request.form.get("password", "")
    if not MINIMUM_PASSWORD <= len(password) <= 128:
        problem = say("validation.string_too_short", min_length=MINIMUM_PASSWORD)
        return make_response(render_template("password.html", token=token, problem=problem), 400)
    try:
        passwords.reset(token, password)
    except DomainError as error:
        return _told(say(f"errors.{error.code}"), 403)
    return _told(say("auth.password_changed"))


def _told(message: str, status: int = 200) -> Response:
    good = status < 400
    return make_response(render_template("told.html", message=message, good=good), status)
