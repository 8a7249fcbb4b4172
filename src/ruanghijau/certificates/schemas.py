"""Wire shape of a certificate that somebody checks."""

from typing import Self

from ruanghijau.certificates.service import Certificate
from ruanghijau.web.schemas import Output, RupiahAmount, Timestamp


class CertificateOutput(Output):
    code: str
    is_valid: bool
    """False once the whole gift was given back."""
    donor_name: str | None
    """Null where the donor wished to stay unnamed."""
    given: RupiahAmount
    amount: RupiahAmount
    """What the campaign keeps of it."""
    campaign_id: int
    campaign_title: str
    organiser: str | None
    permit_number: str | None
    paid_at: Timestamp

    @classmethod
    def of(cls, source: Certificate) -> Self:
        return cls.model_validate(source)
