"""Stored keys on their way out: as the addresses they can be read at."""

from typing import Annotated

from pydantic import PlainSerializer

from ruanghijau.pictures.service import thumbnail_url, url

Address = str | None
PictureUrl = Annotated[Address, PlainSerializer(url, return_type=Address, when_used="json")]
ThumbnailUrl = Annotated[Address, PlainSerializer(thumbnail_url, return_type=Address, when_used="json")]
