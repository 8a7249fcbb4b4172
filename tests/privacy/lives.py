"""A person who has done everything there is to do here, and left her mark in every text of hers."""

import io
from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import insert, update

from campaigning import join as volunteer
from campaigning import picture, start
from mails import mails_to, token_in
from people import PASSWORD, Person
from ruanghijau.app import RuangHijau
from ruanghijau.campaigns.models import Campaign
from ruanghijau.chatbot.models import ChatMessage
from ruanghijau.db import now
from ruanghijau.donations.models import Donation
from ruanghijau.feedback.models import Feedback
from ruanghijau.pictures import service as pictures
from ruanghijau.waste.models import WasteDetection

# In her address, her names and all that she writes; nobody else writes it.
MARK = "jejak"
PHONE = "+62 811 2233 4455"
EMAIL, USERNAME = f"{MARK}@contoh.id", f"{MARK}.nama"


class Life:
    """What she did, and with whom. `sari` is she; the ids name what the tests look at."""

    def __init__(self, app: RuangHijau, person: Callable[..., Person]) -> None:
        self.app = app
        self.sari = person(USERNAME, email=EMAIL, full_name=f"{MARK.title()} Lengkap")
        self.budi, self.citra, self.admin = person("budi"), person("citra"), person("pak.admin", role="admin")
        for who, email in (
            (self.sari, EMAIL),
            (self.budi, "budi@contoh.id"),
            (self.citra, "citra@contoh.id"),
        ):
            token = token_in(mails_to(app, email)[0])
            assert who.post("/api/auth/verify-email", {"token": token}).status_code == 200
        self._profile()
        self._posts()
        self._talk()
        self._campaigns()
        self._reports()
        self._answers_of_machines()

    def _profile(self) -> None:
        profile = {name: f"{MARK} {name}" for name in ("bio", "address", "city", "country")}
        ok(self.sari.patch("/api/auth/me", profile | {"phone_number": PHONE}))
        ok(self.sari.send_form("PUT", "/api/auth/me/picture", picture=picture("red")))
        ok(self.sari.post("/api/auth/forgot-password", {"email": EMAIL}))
        wish = {"kind": "like", "in_app": True, "email": True}
        for who in (self.sari, self.budi):
            ok(who.put("/api/notifications/preferences", {"preferences": [wish]}))
        login = {"email": EMAIL, "password": PASSWORD}
        ok(
            self.sari.request(
                "POST", "/api/auth/login", json=login, headers={"User-Agent": f"{MARK} browser"}
            )
        )

    def _posts(self) -> None:
        self.post = written(self.sari, title=f"{MARK} judul", image=True)
        self.draft = written(self.sari, title=f"{MARK} draf", status="draft")
        deleted = written(self.sari, title=f"{MARK} dihapus", image=True)
        ok(self.sari.delete(f"/api/posts/{deleted}"))
        self.others_post = written(self.budi, text="Tulisan Budi", image=True)

    def _talk(self) -> None:
        self.comment = said(self.sari, self.others_post, f"{MARK} komentar")
        said(self.budi, self.others_post, "Terima kasih", parent=self.comment)
        self.others_comment = said(self.citra, self.others_post, "Bagus")
        said(self.sari, self.others_post, f"{MARK} balasan", parent=self.others_comment)
        under_hers = said(self.citra, self.post, "Setuju")
        said(self.budi, self.post, "Saya juga", parent=under_hers)  # Citra is told, and her title is quoted
        for who, path in (
            (self.sari, f"/api/posts/{self.others_post}/like"),
            (self.citra, f"/api/posts/{self.others_post}/like"),
            (self.budi, f"/api/posts/{self.post}/like"),
            (self.sari, f"/api/comments/{self.others_comment}/like"),
            (self.budi, f"/api/comments/{self.others_comment}/like"),
            (self.budi, f"/api/comments/{self.comment}/like"),
            (self.sari, "/api/users/budi/follow"),
            (self.budi, f"/api/users/{USERNAME}/follow"),
            (self.citra, "/api/users/budi/follow"),
        ):
            ok(who.put(path))

    def _campaigns(self) -> None:
        self.campaign = started(self.sari, f"{MARK} kampanye", image=True)
        self.funded = start(self.sari, title="Kampanye berdana")
        self.others_campaign = start(self.budi, title="Kampanye Budi")
        cancelled = started(self.sari, f"{MARK} batal")
        ok(self.sari.post(f"/api/campaigns/{cancelled}/cancel", {"reason": f"{MARK} alasan"}))
        for who, campaign in (
            (self.budi, self.campaign),
            (self.sari, self.others_campaign),
            (self.citra, self.others_campaign),
        ):
            volunteer(who, campaign)
        form = {"title": f"{MARK} kabar", "content": f"{MARK} isi kabar"}
        ok(self.sari.send_form("POST", f"/api/campaigns/{self.campaign}/updates", picture(), **form))
        # Told by somebody else, and quoting her title.
        form = {"title": "Kabar moderator", "content": "Kami ikut memantau."}
        ok(self.admin.send_form("POST", f"/api/campaigns/{self.campaign}/updates", **form))
        self._give(self.sari, self.others_campaign, "Semoga lancar")
        self._give(self.budi, self.funded, "Semangat")

    def _give(self, donor: Person, campaign: int, message: str) -> None:
        row = {
            "campaign_id": campaign,
            "donor_id": donor.id,
            "amount": Decimal(50_000),
            "transaction_id": f"donation-{donor.id}-{campaign}",
            "status": "completed",
            "phase": "paid",
            "message": message,
            "expires_at": now() + timedelta(days=1),
        }
        with self.app.runtime.database.transaction() as session:
            session.execute(insert(Donation).values(row))
            given = update(Campaign).where(Campaign.id == campaign)
            session.execute(given.values(current_amount=Campaign.current_amount + Decimal(50_000)))

    def _reports(self) -> None:
        for who, kind, target in (
            (self.sari, "post", self.others_post),
            (self.budi, "post", self.post),
            (self.budi, "comment", self.comment),
            (self.budi, "campaign", self.campaign),
            (self.budi, "campaign", self.funded),
            (self.budi, "user", self.sari.id),
        ):
            body = {"target_type": kind, "target_id": target, "reason": "spam", "details": "Tolong diperiksa"}
            ok(who.post("/api/reports", body))

    def _answers_of_machines(self) -> None:
        """What rooms keep whose doors are not open yet."""
        with self.app.runtime.active(), self.app.runtime.database.transaction() as session:
            key = pictures.store(io.BytesIO(picture("blue")), "waste")
            sari = self.sari.id
            session.add(
                WasteDetection(user_id=sari, image_url=key, detected_category="plastik", confidence=0.9)
            )
            session.add(Feedback(user_id=sari, content=f"{MARK} masukan"))
            session.add(ChatMessage(user_id=sari, question=f"{MARK} tanya", answer=f"{MARK} jawab"))


def ok(response: Any) -> Any:
    assert response.status_code < 300, response.json
    return response.json


def written(author: Person, text: str = f"{MARK} isi", image: bool = False, **fields: Any) -> int:
    sent = author.send_form("POST", "/api/posts/create", picture() if image else None, content=text, **fields)
    return int(ok(sent)["post_id"])


def said(author: Person, post: int, text: str, parent: int | None = None) -> int:
    body = {"post_id": post, "content": text, "parent_comment_id": parent}
    return int(ok(author.post("/api/comments/add", body))["comment_id"])


def started(creator: Person, title: str, image: bool = False) -> int:
    form = {"title": title, "description": f"{MARK} uraian", "goal": 5_000_000, "city": f"{MARK} kota"}
    form |= {"permit_number": f"{MARK}/HUK-PS/2026", "operating_cost_percent": "7.25"}
    sent = creator.send_form("POST", "/api/campaigns/create", picture() if image else None, **form)
    return int(ok(sent)["campaign_id"])


def leave(who: Person, password: str = PASSWORD) -> Any:
    return who.delete("/api/auth/me", {"password": password, "confirm": "HAPUS"})
