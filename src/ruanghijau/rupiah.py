"""Rupiah as people write them here."""

from decimal import Decimal


def in_rupiah(amount: Decimal | int) -> str:
    """Whole rupiah with dots between the thousands: `Rp1.500.000`."""
    return f"Rp{int(amount):,}".replace(",", ".")
