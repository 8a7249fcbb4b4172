"""Wire shapes of accounts."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BeforeValidator, EmailStr, Field, StringConstraints

from ruanghijau.accounts.models import Role, User
from ruanghijau.accounts.service import USERNAME_PATTERN, normalise_email
from ruanghijau.accounts.sessions import Tokens
from ruanghijau.pictures.links import PictureUrl, ThumbnailUrl
from ruanghijau.web.files import RequiredFile
from ruanghijau.web.schemas import Done, Input, Line, Message, Output, Text, Timestamp

Email = Annotated[
    EmailStr, Field(max_length=255, examples=["sari@contoh.id"]), AfterValidator(normalise_email)
]
# Hashing costs by the byte: the upper bound keeps a megabyte of "password" from costing a second.
Password = Annotated[str, Field(min_length=8, max_length=128, examples=["rahasia-sekali-7"])]
Username = Annotated[
    str,
    BeforeValidator(lambda value: value.strip().lower() if isinstance(value, str) else value),
    StringConstraints(pattern=USERNAME_PATTERN),
    Field(min_length=3, max_length=30, examples=["sari.hijau"]),
    Field(json_schema_extra={"pattern": r"^\s*[A-Za-z0-9][A-Za-z0-9._]{1,28}[A-Za-z0-9]\s*$"}),
]
Phone = Annotated[str, StringConstraints(pattern=r"^\+?[0-9 ()-]{6,19}$"), Field(max_length=20)]
MailedToken = Annotated[
    str, Field(min_length=1, max_length=500, examples=["WzEsIjRhN2QiXQ.aWYq0Q.c2lnbmF0dXJl"])
]
RefreshToken = Annotated[
    str, Field(min_length=1, max_length=2000, examples=["eyJhbGciOiJIUzI1NiJ9.e30.c2lnbmF0dXJl"])
]


class RegisterInput(Input):
    email: Email
    password: Password
    username: Username
    full_name: Line = Field("", max_length=255, examples=["Sari Lestari"])


class LoginInput(Input):
    email: str = Field(max_length=255, examples=["sari@contoh.id"])
    password: str = Field(max_length=128, examples=["rahasia-sekali-7"])


class RefreshInput(Input):
    refresh_token: RefreshToken


class GoogleInput(Input):
    google_token: str = Field(
        min_length=1, max_length=5000, examples=["eyJhbGciOiJSUzI1NiIsImtpZCI6IjEifQ.e30.c2lnbmF0dXJl"]
    )


class EmailInput(Input):
    email: Email


class TokenInput(Input):
    token: MailedToken


class ResetInput(Input):
    token: MailedToken
    password: Password


class ChangePasswordInput(Input):
    current_password: str = Field("", max_length=128, examples=["rahasia-sekali-7"])
    """Left empty by somebody who so far only signs in with Google."""
    new_password: Password = Field(examples=["lebih-rahasia-8"])


class DeleteAccountInput(Input):
    password: str = Field("", max_length=128)
    """Left empty by somebody who only signs in with Google."""
    confirm: Literal["HAPUS"]
    """The word HAPUS, so that no stray request erases a person."""


class ProfileInput(Input):
    """Fields left out stay as they are; null clears one."""

    full_name: Line | None = Field(None, max_length=255, examples=["Sari Lestari"])
    bio: Text | None = Field(None, max_length=1000, examples=["Suka berkebun di atap rumah."])
    phone_number: Phone | None = None
    address: Text | None = Field(None, max_length=500)
    city: Line | None = Field(None, max_length=100, examples=["Bandung"])
    country: Line | None = Field(None, max_length=100)
    # By a factory, which the document does not show: left out, it stays as it is.
    language: Literal["id", "en"] = Field(default_factory=lambda: "id")


class PictureInput(Input):
    image: RequiredFile


class PublicUser(Output):
    """What everybody may know of a person."""

    id: int
    username: str
    full_name: str | None
    profile_picture_url: ThumbnailUrl
    role: Role
    is_verified: bool


class OwnUser(Output):
    """What a person sees of themselves."""

    id: int
    email: str
    username: str
    full_name: str | None
    profile_picture_url: PictureUrl
    bio: str | None
    phone_number: str | None
    address: str | None
    city: str | None
    country: str | None
    is_verified: bool
    role: Role
    language: str
    has_password: bool
    created_at: Timestamp


class SignedIn(Message):
    user_id: int
    token: str
    refresh_token: str
    expires_in: int
    """Seconds until `token` expires."""
    user_data: OwnUser

    @classmethod
    def with_tokens(cls, tokens: Tokens, message: str) -> Self:
        return cls(
            message=message,
            user_id=tokens.user.id,
            token=tokens.token,
            refresh_token=tokens.refresh_token,
            expires_in=tokens.expires_in,
            user_data=OwnUser.of(tokens.user),
        )


class GoogleSignedIn(SignedIn):
    is_new_user: bool


class ProfileChanged(Done):
    user: OwnUser

    @classmethod
    def of(cls, source: User) -> Self:
        return cls(user=OwnUser.of(source))
