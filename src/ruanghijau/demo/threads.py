"""The demo's conversations."""

import random
from datetime import datetime, timedelta

from ruanghijau.accounts.models import User
from ruanghijau.comments.models import Comment
from ruanghijau.db import now, session
from ruanghijau.demo import content
from ruanghijau.posts.models import Post


def add_thread(entry: content.DemoThread, post: Post, people: dict[str, User], dice: random.Random) -> None:
    """Write the comments under a post, each some time after what it answers."""
    moment = post.created_at
    for comment in entry.comments:
        moment = _later(moment, dice)
        _write(comment, post, people, dice, moment, parent=None)


def _write(
    entry: content.DemoComment,
    post: Post,
    people: dict[str, User],
    dice: random.Random,
    moment: datetime,
    parent: Comment | None,
) -> None:
    comment = Comment(
        post_id=post.id,
        user_id=people[entry.author].id,
        parent_comment_id=parent.id if parent else None,
        thread_id=(parent.thread_id or parent.id) if parent else None,
        content=entry.content.strip(),
        created_at=moment,
        updated_at=moment,
    )
    session().add(comment)
    session().flush()
    post.comments_count += 1
    for reply in entry.replies:
        moment = _later(moment, dice)
        _write(reply, post, people, dice, moment, parent=comment)


def _later(moment: datetime, dice: random.Random) -> datetime:
    return min(moment + timedelta(minutes=dice.expovariate(1 / 50)), now())
