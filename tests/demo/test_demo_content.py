"""The demo's content fits the product: every name resolves, and nothing is said twice."""

import re
from collections import Counter
from collections.abc import Iterable

import pytest
from pydantic import TypeAdapter, ValidationError

from ruanghijau.accounts.models import Role
from ruanghijau.accounts.schemas import ProfileInput, RegisterInput
from ruanghijau.accounts.service import RESERVED_USERNAMES
from ruanghijau.campaigns.models import CampaignStatus
from ruanghijau.campaigns.schemas import MAX_OPERATING_COST
from ruanghijau.demo import content
from ruanghijau.demo.drawings import PORTRAITS, SCENES
from ruanghijau.disbursements.schemas import DisbursementInput, VoidInput
from ruanghijau.posts.models import PostStatus
from ruanghijau.posts.schemas import PostInput
from ruanghijau.volunteers.models import VolunteerStatus
from ruanghijau.web.schemas import Line, Words

USERNAMES = {person.username for person in content.people()}
POSTS = {post.key: post for post in content.posts()}


def everything_said(comments: Iterable[content.DemoComment]) -> list[content.DemoComment]:
    return [said for comment in comments for said in (comment, *everything_said(comment.replies))]


def depth(comment: content.DemoComment) -> int:
    return 1 + max((depth(reply) for reply in comment.replies), default=0)


COMMENTS = everything_said(comment for thread in content.threads() for comment in thread.comments)


def repeated(values: Iterable[str]) -> list[str]:
    plain = (" ".join(re.findall(r"\w+", value.lower())) for value in values)
    return [value for value, count in Counter(plain).items() if count > 1]


def test_there_is_enough_to_judge_the_product_by() -> None:
    assert len(content.people()) >= 40
    assert len(content.posts()) == 200
    assert len(COMMENTS) >= 420
    assert len(content.campaigns()) == 14
    assert sum(post.scene is not None for post in content.posts()) >= 130
    assert len(SCENES) >= 24


@pytest.mark.parametrize("person", content.people(), ids=lambda person: person.username)
def test_people_could_have_registered(person: content.DemoPerson) -> None:
    RegisterInput(
        email=person.email, password="hijau-lestari", username=person.username, full_name=person.full_name
    )
    ProfileInput(bio=person.bio, city=person.city)
    assert person.username not in RESERVED_USERNAMES
    assert person.portrait in PORTRAITS
    assert person.interests


def test_people_are_different_and_have_all_roles() -> None:
    people = content.people()
    assert len(USERNAMES) == len(people)
    assert not repeated(person.full_name for person in people)
    assert not repeated(person.bio for person in people)
    roles = Counter(person.role for person in people)
    assert roles[Role.admin] == 1
    assert set(roles) == set(Role)


@pytest.mark.parametrize("post", content.posts(), ids=lambda post: post.key)
def test_posts_could_have_been_written_here(post: content.DemoPost) -> None:
    PostInput(title=post.title, content=post.content, category=post.category, status=post.status)
    assert post.author in USERNAMES
    assert post.scene is None or post.scene in SCENES
    assert 0 < post.days_ago <= 180


def test_no_two_posts_are_alike() -> None:
    assert len(POSTS) == len(content.posts())
    assert not repeated(post.title for post in content.posts())
    assert not repeated(post.content for post in content.posts())


def test_posts_use_every_category_and_state_and_everybody_writes() -> None:
    posts = content.posts()
    assert min(Counter(post.category for post in posts).values()) >= 10
    assert {post.status for post in posts} == set(PostStatus)
    assert {post.author for post in posts} == USERNAMES


def test_posts_come_oldest_first() -> None:
    ages = [post.days_ago for post in content.posts()]
    assert ages == sorted(ages, reverse=True)


def test_threads_stand_under_posts_that_can_be_seen() -> None:
    under = [thread.post for thread in content.threads()]
    assert len(under) == len(set(under))
    assert all(POSTS[key].status is PostStatus.published for key in under)


def test_comments_are_by_people_and_no_two_alike() -> None:
    words = TypeAdapter(Words)
    for comment in COMMENTS:
        words.validate_python(comment.content)
        assert comment.author in USERNAMES
        assert len(comment.content) <= 1000
    assert not repeated(comment.content for comment in COMMENTS)


def test_threads_have_replies_to_replies() -> None:
    depths = Counter(depth(comment) for thread in content.threads() for comment in thread.comments)
    assert depths[2] >= 50
    assert depths[3] >= 3
    assert max(depths) <= 4


@pytest.mark.parametrize("campaign", content.campaigns(), ids=lambda campaign: campaign.key)
def test_campaigns_could_have_been_run_here(campaign: content.DemoCampaign) -> None:
    TypeAdapter(Line).validate_python(campaign.title)
    assert campaign.creator in USERNAMES
    assert campaign.scene in SCENES
    assert 3 <= campaign.description.strip().count("\n\n") + 1 <= 6
    assert 5_000_000 <= campaign.goal <= 150_000_000
    assert campaign.created_day <= min(campaign.start_day, 0)
    assert campaign.start_day < campaign.end_day
    for update in campaign.updates:
        assert update.scene is None or update.scene in SCENES
        assert 0 < update.days_ago <= -campaign.created_day


@pytest.mark.parametrize("campaign", content.campaigns(), ids=lambda campaign: campaign.key)
def test_a_campaign_is_in_the_state_its_days_and_money_say(campaign: content.DemoCampaign) -> None:
    reached, over = campaign.collected >= campaign.goal, campaign.end_day < 0
    if campaign.status is CampaignStatus.completed:
        assert reached or over
    elif campaign.status is CampaignStatus.active:
        assert not reached
        assert not over
    assert (campaign.status is CampaignStatus.cancelled) == (campaign.cancel_reason is not None)
    if campaign.start_day > 0:
        assert campaign.collected == 0


@pytest.mark.parametrize("campaign", content.campaigns(), ids=lambda campaign: campaign.key)
def test_money_is_accounted_for_as_an_organiser_could(campaign: content.DemoCampaign) -> None:
    assert campaign.spent <= campaign.collected
    for entry in campaign.disbursements:
        said = {"amount": entry.amount, "purpose": entry.purpose, "recipient": entry.recipient}
        DisbursementInput.model_validate(said | {"spent_on": "2026-01-01"})
        assert entry.days_ago <= -campaign.start_day
        if entry.void_reason is not None:
            VoidInput(reason=entry.void_reason)
            assert any(
                other.purpose == entry.purpose and other.void_reason is None
                for other in campaign.disbursements
            )


def test_accounts_are_shown_in_all_their_forms() -> None:
    accounting = [campaign for campaign in content.campaigns() if campaign.disbursements]
    assert 4 <= len(accounting) <= 6
    entries = [entry for campaign in accounting for entry in campaign.disbursements]
    assert {bool(entry.receipt) for entry in entries} == {True, False}
    assert [entry.void_reason is None for entry in entries].count(False) == 1


@pytest.mark.parametrize("campaign", content.campaigns(), ids=lambda campaign: campaign.key)
def test_permits_cannot_be_taken_for_real_ones(campaign: content.DemoCampaign) -> None:
    assert campaign.permit_number is None or campaign.permit_number.startswith("DEMO-")
    assert (campaign.permit_number is None) == (campaign.operating_cost_percent is None)
    assert 0 <= (campaign.operating_cost_percent or 0) <= MAX_OPERATING_COST


def test_some_campaigns_have_a_permit() -> None:
    permits = [campaign.permit_number for campaign in content.campaigns() if campaign.permit_number]
    assert len(permits) == len(set(permits)) == 2


def test_a_receipt_over_another_sum_is_refused() -> None:
    entry = {"days_ago": 1, "purpose": "Bibit", "recipient": "Kebun", "receipt": [["Bibit", 10, 2_000]]}
    assert content.DemoDisbursement.model_validate(entry | {"amount": 20_000}).receipt[0].total == 20_000
    with pytest.raises(ValidationError, match="receipt"):
        content.DemoDisbursement.model_validate(entry | {"amount": 20_001})


def test_campaigns_are_in_every_state() -> None:
    campaigns = content.campaigns()
    ended = [campaign for campaign in campaigns if campaign.status is CampaignStatus.completed]
    assert any(campaign.collected >= campaign.goal for campaign in ended)
    assert any(campaign.collected < campaign.goal for campaign in ended)
    assert any(campaign.start_day > 0 for campaign in campaigns)
    assert any(campaign.start_day <= 0 and campaign.status is CampaignStatus.active for campaign in campaigns)
    assert any(campaign.status is CampaignStatus.cancelled for campaign in campaigns)


@pytest.mark.parametrize("campaign", content.campaigns(), ids=lambda campaign: campaign.key)
def test_volunteers_are_people_who_could_have_joined(campaign: content.DemoCampaign) -> None:
    names = [volunteer.username for volunteer in campaign.volunteers]
    assert len(names) == len(set(names))
    assert set(names) <= USERNAMES - {campaign.creator}
    assert campaign.volunteer_capacity is None or len(names) <= campaign.volunteer_capacity
    for volunteer in campaign.volunteers:
        assert volunteer.hours >= 0
        assert 0 < volunteer.joined_days_ago <= -campaign.created_day


def test_volunteers_are_in_every_state() -> None:
    states = {volunteer.status for campaign in content.campaigns() for volunteer in campaign.volunteers}
    assert states == set(VolunteerStatus)
