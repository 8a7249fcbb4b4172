"""Putting the demo's content into an empty database: all of it, or nothing."""

import io
import random
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import timedelta
from itertools import count
from typing import Any

from PIL import Image
from sqlalchemy import select, update

from ruanghijau.accounts.models import Role, User
from ruanghijau.accounts.passwords import hash_password
from ruanghijau.campaigns.models import Campaign
from ruanghijau.db import now, session
from ruanghijau.demo import content, drawings
from ruanghijau.demo.campaigns import add_campaign
from ruanghijau.demo.threads import add_thread
from ruanghijau.donations import rewards
from ruanghijau.follows.models import Follow
from ruanghijau.pictures import service as pictures
from ruanghijau.posts.models import Like, Post, PostStatus
from ruanghijau.runtime import runtime

PASSWORD = "hijau-lestari"  # noqa: S105 - printed at every start
SEED = 2026
JPEG_QUALITY = 90

Progress = Callable[[str, Sequence[Any]], AbstractContextManager[Iterable[Any]]]


def load_once(progress: Progress) -> bool:
    """Fill the database unless the demo's people are there already; False when they are."""
    with runtime().database.transaction():
        first = content.people()[0]
        if session().scalar(select(User.id).where(User.username == first.username)):
            return False
        _load(progress, random.Random(SEED))
    return True


def accounts_to_show() -> list[content.DemoPerson]:
    """One account of each role, for who wants to look around."""
    return [next(person for person in content.people() if person.role is role) for role in Role]


def _load(progress: Progress, dice: random.Random) -> None:
    people = _people(progress)
    _follows(people, dice)
    posts: dict[str, Post] = {}
    with progress("Posts and pictures", content.posts()) as entries:
        for number, entry in enumerate(entries):
            posts[entry.key] = _post(entry, people, number)
    session().flush()
    with progress("Comments", content.threads()) as entries:
        for entry in entries:
            add_thread(entry, posts[entry.post], people, dice)
    _likes(posts, people, dice)
    with progress("Campaigns", content.campaigns()) as entries:
        for number, entry in enumerate(entries):
            seeds = count(1000 + 20 * number)
            add_campaign(
                entry,
                people,
                lambda scene: _picture(scene, next(seeds), "campaigns"),  # noqa: B023
                lambda receipt: _stored(receipt, "receipts"),
                dice,
            )
    session().flush()
    for person in people.values():
        rewards.settle_badges(person.id)
    for table in (Post, Campaign):  # counting likes and gifts has passed for an edit
        session().execute(update(table).values(updated_at=table.created_at))


def _people(progress: Progress) -> dict[str, User]:
    password_hash = hash_password(PASSWORD)  # one for all: the password is no secret
    people = {}
    with progress("People", content.people()) as entries:
        for number, entry in enumerate(entries):
            people[entry.username] = _person(entry, number, password_hash)
    session().flush()
    return people


def _person(entry: content.DemoPerson, number: int, password_hash: str) -> User:
    joined = now() - timedelta(days=200 - number)
    avatar = drawings.draw_avatar(entry.portrait, seed=number, skin=entry.skin)
    user = User(
        email=entry.email,
        username=entry.username,
        full_name=entry.full_name,
        password_hash=password_hash,
        city=entry.city,
        country="Indonesia",
        bio=entry.bio,
        role=entry.role,
        is_verified=True,
        profile_picture_url=_stored(avatar, "profiles"),
        created_at=joined,
        updated_at=joined,
    )
    session().add(user)
    return user


def _follows(people: dict[str, User], dice: random.Random) -> None:
    everybody = content.people()
    for entry in everybody:
        for other in everybody:
            shared = set(entry.interests) & set(other.interests)
            if other is not entry and dice.random() < 0.1 + 0.2 * len(shared):
                follow = Follow(follower_id=people[entry.username].id, followee_id=people[other.username].id)
                session().add(follow)


def _post(entry: content.DemoPost, people: dict[str, User], number: int) -> Post:
    moment = now() - timedelta(days=entry.days_ago)
    post = Post(
        user_id=people[entry.author].id,
        title=entry.title,
        content=entry.content.strip(),
        category=entry.category,
        status=entry.status,
        image_url=_picture(entry.scene, number, "posts") if entry.scene else None,
        published_at=None if entry.status is PostStatus.draft else moment,
        created_at=moment,
        updated_at=moment,
    )
    session().add(post)
    return post


def _likes(posts: dict[str, Post], people: dict[str, User], dice: random.Random) -> None:
    """People like what is about their interests more often than the rest; some posts do better."""
    for entry in content.posts():
        post = posts[entry.key]
        if not post.is_visible:
            continue
        appeal = dice.betavariate(2, 5)
        for person in content.people():
            keen = 2.5 if entry.category in person.interests else 0.8
            if person.username != entry.author and dice.random() < appeal * keen:
                session().add(Like(post_id=post.id, user_id=people[person.username].id))
                post.likes_count += 1
        post.shares_count = round(appeal * dice.random() * 12)


def _picture(scene: str, seed: int, folder: str) -> str:
    return _stored(drawings.draw_scene(scene, seed), folder)


def _stored(image: Image.Image, folder: str) -> str:
    """Taken in by the same way as any upload."""
    file = io.BytesIO()
    image.convert("RGB").save(file, "JPEG", quality=JPEG_QUALITY)
    file.seek(0)
    return pictures.store(file, folder)
