"""The ways a rule of the platform can say no.

A service raises one of these; `ruanghijau.web.errors` alone turns it into the documented envelope. The
sentence a person reads is looked up by `code` in `ruanghijau.texts`, so an error never carries prose.
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class FieldError:
    """One thing wrong with one field: `code` and `params` name a text under `validation`."""

    field: str
    code: str
    params: tuple[tuple[str, object], ...] = ()


class DomainError(Exception):
    """A refusal with a stable English `code` and the parameters of its text."""

    default_code = "DOMAIN_ERROR"

    def __init__(self, code: str | None = None, details: Sequence[FieldError] = (), **params: object) -> None:
        self.code = code or self.default_code
        self.details = tuple(details)
        self.params = params
        super().__init__(self.code)


class Invalid(DomainError):
    """The input cannot be accepted as it is."""

    default_code = "VALIDATION_ERROR"

    @classmethod
    def field(cls, field: str, code: str, **params: object) -> "Invalid":
        return cls(details=[FieldError(field, code, tuple(params.items()))])


class Unauthenticated(DomainError):
    """Nobody is signed in, or what they showed is not valid."""

    default_code = "UNAUTHORIZED"


class Forbidden(DomainError):
    """Somebody is signed in, but may not do this."""

    default_code = "FORBIDDEN"


class NotFound(DomainError):
    """The thing does not exist, or not for this person."""

    default_code = "NOT_FOUND"


class Conflict(DomainError):
    """The thing is in a state that does not allow this."""

    default_code = "CONFLICT"


class TooLarge(DomainError):
    """More bytes than are accepted here."""

    default_code = "PAYLOAD_TOO_LARGE"


class TooMany(DomainError):
    """A quota is used up; `retry_after` is in seconds."""

    default_code = "TOO_MANY_REQUESTS"

    def __init__(self, code: str | None = None, *, retry_after: int, **params: object) -> None:
        super().__init__(code, (), retry_after=retry_after, **params)
        self.retry_after = retry_after


class Unavailable(DomainError):
    """Something this needs is down for the moment; trying again later is right."""

    default_code = "SERVICE_UNAVAILABLE"

    def __init__(self, code: str | None = None, *, retry_after: int = 5, **params: object) -> None:
        super().__init__(code, (), **params)
        self.retry_after = retry_after
