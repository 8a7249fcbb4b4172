"""`/api/users`: public profiles, and following people."""

from apiflask import APIBlueprint

from ruanghijau.accounts import service as accounts
from ruanghijau.accounts.guard import maybe_signed_in, signed_in
from ruanghijau.accounts.identity import Identity
from ruanghijau.accounts.models import User
from ruanghijau.accounts.schemas import PublicUser
from ruanghijau.db.paging import Page
from ruanghijau.follows import service
from ruanghijau.follows.schemas import Following, PeoplePage, Profile
from ruanghijau.web.limits import limiter
from ruanghijau.web.schemas import PageQuery

bp = APIBlueprint("follows", __name__, url_prefix="/api/users", tag="People")


@bp.get("/<username>")
@maybe_signed_in
@bp.output(Profile)
def read(me: Identity | None, username: str) -> Profile:
    """Somebody's public profile."""
    user = accounts.get_by_username(username)
    followed = service.follows(me.user_id if me else None, user.id)
    return Profile.seen(user, service.counts(user.id), followed)


@bp.put("/<username>/follow")
@limiter.limit("120 per hour")
@signed_in
@bp.output(Following)
@bp.doc(responses=[409])
def follow(me: Identity, username: str) -> Following:
    """Follow somebody; following again changes nothing."""
    other = service.follow(me.user_id, username)
    return Following(following=True, followers_count=service.counts(other.id)[0])


@bp.delete("/<username>/follow")
@signed_in
@bp.output(Following)
def unfollow(me: Identity, username: str) -> Following:
    """Stop following somebody."""
    other = service.unfollow(me.user_id, username)
    return Following(following=False, followers_count=service.counts(other.id)[0])


@bp.get("/<username>/followers")
@bp.input(PageQuery, location="query", arg_name="query")
@bp.output(PeoplePage)
def read_followers(username: str, query: PageQuery) -> PeoplePage:
    """Who follows somebody."""
    return _page(service.followers_of(username, query.request))


@bp.get("/<username>/following")
@bp.input(PageQuery, location="query", arg_name="query")
@bp.output(PeoplePage)
def read_following(username: str, query: PageQuery) -> PeoplePage:
    """Whom somebody follows."""
    return _page(service.followed_by(username, query.request))


def _page(page: Page[User]) -> PeoplePage:
    people = [PublicUser.of(user) for user in page.items]
    return PeoplePage(people=people, total=page.total, page=page.page, next_cursor=page.next_cursor)
