"""People who use the platform through HTTP."""

import io
from typing import Any

from flask.testing import FlaskClient
from sqlalchemy import update
from werkzeug.test import TestResponse

from ruanghijau.accounts.models import User
from ruanghijau.app import RuangHijau

PASSWORD = "rahasia-sekali-7"


class Person:
    """A client of the API that sends its own token, if it has one."""

    def __init__(self, client: FlaskClient, token: str | None = None, account: Any = None) -> None:
        self._client = client
        self.token = token
        self.account: dict[str, Any] = account or {}

    @property
    def app(self) -> RuangHijau:
        app: RuangHijau = self._client.application  # type: ignore[assignment]
        return app

    @property
    def id(self) -> int:
        return int(self.account["user_id"])

    def get(self, path: str, **query: Any) -> TestResponse:
        return self.request("GET", path, query_string=query)

    def post(self, path: str, json: Any = None) -> TestResponse:
        return self.request("POST", path, json=json)

    def put(self, path: str, json: Any = None) -> TestResponse:
        return self.request("PUT", path, json=json)

    def patch(self, path: str, json: Any = None) -> TestResponse:
        return self.request("PATCH", path, json=json)

    def delete(self, path: str, json: Any = None) -> TestResponse:
        return self.request("DELETE", path, json=json)

    def send_form(self, method: str, path: str, picture: bytes | None = None, **fields: Any) -> TestResponse:
        """Send a multipart form, with a picture if there is one."""
        data: dict[str, Any] = dict(fields)
        if picture is not None:
            data["image"] = (io.BytesIO(picture), "foto.jpg")
        return self.request(method, path, data=data, content_type="multipart/form-data")

    def request(self, method: str, path: str, **options: Any) -> TestResponse:
        headers = dict(options.pop("headers", {}))
        if self.token:
            headers.setdefault("Authorization", f"Bearer {self.token}")
        return self._client.open(path, method=method, headers=headers, **options)


def join(app: RuangHijau, username: str, role: str = "user", **fields: Any) -> Person:
    """Register somebody over HTTP; a role other than user is given in the database, as the CLI does."""
    client = app.test_client()
    body = {
        "email": f"{username}@contoh.id",
        "password": PASSWORD,
        "username": username,
        "full_name": username.title(),
    } | fields
    response = client.post("/api/auth/register", json=body)
    assert response.status_code == 201, response.json
    if role != "user":
        with app.runtime.database.transaction() as session:
            session.execute(update(User).where(User.username == username).values(role=role))
    return Person(client, response.json["token"], response.json)
