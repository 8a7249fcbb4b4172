"""Who is told what, in the app and by mail, and that telling and event are one."""

from collections.abc import Callable

import pytest
from sqlalchemy import func, insert, select, update

from mails import mails_to
from people import Person
from ruanghijau.accounts.models import User
from ruanghijau.app import RuangHijau
from ruanghijau.notifications import service
from ruanghijau.notifications.kinds import DEFAULTS, Kind
from ruanghijau.notifications.models import Notification
from ruanghijau.outbox.models import OutgoingMail
from ruanghijau.texts import LANGUAGES
from statements import counted_statements


def write(author: Person, **fields: object) -> int:
    response = author.send_form("POST", "/api/posts/create", **{"content": "Ayo tanam pohon.", **fields})
    assert response.status_code == 201, response.json
    return int(response.json["post_id"])


def comment(author: Person, post: int, content: str = "Ikut!") -> int:
    response = author.post("/api/comments/add", {"post_id": post, "content": content})
    assert response.status_code == 201, response.json
    return int(response.json["comment_id"])


def told(reader: Person) -> list[tuple[str, str]]:
    """Kind and content of somebody's news, the newest first."""
    response = reader.get("/api/notifications")
    assert response.status_code == 200, response.json
    return [(one["kind"], one["content"]) for one in response.json["notifications"]]


def tell(app: RuangHijau, user_ids: list[int], kind: str, related_id: int = 7, **about: object) -> None:
    with app.runtime.active(), app.runtime.database.transaction():
        service.notify_many(user_ids, kind, related_id, **about)  # type: ignore[arg-type]


def notification_mails(app: RuangHijau, username: str) -> list[OutgoingMail]:
    return [mail for mail in mails_to(app, f"{username}@contoh.id") if mail.kind]


def test_the_author_is_told_of_a_like_and_a_comment(sari: Person, budi: Person) -> None:
    post = write(sari, title="Mangrove")
    budi.put(f"/api/posts/{post}/like")
    comment(budi, post)
    assert told(sari) == [
        ("comment", "budi berkomentar di “Mangrove”."),
        ("like", "budi menyukai “Mangrove”."),
    ]
    assert told(budi) == []


def test_liking_again_and_again_tells_once(sari: Person, budi: Person) -> None:
    post, other = write(sari, title="Mangrove"), write(sari, title="Terumbu")
    for _ in range(3):
        budi.put(f"/api/posts/{post}/like")
        budi.delete(f"/api/posts/{post}/like")
    budi.put(f"/api/posts/{other}/like")
    assert told(sari) == [("like", "budi menyukai “Terumbu”."), ("like", "budi menyukai “Mangrove”.")]


def test_without_a_title_to_quote_the_news_is_still_a_sentence(sari: Person, budi: Person) -> None:
    budi.put(f"/api/posts/{write(sari)}/like")
    assert told(sari) == [("like", "budi menyukai postingan Anda")]


def test_nobody_is_told_of_their_own_doing(sari: Person) -> None:
    post = write(sari)
    sari.put(f"/api/posts/{post}/like")
    comment(sari, post)
    assert told(sari) == []


def test_everybody_is_told_in_their_own_language(sari: Person, budi: Person) -> None:
    sari.patch("/api/auth/me", {"language": "en"})
    budi.put(f"/api/posts/{write(sari, title='Mangrove')}/like")
    assert told(sari) == [("like", "budi likes “Mangrove”.")]


def test_a_mail_goes_to_a_proved_address_only(
    app: RuangHijau, sari: Person, budi: Person, verified: Callable[..., Person]
) -> None:
    citra = verified("citra")
    comment(budi, write(sari, title="Satu"))
    comment(budi, write(citra, title="Dua"))
    assert notification_mails(app, "sari") == []
    (mail,) = notification_mails(app, "citra")
    assert mail.subject == "budi mengomentari postingan Anda"
    assert "Halo citra" in mail.body
    assert "budi berkomentar di “Dua”." in mail.body


def test_event_and_news_are_saved_together_or_not_at_all(
    app: RuangHijau, budi: Person, verified: Callable[..., Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    citra = verified("citra")
    post = write(citra)
    real = service.notify_many

    def fail(*args: object, **kwargs: object) -> None:
        real(*args, **kwargs)  # type: ignore[arg-type]
        raise RuntimeError("the lights go out")

    monkeypatch.setattr(service, "notify_many", fail)
    response = budi.post("/api/comments/add", {"post_id": post, "content": "Ikut!"})
    assert response.status_code == 500
    assert told(citra) == []
    assert notification_mails(app, "citra") == []
    assert citra.get(f"/api/posts/{post}").json["comments_count"] == 0


@pytest.mark.parametrize("gone", [{"is_active": False}, {"deleted_at": func.now()}])
def test_a_reader_who_is_gone_is_told_nothing_and_spoils_nothing(
    app: RuangHijau, budi: Person, verified: Callable[..., Person], gone: dict[str, object]
) -> None:
    citra = verified("citra")
    post = write(citra)
    with app.runtime.database.transaction() as session:
        session.execute(update(User).where(User.id == citra.id).values(gone))
    assert budi.put(f"/api/posts/{post}/like").status_code == 200
    comment(budi, post)
    assert notification_mails(app, "citra") == []
    with app.runtime.database.transaction(write=False) as session:
        assert session.scalar(select(func.count()).select_from(Notification)) == 0


def test_who_acted_and_left_is_somebody(app: RuangHijau, sari: Person, budi: Person) -> None:
    with app.runtime.database.transaction() as session:
        session.execute(update(User).where(User.id == budi.id).values(deleted_at=func.now()))
    tell(app, [sari.id], "like", actor_id=budi.id, subject="Mangrove")
    assert told(sari) == [("like", "Seseorang menyukai “Mangrove”.")]


def test_who_is_named_twice_is_told_once(app: RuangHijau, sari: Person) -> None:
    tell(app, [sari.id, sari.id], "system", subject="Halo")
    assert told(sari) == [("system", "Halo")]


def test_an_unknown_kind_is_a_defect_of_the_caller(app: RuangHijau, sari: Person) -> None:
    with pytest.raises(ValueError, match="gosip"):
        tell(app, [sari.id], "gosip")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_its_words_with_and_without_a_subject(
    app: RuangHijau, sari: Person, budi: Person, language: str
) -> None:
    sari.patch("/api/auth/me", {"language": language})
    for kind in Kind:
        tell(app, [sari.id], kind, actor_id=budi.id, subject="{Judul}")
        tell(app, [sari.id], kind, 8, actor_id=budi.id)
        bare, named = sari.get("/api/notifications", limit=2).json["notifications"]
        assert "{Judul}" in named["title"] + named["content"] or kind is Kind.follow
        assert "{" not in bare["title"] + bare["content"]
        assert "“”" not in bare["title"] + bare["content"]


def test_the_longest_names_and_titles_fit(app: RuangHijau, verified: Callable[..., Person]) -> None:
    citra = verified("citra")
    title = "😀" * 255
    tell(app, [citra.id], "campaign_ended", subject=title)
    assert title in told(citra)[0][1]
    (mail,) = notification_mails(app, "citra")
    assert len(mail.subject) == 255


def test_a_subject_of_several_lines_stays_one_header(
    app: RuangHijau, verified: Callable[..., Person]
) -> None:
    citra = verified("citra")
    tell(app, [citra.id], "campaign_ended", subject="Satu\r\nBcc: semua@contoh.id\u2028Dua")
    (mail,) = notification_mails(app, "citra")
    assert mail.subject == "Kampanye “Satu Bcc: semua@contoh.id Dua” sudah selesai"


def test_telling_a_crowd_costs_four_statements_for_each_500(app: RuangHijau, sari: Person) -> None:
    assert DEFAULTS[Kind.campaign_update].email
    crowd = [
        {"email": f"w{n}@contoh.id", "username": f"w{n}", "password_hash": "!", "is_verified": True}
        for n in range(1_200)
    ]
    with app.runtime.database.transaction() as session:
        session.execute(insert(User), crowd)
        ids = list(session.scalars(select(User.id).where(User.username.startswith("w"))))
    with counted_statements(app) as statements:
        tell(app, ids, "campaign_update", actor_id=sari.id, subject="Mangrove")
    assert len(statements) == 1 + 3 * 4
    with app.runtime.database.transaction(write=False) as session:
        assert session.scalar(select(func.count()).select_from(Notification)) == 1_200
        told_by_mail = select(OutgoingMail.message_id).where(OutgoingMail.kind == "campaign_update")
        assert len(set(session.scalars(told_by_mail))) == 1_200
