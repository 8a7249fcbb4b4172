"""`/sertifikat`: whether a certificate is genuine, for everybody who holds its code."""

import re

from flask import Response, make_response, redirect, render_template, request

from ruanghijau.certificates import service
from ruanghijau.errors import NotFound
from ruanghijau.pages.blueprint import bp
from ruanghijau.web.language import say
from ruanghijau.web.limits import limiter

_CODE = re.compile(r"[0-9A-Z]{8,32}")


@bp.get("/sertifikat")
def ask_certificate() -> Response:
    """A field for a code; a typed one leads to its page."""
    typed = request.args.get("kode", "")[:100]
    if code := re.sub(r"[^0-9A-Z]", "", typed.upper()):
        return redirect(f"/sertifikat/{code}", 303)  # type: ignore[return-value]
    return make_response(render_template("certificate_form.html", typed=typed, problem=None))


@bp.get("/sertifikat/<code>")
@limiter.limit("60 per minute")
def show_certificate(code: str) -> Response:
    """Valid, withdrawn, or unknown."""
    try:
        certificate = service.find(_readable(code))
    except NotFound:
        problem = say("pages.certificate_unknown")
        return make_response(render_template("certificate_form.html", typed=code[:100], problem=problem), 404)
    return make_response(render_template("certificate.html", certificate=certificate))


def _readable(code: str) -> str:
    """The code as it was given out. Raises `NotFound` for what cannot be one."""
    if not _CODE.fullmatch(code.upper()):
        raise NotFound
    return code.upper()
