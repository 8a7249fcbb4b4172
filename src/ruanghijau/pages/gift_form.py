"""What is typed into the donation form, and what is wrong with it."""

import hashlib
import re
import secrets
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any

from flask import Request
from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from ruanghijau.donations.checkout import Wish
from ruanghijau.donations.methods import PaymentMethod
from ruanghijau.donations.schemas import LARGEST, MINIMUM
from ruanghijau.errors import DomainError, Invalid
from ruanghijau.pages.wording import grouped
from ruanghijau.runtime import runtime
from ruanghijau.web.language import say
from ruanghijau.web.schemas import Input, Text
from ruanghijau.web.validation import WordedPydanticAdapter

OTHER = "lain"
"""Chosen instead of a suggested amount by who types one."""
SUGGESTED = (25_000, 50_000, 100_000, 250_000, 500_000)
_WHOLE = re.compile(r"(?:rp\.?\s*)?(\d{1,3}(?:[., ]\d{3})+|\d+)(?:,-)?", re.IGNORECASE | re.ASCII)
_KEY = re.compile(r"[0-9a-f]{32}")


def _in_rupiah(written: object) -> object:
    """`75.000`, `75,000` and `Rp 75000` all mean the same; what has decimals or letters means nothing."""
    match = _WHOLE.fullmatch(str(written).strip())
    if match is None:
        raise PydanticCustomError("int_parsing", "whole rupiah are expected")
    return int(re.sub(r"\D", "", match[1])[:12])


class GiftForm(Input):
    """The fields as the page names them; empty ones count as not given."""

    amount: Annotated[int, BeforeValidator(_in_rupiah), Field(ge=MINIMUM, le=LARGEST)]
    payment_method: PaymentMethod | None = None
    is_anonymous: bool = False
    message: Text | None = Field(None, max_length=500)
    email: str = Field(max_length=255)
    password: str = Field(max_length=128)
    key: str = ""

    @model_validator(mode="before")
    @classmethod
    def _tidy(cls, typed: Any) -> Any:
        if not isinstance(typed, dict):
            return typed
        # Browsers count a line break as one character and send it as two.
        given = {name: str(value).replace("\r\n", "\n") for name, value in typed.items() if value != ""}
        if given.get("amount", OTHER) == OTHER:
            given["amount"] = given.get("other_amount", "")
        return {name: value for name, value in given.items() if value}

    def wish(self, campaign_id: int, donor_id: int) -> Wish:
        return Wish(
            campaign_id=campaign_id,
            donor_id=donor_id,
            amount=Decimal(self.amount),
            method=self.payment_method,
            is_anonymous=self.is_anonymous,
            message=self.message or None,
            key=self._name_for(campaign_id),
        )

    def _name_for(self, campaign_id: int) -> str | None:
        # All that was chosen is part of the name: who comes back and changes something means another gift,
        # or the same one with the name hidden, and not simply what they wished before.
        if not _KEY.fullmatch(self.key):
            return None
        chosen = (self.key, campaign_id, self.amount, self.payment_method, self.is_anonymous, self.message)
        return hashlib.sha256(repr(chosen).encode()).hexdigest()


def read(request: Request) -> GiftForm:
    """The form that was sent. Raises `Invalid`, naming each field that is wrong."""
    form: Any = WordedPydanticAdapter(GiftForm).validate_input(request, "form_and_files")
    maximum = runtime().settings.donation_maximum
    if form.amount > maximum:
        raise Invalid.field("amount", "less_than_equal", le=maximum)
    return form  # type: ignore[no-any-return]


def key_of(typed: Mapping[str, str]) -> str:
    """Names one showing of the form: however often it is sent, it is the same gift."""
    key = typed.get("key", "")
    return key if _KEY.fullmatch(key) else secrets.token_hex(16)


def problems(error: DomainError) -> dict[str, str]:
    """What to say at each field."""
    found = {}
    for detail in error.details:
        params = {name: grouped(n) if isinstance(n, int) else n for name, n in detail.params}
        found[detail.field] = say(f"validation.{detail.code}", **params)
    return found
