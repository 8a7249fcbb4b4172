"""Who is calling: the check that every protected view passes first."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from flask_jwt_extended import get_jwt, verify_jwt_in_request
from flask_jwt_extended.exceptions import JWTExtendedException, NoAuthorizationError
from jwt import ExpiredSignatureError, PyJWTError

from ruanghijau.accounts import sessions
from ruanghijau.accounts.identity import Identity
from ruanghijau.errors import Forbidden, Unauthenticated
from ruanghijau.runtime import runtime

BEARER = "BearerAuth"
View = TypeVar("View", bound=Callable[..., Any])


def signed_in(view: View) -> View:
    """Only for who is signed in; the view receives them as `me`."""
    return _guarded(view, [{BEARER: []}], optional=False)


def maybe_signed_in(view: View) -> View:
    """For everybody; the view receives `me`, which is None for a guest."""
    return _guarded(view, [{}, {BEARER: []}], optional=True)


def _guarded(view: View, security: list[dict[str, list[str]]], *, optional: bool) -> View:
    @wraps(view)
    def guarded(*args: Any, **kwargs: Any) -> Any:
        return view(*args, me=_identify(optional=optional), **kwargs)

    # What APIFlask's `doc(security=...)` would write; here so that guard and document cannot disagree.
    guarded.__dict__.setdefault("_spec", {})["security"] = security
    return guarded  # type: ignore[return-value]


def _identify(*, optional: bool) -> Identity | None:
    try:
        if verify_jwt_in_request(optional=optional) is None:
            return None
    except NoAuthorizationError as error:
        raise Unauthenticated from error
    except ExpiredSignatureError as error:
        raise Unauthenticated("TOKEN_EXPIRED") from error
    except (JWTExtendedException, PyJWTError, UnicodeError) as error:
        raise Unauthenticated("TOKEN_INVALID") from error
    return _from_claims(get_jwt())


def _from_claims(claims: dict[str, Any]) -> Identity:
    """The person, if their session still lives: a logout or a ban counts from the next request."""
    session_id = str(claims.get("sid", ""))
    # A transaction of its own, over before the view begins: no lock is held while the view works.
    with runtime().database.transaction(write=False):
        user = sessions.user_of(session_id)
    if user is None or str(user.id) != claims["sub"]:
        raise Unauthenticated("SESSION_ENDED")
    if not user.is_active:
        raise Forbidden("ACCOUNT_BANNED")
    return Identity(user.id, user.role, session_id)
