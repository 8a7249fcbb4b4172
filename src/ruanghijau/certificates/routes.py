"""`/api/certificates`, and the donor's own under `/api/donations`."""

from typing import Any

from apiflask import APIBlueprint
from flask import Response

from ruanghijau.accounts.guard import signed_in
from ruanghijau.accounts.identity import Identity
from ruanghijau.certificates import document, service
from ruanghijau.certificates.schemas import CertificateOutput
from ruanghijau.certificates.service import Certificate
from ruanghijau.runtime import runtime
from ruanghijau.web.language import language
from ruanghijau.web.limits import limiter

bp = APIBlueprint("certificates", __name__, url_prefix="/api", tag="Donations")

PDF: dict[int | str, dict[str, str | dict[str, dict[str, Any]]]] = {
    200: {
        "description": "The certificate",
        "content": {"application/pdf": {"schema": {"type": "string", "format": "binary"}}},
    },
    409: {"description": ""},
}


@bp.get("/certificates/<code>")
@limiter.limit("60 per minute")
@bp.output(CertificateOutput)
def check(code: str) -> CertificateOutput:
    """Whether a certificate is genuine, and what it says; case and dashes of the code do not count."""
    return CertificateOutput.of(service.find(code))


@bp.get("/donations/<int:donation_id>/certificate")
@limiter.limit("60 per minute")
@signed_in
@bp.doc(responses=PDF)
def download(me: Identity, donation_id: int) -> Response:
    """The certificate of one's own donation, as a PDF."""
    return as_pdf(service.of_donation(donation_id, me))


def as_pdf(certificate: Certificate) -> Response:
    """A certificate to save, in the reader's language."""
    address = f"{runtime().settings.public_url}/sertifikat/{certificate.code}"
    response = Response(document.draw(certificate, address, language()), content_type="application/pdf")
    response.headers["Content-Disposition"] = f'attachment; filename="sertifikat-{certificate.code}.pdf"'
    return response
