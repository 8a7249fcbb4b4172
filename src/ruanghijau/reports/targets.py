"""What can be reported, and how it reads at that moment."""

from dataclasses import dataclass

from ruanghijau.accounts import service as accounts
from ruanghijau.accounts.identity import Identity
from ruanghijau.campaigns import service as campaigns
from ruanghijau.comments import service as comments
from ruanghijau.errors import NotFound
from ruanghijau.posts import service as posts
from ruanghijau.reports.models import ReportTarget


@dataclass(frozen=True)
class Target:
    """Whose it is, and its text."""

    owner_id: int
    text: str


def find(kind: ReportTarget, target_id: int, me: Identity) -> Target:
    """The thing itself, if `me` may see it. Raises `NotFound`."""
    return _READERS[kind](target_id, me)


def _post(target_id: int, me: Identity) -> Target:
    post = posts.read_post(target_id, me)
    return Target(post.user_id, f"{post.title or ''}\n\n{post.content}".strip())


def _comment(target_id: int, me: Identity) -> Target:
    comment = comments.read_comment(target_id)
    return Target(comment.user_id, comment.content)


def _campaign(target_id: int, me: Identity) -> Target:
    campaign = campaigns.read_campaign(target_id)
    return Target(campaign.creator_id, f"{campaign.title}\n\n{campaign.description}")


def _user(target_id: int, me: Identity) -> Target:
    user = next(iter(accounts.present([target_id])), None)
    if user is None:
        raise NotFound("USER_NOT_FOUND")
    return Target(user.id, "\n".join(filter(None, (user.username, user.full_name, user.bio))))


_READERS = {
    ReportTarget.post: _post,
    ReportTarget.comment: _comment,
    ReportTarget.campaign: _campaign,
    ReportTarget.user: _user,
}
