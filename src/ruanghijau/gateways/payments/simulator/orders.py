"""The simulator's orders, and what may happen to each.

The states and their order are those of Midtrans' "Transaction Status"; amounts are whole rupiah.
"""

import json
import secrets
import sqlite3
import threading
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

# Midtrans tells times as the clocks of Jakarta show them.
JAKARTA = ZoneInfo("Asia/Jakarta")
TABLES = """
CREATE TABLE IF NOT EXISTS orders (
    order_id TEXT PRIMARY KEY, token TEXT UNIQUE NOT NULL, gross INTEGER NOT NULL, request TEXT NOT NULL,
    notify TEXT NOT NULL, expires_at TEXT NOT NULL, transaction_id TEXT NOT NULL, method TEXT, status TEXT,
    fraud TEXT, chosen_at TEXT, settled_at TEXT, refunds TEXT NOT NULL DEFAULT '[]',
    chargebacks TEXT NOT NULL DEFAULT '[]'
);
CREATE TABLE IF NOT EXISTS deliveries (
    id INTEGER PRIMARY KEY AUTOINCREMENT, order_id TEXT NOT NULL, url TEXT NOT NULL, body TEXT NOT NULL,
    due_at REAL NOT NULL, answers TEXT NOT NULL DEFAULT '[]', done INTEGER NOT NULL DEFAULT 0
);
"""
PAID = {"settlement", "capture", "partial_refund"}
Order = dict[str, Any]


class Refused(Exception):
    """What was asked cannot be: Midtrans' status code and message."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code, self.message = code, message


class Orders:
    """All orders, in one SQLite file that outlives the process."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._lock = threading.RLock()
        self._db = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        self._db.row_factory = sqlite3.Row
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.executescript(TABLES)

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Everything within is written or nothing is; one inside another joins it."""
        with self._lock:
            if self._db.in_transaction:
                yield self._db
                return
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")

    def open(self, request: Mapping[str, Any], notify: str) -> Order:
        """A new payment page for an order; the name may be used again as long as no way to pay was chosen."""
        details = request["transaction_details"]
        page = request.get("page_expiry") or {"duration": 24, "unit": "hours"}
        with self.transaction() as db:
            known = self.find(details["order_id"])
            if known and known["status"]:
                raise Refused(400, "transaction_details.order_id has already been taken")
            values = {
                "order_id": details["order_id"],
                "token": str(uuid.uuid4()),
                "gross": details["gross_amount"],
                "request": json.dumps(request),
                "notify": notify,
                "expires_at": (datetime.now(UTC) + _length(page)).isoformat(),
                "transaction_id": str(uuid.uuid4()),
            }
            db.execute(
                "INSERT OR REPLACE INTO orders"
                " (order_id, token, gross, request, notify, expires_at, transaction_id)"
                " VALUES (:order_id, :token, :gross, :request, :notify, :expires_at, :transaction_id)",
                values,
            )
            return self.get(values["order_id"])

    def find(self, order_id: str) -> Order | None:
        return self._one("SELECT * FROM orders WHERE order_id = ?", order_id)

    def find_page(self, token: str) -> Order | None:
        return self._one("SELECT * FROM orders WHERE token = ?", token)

    def get(self, order_id: str) -> Order:
        order = self.find(order_id)
        if order is None:
            raise Refused(404, "Transaction doesn't exist.")
        return order

    def overdue(self) -> list[str]:
        """Orders whose payer chose a way to pay and let the time for it pass."""
        query = "SELECT order_id FROM orders WHERE status = 'pending' AND expires_at < ?"
        with self._lock:
            rows = self._db.execute(query, (datetime.now(UTC).isoformat(),)).fetchall()
        return [row["order_id"] for row in rows]

    def newest(self, limit: int = 100) -> list[Order]:
        with self._lock:
            rows = self._db.execute("SELECT * FROM orders ORDER BY rowid DESC LIMIT ?", (limit,)).fetchall()
        return [_read(row) for row in rows]

    def save(self, order: Order) -> None:
        values = {
            **order,
            "refunds": json.dumps(order["refunds"]),
            "chargebacks": json.dumps(order["chargebacks"]),
        }
        self._db.execute(
            "UPDATE orders SET method = :method, status = :status, fraud = :fraud, chosen_at = :chosen_at,"
            " settled_at = :settled_at, refunds = :refunds, chargebacks = :chargebacks"
            " WHERE order_id = :order_id",
            values,
        )

    def _one(self, query: str, value: str) -> Order | None:
        with self._lock:
            row = self._db.execute(query, (value,)).fetchone()
        return _read(row) if row else None


def act(order: Order, action: str, fields: Mapping[str, Any]) -> None:
    """Let something happen to an order. Raises `Refused` for what cannot happen in its state."""
    handler = ACTIONS.get(action)
    if handler is None:
        raise Refused(404, f"there is no action {action!r}")
    handler(order, fields)


def _choose(order: Order, fields: Mapping[str, Any]) -> None:
    if order["status"] not in (None, "deny"):
        raise Refused(412, "a way to pay was chosen already")
    if datetime.fromisoformat(order["expires_at"]) < datetime.now(UTC):
        raise Refused(412, "the page has expired")
    order |= {"method": fields.get("method") or "qris", "status": "pending", "chosen_at": _clock()}


def _pay(order: Order, fields: Mapping[str, Any]) -> None:
    if order["status"] in (None, "deny"):
        _choose(order, fields)
    _require(order, "pending")
    card = order["method"] == "credit_card"
    order |= {"status": "capture" if card else "settlement", "fraud": "accept", "settled_at": _clock()}


def _challenge(order: Order, fields: Mapping[str, Any]) -> None:
    if order["status"] in (None, "deny"):
        _choose(order, {"method": "credit_card"})
    _require(order, "pending")
    order |= {"status": "capture", "fraud": "challenge"}


def _approve(order: Order, fields: Mapping[str, Any]) -> None:
    if order["fraud"] != "challenge":
        raise Refused(412, "only a challenged payment is approved")
    order |= {"fraud": "accept", "settled_at": _clock()}


def _deny(order: Order, fields: Mapping[str, Any]) -> None:
    if order["status"] is None:
        _choose(order, fields)
    if order["status"] != "pending" and order["fraud"] != "challenge":
        raise Refused(412, "what is paid is not denied")
    order |= {"status": "deny", "fraud": "deny"}


def _expire(order: Order, fields: Mapping[str, Any]) -> None:
    _require(order, "pending")
    order |= {"status": "expire"}


def _refund(order: Order, fields: Mapping[str, Any]) -> None:
    key = str(fields.get("refund_key") or secrets.token_hex(8))
    if any(row["refund_key"] == key for row in order["refunds"]):
        return
    amount = _amount_left(order, fields)
    row = {"refund_key": key, "refund_amount": f"{amount}.00", "reason": str(fields.get("reason") or "")}
    order["refunds"].append(row | {"refund_chargeback_id": len(order["refunds"]) + 1, "created_at": _clock()})
    order["status"] = "refund" if _returned(order) == order["gross"] else "partial_refund"


def _charge_back(order: Order, fields: Mapping[str, Any]) -> None:
    amount = _amount_left(order, fields)
    row = {"chargeback_amount": f"{amount}.00", "refund_chargeback_id": 1, "created_at": _clock()}
    order["chargebacks"].append(row)
    order["status"] = "chargeback" if _returned(order) == order["gross"] else "partial_chargeback"


def _amount_left(order: Order, fields: Mapping[str, Any]) -> int:
    if order["status"] not in PAID or order["fraud"] == "challenge":
        raise Refused(412, "Transaction status cannot be updated.")
    left = order["gross"] - _returned(order)
    amount = int(fields.get("amount") or left)
    if not 0 < amount <= left:
        raise Refused(414, "Refund amount is more than what is left.")
    return amount


def _returned(order: Order) -> int:
    rows = [*order["refunds"], *order["chargebacks"]]
    return sum(int(float(row.get("refund_amount") or row["chargeback_amount"])) for row in rows)


def _require(order: Order, status: str) -> None:
    if order["status"] != status:
        raise Refused(412, f"the order is {order['status']}, not {status}")


def _length(expiry: Mapping[str, Any]) -> timedelta:
    unit = str(expiry["unit"]).removesuffix("s") + "s"
    return timedelta(**{unit: int(expiry["duration"])})


def _clock() -> str:
    return f"{datetime.now(JAKARTA):%Y-%m-%d %H:%M:%S}"


def _read(row: sqlite3.Row) -> Order:
    order = dict(row)
    return order | {name: json.loads(order[name]) for name in ("request", "refunds", "chargebacks")}


ACTIONS = {
    "choose": _choose,
    "pay": _pay,
    "challenge": _challenge,
    "approve": _approve,
    "deny": _deny,
    "expire": _expire,
    "refund": _refund,
    "chargeback": _charge_back,
}
