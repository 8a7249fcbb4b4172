"""`/sertifikat`: whether a certificate is genuine, for everybody who holds its code."""

import re

from flask import Response, make_response, redirect, render_template, request

from ruanghijau.certificates import service
from ruanghijau.certificates.routes import as_pdf
from ruanghijau.certificates.service import Certificate
from ruanghijau.errors import Conflict, NotFound
from ruanghijau.pages.blueprint import bp
from ruanghijau.web.language import say
from ruanghijau.web.limits import limiter


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
    """Valid, withdrawn, or unknown; with `.pdf` at its end, the paper of a valid one."""
    try:
        certificate = service.find(code.removesuffix(".pdf")[:100])
    except NotFound:
        typed, problem = code.removesuffix(".pdf")[:100], say("pages.certificate_unknown")
        return make_response(render_template("certificate_form.html", typed=typed, problem=problem), 404)
    if code.endswith(".pdf"):
        return _paper(certificate)
    return make_response(render_template("certificate.html", certificate=certificate))


def _paper(certificate: Certificate) -> Response:
    if not certificate.is_valid:
        raise Conflict("CERTIFICATE_WITHDRAWN")
    return as_pdf(certificate)
