import re
from datetime import UTC, datetime, timedelta, timezone

from ruanghijau.gateways.pictures import random_key, thumbnail_key
from ruanghijau.gateways.storage.keys import content_type_of

NOVEMBER = datetime(2026, 11, 30, 23, 30, tzinfo=UTC)


def test_a_name_tells_the_month_and_nothing_else() -> None:
    key = random_key("posts", "jpg", NOVEMBER)
    assert re.fullmatch(r"posts/2026/11/[0-9a-f]{32}\.jpg", key)
    assert random_key("posts", ".jpg", NOVEMBER).endswith(".jpg")
    assert ".." not in random_key("posts", ".jpg", NOVEMBER)


def test_the_month_is_that_of_utc() -> None:
    jakarta = NOVEMBER.astimezone(timezone(timedelta(hours=7)))
    assert jakarta.month == 12
    assert random_key("posts", "jpg", jakarta).startswith("posts/2026/11/")
    assert random_key("posts", "jpg").startswith(datetime.now(UTC).strftime("posts/%Y/"))


def test_no_two_names_are_alike() -> None:
    assert len({random_key("posts", "jpg") for _ in range(5000)}) == 5000


def test_a_thumbnail_lies_beside_its_picture() -> None:
    key = random_key("campaigns/covers", "jpg", NOVEMBER)
    assert thumbnail_key(key) == key.removesuffix(".jpg") + "-thumb.jpg"


def test_every_storage_takes_these_names() -> None:
    key = random_key("avatars", "jpg")
    assert content_type_of(key) == content_type_of(thumbnail_key(key)) == "image/jpeg"
