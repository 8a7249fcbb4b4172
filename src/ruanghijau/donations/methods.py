"""How a donor may wish to pay."""

from enum import StrEnum


class PaymentMethod(StrEnum):
    gopay = "gopay"
    qris = "qris"
    shopeepay = "shopeepay"
    bank_transfer = "bank_transfer"
    credit_card = "credit_card"
    convenience_store = "convenience_store"
