"""Registering."""

from collections.abc import Callable

import pytest

from people import PASSWORD, Person
from ruanghijau.app import RuangHijau

SARI = {
    "email": "sari@contoh.id",
    "password": PASSWORD,
    "username": "sari.hijau",
    "full_name": "Sari Lestari",
}


def test_registering_signs_in(guest: Person) -> None:
    response = guest.post("/api/auth/register", SARI)

    assert response.status_code == 201
    assert response.json["success"] is True
    assert response.json["message"] == "Pendaftaran berhasil"
    guest.token = response.json["token"]
    me = guest.get("/api/auth/me").json
    assert (me["id"], me["email"], me["username"]) == (
        response.json["user_id"],
        "sari@contoh.id",
        "sari.hijau",
    )
    assert me["role"] == "user"
    assert me["is_verified"] is False


def test_the_password_is_nowhere_to_be_read(app: RuangHijau, guest: Person) -> None:
    response = guest.post("/api/auth/register", SARI)
    assert PASSWORD not in response.text
    with app.runtime.database.engine.connect() as connection:
        stored = connection.exec_driver_sql("SELECT password_hash FROM users").scalar_one()
    assert stored.startswith("scrypt:")
    assert PASSWORD not in stored


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("email", "bukan-email"),
        ("email", ""),
        ("email", None),
        ("password", "pendek"),
        ("password", "x" * 129),
        ("username", "a"),
        ("username", "spasi dalam"),
        ("username", "<script>"),
        ("username", "a" * 31),
        ("full_name", "x" * 256),
        ("full_name", "dua\nbaris"),
        ("full_name", "nol\x00nol"),
    ],
)
def test_bad_input_names_its_field(guest: Person, field: str, value: object) -> None:
    response = guest.post("/api/auth/register", SARI | {field: value})

    assert response.status_code == 400
    error = response.json["error"]
    assert error["code"] == "VALIDATION_ERROR"
    assert [detail["field"] for detail in error["details"]] == [field]
    assert response.json["request_id"] == response.headers["X-Request-ID"]


@pytest.mark.parametrize(
    ("change", "fields"),
    [
        ({"username": "lain"}, ["email"]),
        ({"email": "lain@contoh.id"}, ["username"]),
        ({}, ["email", "username"]),
        ({"email": "SARI@Contoh.ID", "username": "lain"}, ["email"]),
        ({"email": "lain@contoh.id", "username": "Sari.Hijau"}, ["username"]),
    ],
)
def test_a_taken_name_is_a_conflict(guest: Person, change: dict[str, str], fields: list[str]) -> None:
    guest.post("/api/auth/register", SARI)
    response = guest.post("/api/auth/register", SARI | change)

    assert response.status_code == 409
    assert response.json["error"]["code"] == "ACCOUNT_EXISTS"
    assert [detail["field"] for detail in response.json["error"]["details"]] == fields


def test_a_name_of_the_platform_cannot_be_taken(guest: Person) -> None:
    response = guest.post("/api/auth/register", SARI | {"username": "admin"})
    assert response.status_code == 409


def test_errors_are_english_where_asked(guest: Person) -> None:
    response = guest.request(
        "POST", "/api/auth/register", json={}, headers={"Accept-Language": "en-GB,en;q=0.9,id;q=0.5"}
    )
    assert response.json["error"]["message"] == "The data sent is not valid."
    assert {d["message"] for d in response.json["error"]["details"]} == {"This is required."}


def test_a_registered_person_may_sign_in(guest: Person, person: Callable[..., Person]) -> None:
    sari = person("sari")
    response = guest.post("/api/auth/login", {"email": " SARI@contoh.id ", "password": PASSWORD})
    assert response.status_code == 200
    assert response.json["user_id"] == sari.id
    assert response.json["user_data"]["username"] == "sari"
