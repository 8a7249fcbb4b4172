"""Google sign-in: telling a genuine ID token from any other."""

from ruanghijau.gateways.google.tokens import (
    GoogleIdentity,
    GoogleTokenRejected,
    GoogleTokens,
    GoogleUnreachable,
)

__all__ = ["GoogleIdentity", "GoogleTokenRejected", "GoogleTokens", "GoogleUnreachable"]
