"""Days written out for people."""

from datetime import datetime

from ruanghijau.db.calendar import JAKARTA

_MONTHS = {
    "id": (
        "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober",
        "November", "Desember",
    ),
    "en": (
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
        "November", "December",
    ),
}  # fmt: skip


def long_date(moment: datetime, language: str) -> str:
    """The day of a moment in Asia/Jakarta: `28 Januari 2026`."""
    day = moment.astimezone(JAKARTA)
    return f"{day.day} {_MONTHS[language][day.month - 1]} {day.year}"
