"""The absolute addresses of pages, and the numbers that stand in them."""

from ruanghijau.errors import NotFound
from ruanghijau.runtime import runtime
from ruanghijau.web.schemas import MAX_ID


def campaign_number(written: str) -> int:
    """The id in an address. Raises `NotFound` for what is none, so that people get a page that says so."""
    if not (written.isascii() and written.isdecimal() and len(written) <= len(str(MAX_ID))):
        raise NotFound("CAMPAIGN_NOT_FOUND")
    if not 1 <= int(written) <= MAX_ID:
        raise NotFound("CAMPAIGN_NOT_FOUND")
    return int(written)


def absolute(path: str) -> str:
    """Where `path` is found from anywhere."""
    return f"{runtime().settings.public_url}{path}"


def of_campaign(campaign_id: int) -> str:
    return absolute(f"/kampanye/{campaign_id}")
