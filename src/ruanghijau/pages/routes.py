"""`/`, `/akun/...`: server-rendered pages, until and beside the community app."""

from apiflask import APIBlueprint
from flask import Response, make_response, render_template, request

from ruanghijau.accounts import passwords, verification
from ruanghijau.campaigns import listing
from ruanghijau.campaigns.listing import CampaignFilter, Stage
from ruanghijau.campaigns.schemas import CampaignOutput
from ruanghijau.db.paging import PageRequest
from ruanghijau.errors import DomainError
from ruanghijau.pages import figures
from ruanghijau.posts import feed
from ruanghijau.posts.feed import FeedFilter
from ruanghijau.posts.schemas import PostOutput
from ruanghijau.web.language import language, say
from ruanghijau.web.limits import limiter

SHOWN_POSTS = 6
SHOWN_CAMPAIGNS = 3
MINIMUM_PASSWORD = 8
# Pages run no script at all, so nothing a person wrote can ever run as one.
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' https: data:; form-action 'self'; "
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


@bp.app_context_processor
def _texts() -> dict[str, object]:
    return {"say": say, "language": language(), "grouped": grouped}


def grouped(number: int) -> str:
    """A number as people write it here: 1.500.000, or 1,500,000 in English."""
    return f"{number:,}" if language() == "en" else f"{number:,}".replace(",", ".")


@bp.after_request
def _protect(response: Response) -> Response:
    response.headers["Content-Security-Policy"] = POLICY
    response.headers["Referrer-Policy"] = "no-referrer"  # mailed tokens stand in these addresses
    response.headers["Vary"] = "Accept-Language"
    return response


@bp.get("/")
def start() -> str:
    """What this is and where to go."""
    page = feed.feed(FeedFilter(), PageRequest(limit=SHOWN_POSTS))
    posts = [PostOutput.seen(post, liked=False) for post in page.items]
    running = listing.list_campaigns(CampaignFilter(Stage.active), PageRequest(limit=SHOWN_CAMPAIGNS))
    campaigns = [CampaignOutput.of(campaign) for campaign in running.items]
    return render_template("start.html", posts=posts, campaigns=campaigns, figures=figures.current())


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
