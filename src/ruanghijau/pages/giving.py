"""`/kampanye/<id>/donasi`: giving from a plain form, without script, cookie or earlier sign-in.

Who gives proves who they are in the same form, so that no other site can send it in their name.
"""

from flask import Response, make_response, redirect, render_template, request
from flask_limiter import RateLimitExceeded

from ruanghijau.accounts import service as accounts
from ruanghijau.accounts.models import User
from ruanghijau.campaigns import service as campaigns
from ruanghijau.campaigns.schemas import CampaignOutput
from ruanghijau.donations import checkout
from ruanghijau.donations.methods import PaymentMethod
from ruanghijau.donations.models import Donation
from ruanghijau.donations.schemas import MINIMUM
from ruanghijau.errors import DomainError, Forbidden, TooMany, Unauthenticated
from ruanghijau.pages import addresses, gateway, gift_form, sharing
from ruanghijau.pages.blueprint import bp, policy
from ruanghijau.pages.campaigns import why_not
from ruanghijau.runtime import runtime
from ruanghijau.web.errors import STATUS
from ruanghijau.web.language import say
from ruanghijau.web.limits import limiter

AT_FIELDS = {"INVALID_CREDENTIALS": "password", "ACCOUNT_BANNED": "email", "CAMPAIGN_FULL": "amount"}


@bp.get("/kampanye/<campaign_id>/donasi")
def ask_gift(campaign_id: str) -> Response:
    """The form."""
    return _form(addresses.campaign_number(campaign_id), 200, {})


@bp.post("/kampanye/<campaign_id>/donasi")
def give(campaign_id: str) -> Response:
    """Open the payment page and go there; sent again, the same form leads to the same page."""
    number = addresses.campaign_number(campaign_id)
    try:
        form = gift_form.read(request)
        donor = _prove(form.email, form.password)
        started = checkout.donate(form.wish(number, donor.id))
    except RateLimitExceeded:
        return _refused(number, TooMany(retry_after=60))
    except DomainError as error:
        return _refused(number, error)
    return redirect(_next(started.donation), 303)  # type: ignore[return-value]


def _by_typed_email() -> str:
    """Counts attempts on one account together, wherever they come from."""
    return f"email:{accounts.normalise_email(request.form.get('email', ''))[:255]}"


# As often as `POST /api/auth/login`, which this stands beside.
@limiter.limit("30 per minute")
@limiter.limit("10 per minute", key_func=_by_typed_email)
def _prove(email: str, password: str) -> User:
    """Who gives. A transaction of its own: none may be open while the payment page is."""
    with runtime().database.transaction(write=False):
        user = accounts.authenticate(accounts.normalise_email(email), password)
    if not user.is_active:
        raise Forbidden("ACCOUNT_BANNED")
    return user


def _next(donation: Donation) -> str:
    if donation.is_payable and donation.payment_url:
        return donation.payment_url
    return addresses.absolute(f"/donasi/{donation.transaction_id}")


def _refused(campaign_id: int, error: DomainError) -> Response:
    """The form again with what was typed, except the password, and what was wrong."""
    # Nobody is signed in on a page, so a wrong password is a refusal here, not a challenge.
    kind = Forbidden if isinstance(error, Unauthenticated) else type(error)
    problems = gift_form.problems(error)
    if not problems:
        problems = {AT_FIELDS.get(error.code, "form"): say(f"errors.{error.code}", **error.params)}
    response = _form(campaign_id, STATUS[kind], problems)
    if isinstance(wait := getattr(error, "retry_after", None), int):
        response.headers["Retry-After"] = str(wait)
    return response


def _form(campaign_id: int, status: int, problems: dict[str, str]) -> Response:
    campaign = campaigns.read_campaign(campaign_id)
    shown = CampaignOutput.of(campaign)
    page = render_template(
        "give.html",
        campaign=shown,
        card=sharing.of_campaign(campaign),
        why_not=why_not(campaign),
        typed=request.form,
        key=gift_form.key_of(request.form),
        problems=problems,
        suggested=gift_form.SUGGESTED,
        other=gift_form.OTHER,
        methods=[method.value for method in PaymentMethod],
        minimum=MINIMUM,
        maximum=runtime().settings.donation_maximum,
    )
    response = make_response(page, status)
    response.headers["Content-Security-Policy"] = policy(gateway.origin(runtime().settings))
    response.headers["Cache-Control"] = "no-store"
    return response
