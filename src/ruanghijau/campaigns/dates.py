"""When a campaign may run."""

from datetime import date, timedelta

from ruanghijau.errors import Conflict, FieldError

DEFAULT_DAYS = 30
MAX_DAYS = 3 * 365
"""How long a campaign may last, and how far ahead it may end: three years."""


def period(start: date | None, end: date | None, today: date) -> tuple[date, date]:
    """First and last day of a new campaign: today, and 30 days after the first, where not given.

    Raises `Conflict` naming the field for a campaign that would be over already, or last too long.
    """
    first = start or today
    if first > _farthest(today):
        raise _refusal("start_date", "date_too_far", latest=_farthest(today).isoformat())
    last = end or min(first + timedelta(DEFAULT_DAYS), _farthest(today))
    _check(first, last, earliest_end=today, today=today)
    return first, last


def check_new_end(first: date, last: date, today: date) -> None:
    """Raise `Conflict` unless a running campaign may end on `last`, which has to be after today."""
    _check(first, last, earliest_end=today + timedelta(1), today=today)


def _check(first: date, last: date, *, earliest_end: date, today: date) -> None:
    if last < first:
        raise _refusal("end_date", "date_before_start")
    if last < earliest_end:
        raise _refusal("end_date", "date_too_early", earliest=earliest_end.isoformat())
    if last > _farthest(today):
        raise _refusal("end_date", "date_too_far", latest=_farthest(today).isoformat())
    if last - first > timedelta(MAX_DAYS):
        raise _refusal("end_date", "date_too_long", days=MAX_DAYS)


def _farthest(today: date) -> date:
    return today + timedelta(MAX_DAYS)


def _refusal(field: str, code: str, **params: object) -> Conflict:
    return Conflict("CAMPAIGN_DATES_REFUSED", [FieldError(field, code, tuple(params.items()))])
