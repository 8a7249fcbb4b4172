"""Numbers, money, days and names as people write them here, in the language of the request."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from ruanghijau.db.calendar import JAKARTA
from ruanghijau.web.language import language, say


def grouped(number: int | Decimal) -> str:
    """A whole number: 1.500.000, or 1,500,000 in English."""
    written = f"{int(number):,}"
    return written if language() == "en" else written.replace(",", ".")


def rupiah(amount: int | Decimal) -> str:
    """Whole rupiah: Rp1.500.000; -Rp5.000 where more was spent than is left."""
    whole = int(amount)
    return f"{'-' if whole < 0 else ''}Rp{grouped(abs(whole))}"


def day(when: date) -> str:
    """A date with its month in words: 28 Januari 2026."""
    return f"{when.day} {say('pages.months').split()[when.month - 1]} {when.year}"


def moment(when: datetime) -> str:
    """A moment on the clocks of Jakarta: 28 Januari 2026, 17.30 WIB."""
    local = when.astimezone(JAKARTA)
    return say("pages.moment", day=day(local.date()), hour=f"{local:%H}", minute=f"{local:%M}")


def donor_name(donor: Any) -> str:
    """Who gave, as the public may know: nobody in particular for a donor who wished so (None)."""
    return say("pages.somebody") if donor is None else donor.full_name or donor.username
