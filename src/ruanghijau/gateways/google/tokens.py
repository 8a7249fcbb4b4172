"""Checking Google ID tokens against Google's published keys.

The rules are those of OpenID Connect Core 1.0, section 3.1.3.7, with Google's values as its guide
"Authenticate with a backend server" gives them: RS256, our client id as audience, and one of two issuers.
"""

from dataclasses import dataclass
from typing import Any

import jwt

ISSUERS = ("https://accounts.google.com", "accounts.google.com")
ALGORITHM = "RS256"
# Google rotates its keys about weekly and publishes each before it is used. A key that is not known is looked
# up again, but at most every half minute: anybody can name keys that do not exist.
KEYS_LIFETIME_SECONDS = 3600
LOOKUP_PAUSE_SECONDS = 30
TIMEOUT_SECONDS = 5
CLOCK_SKEW_SECONDS = 30


class GoogleTokenRejected(Exception):
    """The token is not one that Google made for us, or it is no longer valid."""


class GoogleUnreachable(Exception):
    """Google's keys cannot be read at the moment."""


@dataclass(frozen=True)
class GoogleIdentity:
    """The person a token speaks of. `subject` never changes; the address may."""

    subject: str
    email: str
    email_verified: bool
    name: str | None
    picture: str | None


class GoogleTokens:
    """Verifies tokens made for `client_id` with the key set at `keys_url` (JWKS)."""

    def __init__(self, client_id: str, keys_url: str) -> None:
        self._client_id = client_id
        self._keys = jwt.PyJWKClient(
            keys_url,
            lifespan=KEYS_LIFETIME_SECONDS,
            timeout=TIMEOUT_SECONDS,
            cooldown_duration=LOOKUP_PAUSE_SECONDS,
        )

    def verify(self, token: str) -> GoogleIdentity:
        """The identity in `token`. Raises `GoogleTokenRejected` or `GoogleUnreachable`."""
        self._read_keys()
        try:
            claims = jwt.decode(
                token,
                self._keys.get_signing_key_from_jwt(token),
                algorithms=[ALGORITHM],
                audience=self._client_id,
                issuer=ISSUERS,
                leeway=CLOCK_SKEW_SECONDS,
                options={"require": ["exp", "iat", "iss", "aud", "sub"]},
            )
        except jwt.PyJWKClientConnectionError as error:
            raise GoogleUnreachable from error
        except (jwt.PyJWTError, ValueError) as error:
            raise GoogleTokenRejected from error
        return _identity(claims)

    def _read_keys(self) -> None:
        # Apart from the token, so that an answer without keys in it is not taken for a bad token.
        try:
            self._keys.get_signing_keys()
        except (jwt.PyJWTError, ValueError, OSError) as error:
            raise GoogleUnreachable from error


def _identity(claims: dict[str, Any]) -> GoogleIdentity:
    email = claims.get("email")
    if not isinstance(email, str):
        raise GoogleTokenRejected
    return GoogleIdentity(
        subject=str(claims["sub"]),
        email=email,
        email_verified=claims.get("email_verified") in (True, "true"),
        name=_text(claims.get("name")),
        picture=_text(claims.get("picture")),
    )


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None
