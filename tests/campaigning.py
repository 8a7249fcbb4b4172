"""What tests of campaigns, volunteers and supporters have in common."""

import io
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from PIL import Image
from sqlalchemy import select

from people import Person
from ruanghijau.app import RuangHijau
from ruanghijau.db import calendar
from ruanghijau.notifications.models import Notification

CREATE = "/api/campaigns/create"
FORM = {"title": "Tanam seribu mangrove", "description": "Memulihkan pesisir bersama.", "goal": 5_000_000}


def start(creator: Person, **fields: Any) -> int:
    """Start a campaign over HTTP; None leaves a field out. Returns its id."""
    form = {name: value for name, value in (FORM | fields).items() if value is not None}
    response = creator.send_form("POST", CREATE, **form)
    assert response.status_code == 201, response.json
    return int(response.json["campaign_id"])


def in_days(days: int) -> date:
    return calendar.today() + timedelta(days)


def data_of(campaign_id: int, reader: Person) -> Any:
    """`campaign_data` as this person reads it."""
    response = reader.get(f"/api/campaigns/{campaign_id}")
    assert response.status_code == 200, response.json
    return response.json["campaign_data"]


def join(volunteer: Person, campaign_id: int) -> int:
    """Volunteer over HTTP; returns the volunteer's id."""
    response = volunteer.post("/api/volunteers/join", {"campaign_id": campaign_id})
    assert response.status_code == 201, response.json
    return int(response.json["volunteer_id"])


def news_of(app: RuangHijau, reader: Person) -> list[tuple[str | None, int | None]]:
    """Kind and thing of all that a person was told, the oldest first."""
    with app.runtime.database.transaction(write=False) as session:
        rows = session.scalars(select(Notification).order_by(Notification.id))
        return [(one.type, one.related_id) for one in rows if one.user_id == reader.id]


def run(app: RuangHijau, job: Callable[..., Any], *args: Any) -> Any:
    """Call a service as the worker does: on the platform's parts, in a transaction of its own."""
    with app.runtime.active(), app.runtime.database.transaction():
        return job(*args)


def code_of(response: Any) -> tuple[int, str]:
    return response.status_code, response.json["error"]["code"]


def field_of(response: Any) -> str:
    return str(response.json["error"]["details"][0]["field"])


def picture(colour: str = "seagreen") -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (640, 480), colour).save(file, "JPEG")
    return file.getvalue()
