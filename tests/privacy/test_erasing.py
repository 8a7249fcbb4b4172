"""What is left of somebody who left: the books, and nothing that says who they were."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lives import EMAIL, MARK, PHONE, USERNAME, Life, leave, ok
from sqlalchemy import func, select

from campaigning import code_of
from mails import mails_to
from people import PASSWORD, Person
from ruanghijau.app import RuangHijau
from ruanghijau.campaigns.models import Campaign
from ruanghijau.comments.models import Comment, CommentLike
from ruanghijau.donations.models import Donation
from ruanghijau.notifications.models import Notification
from ruanghijau.outbox.models import MailStatus, OutgoingMail
from ruanghijau.posts.models import Like, Post
from ruanghijau.reports.models import Report
from ruanghijau.schema import metadata
from ruanghijau.volunteers.models import Volunteer


@pytest.fixture
def left(life: Life) -> Life:
    answer = leave(life.sari)
    assert (answer.status_code, answer.json["message"]) == (200, "Akun Anda sudah dihapus")
    return life


def everything_written(app: RuangHijau) -> Iterator[tuple[str, str]]:
    """Each text in each row of each table, and where it stands."""
    with app.runtime.database.transaction(write=False) as session:
        for table in metadata.sorted_tables:
            for row in session.execute(select(table)).mappings():
                for column, value in row.items():
                    if isinstance(value, str | dict | list):
                        yield f"{table.name}.{column}", json.dumps(value, ensure_ascii=False).lower()


def rows(app: RuangHijau, model: Any) -> list[Any]:
    with app.runtime.database.transaction(write=False) as session:
        return list(session.scalars(select(model).order_by(model.id)))


def traces(app: RuangHijau) -> set[str]:
    digits = PHONE.removeprefix("+")
    return {place for place, words in everything_written(app) if MARK in words or digits in words}


def test_she_is_everywhere_before(life: Life) -> None:
    """The other tests look for something that can be found."""
    assert traces(life.app) >= {
        "users.email", "users.username", "users.full_name", "users.bio", "users.phone_number",
        "users.address", "users.city", "users.country", "auth_sessions.user_agent", "posts.title",
        "posts.content", "comments.content", "campaigns.title", "campaigns.description", "campaigns.city",
        "campaigns.cancel_reason", "campaigns.permit_number", "campaign_updates.title",
        "campaign_updates.content", "reports.snapshot", "notifications.title", "notifications.content",
        "outgoing_mails.recipient", "outgoing_mails.subject", "outgoing_mails.body", "feedback.content",
        "chatbot_history.question", "chatbot_history.answer",
    }  # fmt: skip


def test_no_table_knows_her_any_more(left: Life) -> None:
    assert traces(left.app) == set()


def test_her_pictures_are_gone_and_those_of_others_stay(left: Life, guest: Person) -> None:
    folder: Path = left.app.runtime.settings.upload_folder
    kept = [path for path in folder.rglob("*") if path.is_file()]
    assert len(kept) == 2  # Budi's picture and its thumbnail
    shown = guest.get(f"/api/posts/{left.others_post}").json["post_data"]
    assert guest.get(shown["image_url"]).status_code == 200


def test_counters_still_count_the_rows(left: Life) -> None:
    with left.app.runtime.database.transaction(write=False) as session:
        for post in session.scalars(select(Post)):
            likes = select(func.count()).where(Like.post_id == post.id)
            comments = select(func.count()).where(Comment.post_id == post.id, Comment.deleted_at.is_(None))
            counted = session.scalar(likes), session.scalar(comments)
            assert counted == (post.likes_count, post.comments_count)
        for comment in session.scalars(select(Comment)):
            likes = select(func.count()).where(CommentLike.comment_id == comment.id)
            assert session.scalar(likes) == comment.likes_count
        for campaign in session.scalars(select(Campaign)):
            helping = Volunteer.campaign_id == campaign.id, Volunteer.left_at.is_(None)
            assert session.scalar(select(func.count()).where(*helping)) == campaign.volunteers_count


def test_others_keep_what_is_theirs(left: Life) -> None:
    post = ok(left.citra.get(f"/api/posts/{left.others_post}"))["post_data"]
    assert (post["content"], post["likes_count"], post["comments_count"]) == ("Tulisan Budi", 1, 1)
    (thread,) = ok(left.citra.get(f"/api/comments/{left.others_post}"))["comments"]
    assert (thread["content"], thread["likes_count"], thread["replies"]) == ("Bagus", 1, [])
    campaign = ok(left.citra.get(f"/api/campaigns/{left.others_campaign}"))
    assert campaign["campaign_data"]["volunteers_count"] == 1
    assert campaign["donors_count"] == 1
    assert ok(left.citra.get("/api/users/budi"))["followers_count"] == 1


def test_the_books_are_whole(left: Life) -> None:
    given = {
        (one.donor_id, one.campaign_id, int(one.amount), one.message) for one in rows(left.app, Donation)
    }
    assert given == {
        (left.sari.id, left.others_campaign, 50_000, None),
        (left.budi.id, left.funded, 50_000, "Semangat"),
    }


def test_a_campaign_that_people_gave_to_goes_on_without_her_name(left: Life, guest: Person) -> None:
    campaign = ok(guest.get(f"/api/campaigns/{left.funded}"))["campaign_data"]
    assert (campaign["title"], campaign["status"]) == ("Kampanye berdana", "active")
    assert campaign["creator"]["username"] == f"dihapus-{left.sari.id}"
    assert campaign["creator"]["full_name"] is None


def test_a_campaign_that_nobody_gave_to_is_called_off_and_its_volunteers_are_told(left: Life) -> None:
    campaign = ok(left.budi.get(f"/api/campaigns/{left.campaign}"))["campaign_data"]
    assert (campaign["status"], campaign["title"]) == ("cancelled", "Kampanye yang sudah dihapus")
    news = ok(left.budi.get("/api/notifications"))["notifications"][0]
    assert (news["kind"], news["related_id"]) == ("campaign_cancelled", left.campaign)
    assert "menghapus akunnya" in news["content"]
    assert (campaign["permit_number"], campaign["operating_cost_percent"]) == (None, None)


def test_news_of_others_stays(left: Life) -> None:
    kinds = [one["kind"] for one in ok(left.budi.get("/api/notifications"))["notifications"]]
    assert kinds == ["campaign_cancelled", "volunteer_joined", "follow", "like", "comment"]
    assert not [one for one in rows(left.app, Notification) if one.user_id == left.sari.id]


def test_what_waited_to_be_mailed_about_her_is_not_sent(left: Life) -> None:
    taken_back = [mail for mail in rows(left.app, OutgoingMail) if not mail.body]
    assert {mail.status for mail in taken_back} == {MailStatus.failed}
    assert {mail.recipient for mail in taken_back} == {"", "budi@contoh.id", "citra@contoh.id"}
    assert any(mail.body for mail in mails_to(left.app, "budi@contoh.id"))


def test_reports_she_made_stay_and_reports_on_her_no_longer_quote(left: Life) -> None:
    by_her = [one for one in rows(left.app, Report) if one.reporter_id == left.sari.id]
    assert [(one.details, one.snapshot) for one in by_her] == [("Tolong diperiksa", "Tulisan Budi")]
    on_her = [one for one in rows(left.app, Report) if one.reporter_id == left.budi.id]
    assert [bool(one.snapshot) for one in on_her] == [False, False, False, True, False]
    assert {one.details for one in on_her} == {"Tolong diperiksa"}


def test_she_is_signed_out_and_cannot_come_back(left: Life, guest: Person) -> None:
    assert left.sari.get("/api/auth/me").status_code == 401
    login = {"email": EMAIL, "password": PASSWORD}
    assert guest.post("/api/auth/login", login).status_code == 401
    refresh = {"refresh_token": left.sari.account["refresh_token"]}
    assert guest.post("/api/auth/refresh", refresh).status_code == 401
    assert guest.get(f"/api/users/{USERNAME}").status_code == 404
    assert guest.get(f"/api/users/dihapus-{left.sari.id}").status_code == 404
    ghost = {"email": f"dihapus-{left.sari.id}@dihapus.invalid", "password": "!"}
    assert guest.post("/api/auth/login", ghost).status_code == 401


def test_the_address_and_the_name_are_free_again(left: Life, guest: Person) -> None:
    again = {"email": EMAIL, "password": PASSWORD, "username": USERNAME}
    fresh = guest.post("/api/auth/register", again)
    assert fresh.status_code == 201
    anew = Person(guest._client, fresh.json["token"], fresh.json)
    assert anew.id != left.sari.id
    assert anew.get("/api/auth/export").json["data"]["posts"]["posts"] == []
    assert anew.get("/api/notifications").json["total"] == 0


def test_the_name_she_is_left_with_can_be_nobodys(left: Life, guest: Person) -> None:
    body = {"email": "x@contoh.id", "password": PASSWORD, "username": f"dihapus-{left.sari.id}"}
    assert guest.post("/api/auth/register", body).status_code == 400
    body = {"email": f"dihapus-{left.sari.id}@dihapus.invalid", "password": PASSWORD, "username": "xyz"}
    assert guest.post("/api/auth/register", body).status_code == 400


def test_nothing_happens_without_the_right_password_and_word(life: Life) -> None:
    before = sorted(everything_written(life.app))
    assert code_of(leave(life.sari, "salah-sekali")) == (403, "WRONG_PASSWORD")
    assert code_of(leave(life.sari, "")) == (403, "WRONG_PASSWORD")
    for body in ({"password": PASSWORD}, {"password": PASSWORD, "confirm": "hapus"}, {"confirm": "YA"}, {}):
        assert life.sari.delete("/api/auth/me", body).status_code == 400
    assert sorted(everything_written(life.app)) == before
