"""Wire shapes that every room uses, and what text is accepted as."""

import re
from datetime import UTC, datetime
from decimal import Decimal
from typing import Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainSerializer,
    StringConstraints,
    ValidationInfo,
    ValidatorFunctionWrapHandler,
    field_validator,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from ruanghijau.db.paging import DEFAULT_LIMIT, MAX_LIMIT, PageRequest

MAX_ID = 2**31 - 1  # MySQL's INT
Id = Annotated[int, Field(ge=1, le=MAX_ID, examples=[1])]


_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_BREAK = re.compile(r"[\n\r\t\u2028\u2029]")


def _printable(value: str) -> str:
    """Refuse what no keyboard types: NUL cuts texts short, other controls hide what is written."""
    if _CONTROL.search(value):
        raise PydanticCustomError("control_character", "control characters are not accepted")
    return value


def _one_line(value: str) -> str:
    if _BREAK.search(value):
        raise PydanticCustomError("one_line", "only one line is accepted")
    return value


def _number(value: object) -> object:
    if isinstance(value, bool | str):
        raise PydanticCustomError("int_type", "a number is expected")
    return value


class EmptyIsNone:
    """A form has no null: the empty text of a field nobody filled stands for it."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(
            lambda value: None if value in ("", "null") else value, handler(source)
        )

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        described = handler(schema)
        return described | {"anyOf": [*described["anyOf"], {"type": "string", "maxLength": 0}]}


def _utc(value: datetime) -> str:
    return value.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


# The same rules for readers of the OpenAPI document. Any text may stand between what is trimmed: Unicode's
# White_Space, as `strip_whitespace` means it. No part of a pattern can match what the next one begins with,
# so that a long text costs a validator no more than its length.
_SPACE = r"[\t-\r \x85\xA0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]*"
_SOLID = r"[^\x00-\x20\x7F-\xA0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]"
_WORDS = rf"{_SOLID}[^\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F]*([\x0B\x0C\x85]{_SPACE})?"
_HEADING = rf"{_SOLID}[^\x00-\x1F\x7F-\x9F\u2028\u2029]*([\t-\r\x85\u2028\u2029]{_SPACE})?"


def _described(pattern: str) -> Any:
    return Field(json_schema_extra={"pattern": f"^{_SPACE}{pattern}$"})


Text = Annotated[
    str, StringConstraints(strip_whitespace=True), AfterValidator(_printable), _described(f"({_WORDS})?")
]
# Text that must say something: blanks alone do not.
Words = Annotated[Text, StringConstraints(min_length=1), _described(_WORDS)]
Line = Annotated[Text, AfterValidator(_one_line), _described(f"({_HEADING})?")]
# A line that must say something, such as a title.
Heading = Annotated[Words, AfterValidator(_one_line), _described(_HEADING)]
EMPTY_IS_NONE = EmptyIsNone()
# JSON has numbers: neither a text nor `true` stands for one.
NUMBER = BeforeValidator(_number)
Timestamp = Annotated[
    datetime,
    PlainSerializer(_utc, return_type=str, when_used="json"),
    Field(examples=["2026-01-28T10:30:00.000Z"]),
]
# Whole rupiah: an integer on the wire, never a float.
RupiahAmount = Annotated[Decimal, PlainSerializer(int, return_type=int, when_used="json")]


class Input(BaseModel):
    """Something a client sends. Unknown fields are ignored, so that a newer client still works."""

    model_config = ConfigDict(extra="ignore", use_attribute_docstrings=True)

    @field_validator("*", mode="wrap")
    @classmethod
    def _length_first(cls, value: Any, read: ValidatorFunctionWrapHandler, field: ValidationInfo) -> Any:
        # As it was sent, before it is trimmed or read: so the document says it, and so it costs nothing.
        for rule in cls.model_fields[str(field.field_name)].metadata:
            limit = getattr(rule, "max_length", None)
            if isinstance(value, str) and limit is not None and len(value) > limit:
                raise PydanticCustomError("string_too_long", "too long", {"max_length": limit})
        return read(value)


class Output(BaseModel):
    """Something a client receives; built from rows by attribute."""

    model_config = ConfigDict(from_attributes=True, use_attribute_docstrings=True)

    @classmethod
    def of(cls, source: Any) -> Self:
        return cls.model_validate(source)


class Done(Output):
    """The answer to something that changed."""

    success: Literal[True] = True


class Message(Done):
    """A change with a sentence to show."""

    message: str


class PageQuery(Input):
    page: int = Field(1, ge=1, le=MAX_ID)
    """Page number, from 1. Ignored when a cursor is given."""
    limit: int = Field(DEFAULT_LIMIT, ge=1, le=MAX_LIMIT)
    """Items a page."""
    cursor: str | None = Field(None, max_length=200)
    """`next_cursor` of the page before."""

    @property
    def request(self) -> PageRequest:
        return PageRequest(self.page, self.limit, self.cursor)


class PageOutput(Output):
    """What every list says besides its items."""

    total: int
    """All items there are: exact up to 1,000, at most a minute old above."""
    page: int
    next_cursor: str | None = None
    """Ask for the next page with it; null on the last one."""


class ErrorDetail(Output):
    field: str
    message: str


class ErrorBody(Output):
    code: str = Field(examples=["VALIDATION_ERROR"])
    message: str = Field(examples=["Data yang dikirim tidak valid."])
    details: list[ErrorDetail]


class ErrorEnvelope(Output):
    """Every error there is."""

    success: Literal[False] = False
    error: ErrorBody
    request_id: str = Field(examples=["req_8f14e45fceea167a"])
