"""The blueprint of all pages: what each says in its headers, what its template may use, how it fails."""

from typing import Any

from apiflask import APIBlueprint
from flask import Response, render_template

from ruanghijau.pages import wording
from ruanghijau.web.language import language, say

# Pages run no script at all, so nothing a person wrote can ever run as one.
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' https: data:; form-action {forms}; "
    "base-uri 'none'; frame-ancestors 'none'"
)

bp = APIBlueprint(
    "pages",
    __name__,
    template_folder="templates",
    static_folder="static",
    static_url_path="/static",
    enable_openapi=False,
)


def policy(*form_targets: str) -> str:
    """The Content-Security-Policy of a page whose forms lead to this server and to `form_targets`."""
    return POLICY.format(forms=" ".join(("'self'", *form_targets)))


@bp.app_context_processor
def _words() -> dict[str, Any]:
    """What every template can say."""
    return {
        "say": say,
        "language": language(),
        "grouped": wording.grouped,
        "rupiah": wording.rupiah,
        "day": wording.day,
        "moment": wording.moment,
        "donor_name": wording.donor_name,
    }


@bp.after_request
def _protect(response: Response) -> Response:
    response.headers.setdefault("Content-Security-Policy", policy())
    response.headers["Referrer-Policy"] = "no-referrer"  # mailed tokens stand in these addresses
    response.headers["Vary"] = "Accept-Language"
    return response


@bp.after_request
def _dress_failure(response: Response) -> Response:
    """Failures are worded in one place, as the API's envelope; who came for a page gets one that says it."""
    if response.status_code >= 400 and response.is_json:
        failure = response.get_json()
        message, request_id = failure["error"]["message"], failure["request_id"]
        status = response.status_code
        response.set_data(
            render_template("failed.html", message=message, status=status, request_id=request_id)
        )
        response.mimetype = "text/html"
    return response
