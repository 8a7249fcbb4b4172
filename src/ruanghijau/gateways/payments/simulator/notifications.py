"""Telling the platform what happened to an order, again and again until it is taken.

Attempts and intervals are those of Midtrans' "HTTP(S) Notification / Webhooks": a 2xx ends it, 500 is tried
once more, 400 and 404 twice, 503 four times, any other failure five times. 307 and 308 are followed with the
same body, other redirects end it.
"""

import json
import logging
import threading
import time
from typing import Any

import httpx

from ruanghijau.gateways.payments.signature import signature_of
from ruanghijau.gateways.payments.simulator.orders import Order, Orders

log = logging.getLogger(__name__)

# In seconds: after 2, 10 and 30 minutes, 1.5 and 3.5 hours.
INTERVALS = (120, 600, 1800, 5400, 12600)
RETRIES = {500: 1, 400: 2, 404: 2, 503: 4, 301: 0, 302: 0, 303: 0}
OTHER = 5
TIMEOUT = 15
AT_ONCE = 8
SHORTEST_PAUSE, LONGEST_PAUSE = 0.05, 1.0
REDIRECTS = 5
# Statuses of Midtrans' "Status code" table.
CODES = {"pending": "201", "deny": "202", "expire": "202"}


def body_of(order: Order, server_key: str) -> dict[str, Any]:
    """What Midtrans says of an order, in a notification and when it is asked."""
    code, gross = CODES.get(order["status"], "200"), f"{order['gross']}.00"
    if order["fraud"] == "challenge":
        code = "201"
    body: dict[str, Any] = {
        "status_code": code,
        "status_message": "midtrans payment notification",
        "transaction_id": order["transaction_id"],
        "transaction_status": order["status"],
        "transaction_time": order["chosen_at"],
        "order_id": order["order_id"],
        "merchant_id": "G000000000",
        "payment_type": order["method"],
        "gross_amount": gross,
        "currency": "IDR",
        "signature_key": signature_of(order["order_id"], code, gross, server_key),
    }
    if order["fraud"]:
        body["fraud_status"] = order["fraud"]
    if order["settled_at"]:
        body["settlement_time"] = order["settled_at"]
    for kind in ("refund", "chargeback"):
        if rows := order[f"{kind}s"]:
            total = sum(float(row[f"{kind}_amount"]) for row in rows)
            body |= {f"{kind}_amount": f"{total:.2f}", f"{kind}s": rows}
    return body


class Notifier:
    """Delivers in threads of its own. `speed` divides the intervals, so that a test need not wait hours."""

    def __init__(self, orders: Orders, server_key: str, speed: float) -> None:
        self._orders, self._key, self._speed = orders, server_key, speed
        self._awake = threading.Event()
        self._client = httpx.Client(timeout=TIMEOUT)
        self._taken: set[int] = set()
        self._lock = threading.Lock()

    def start(self) -> None:
        for _ in range(AT_ONCE):
            threading.Thread(target=self._run, daemon=True).start()

    def tell(self, order: Order) -> None:
        """Write the news of an order down, in the transaction that changed it."""
        with self._orders.transaction() as db:
            db.execute(
                "INSERT INTO deliveries (order_id, url, body, due_at) VALUES (?, ?, ?, ?)",
                (order["order_id"], order["notify"], json.dumps(body_of(order, self._key)), time.time()),
            )
        self._awake.set()

    def deliveries(self) -> list[dict[str, Any]]:
        with self._orders.transaction() as db:
            rows = db.execute("SELECT * FROM deliveries ORDER BY id").fetchall()
        return [
            dict(row) | {"body": json.loads(row["body"]), "answers": json.loads(row["answers"])}
            for row in rows
        ]

    def _run(self) -> None:
        while True:
            try:
                busy = self._deliver_next()
            except Exception:
                log.exception("a notification could not be handled")
                busy = False
            if not busy:
                self._awake.clear()
                self._awake.wait(self._pause())

    def _pause(self) -> float:
        """Until the next delivery is due, in seconds, at most `LONGEST_PAUSE`; news ends it at once."""
        with self._orders.transaction() as db:
            (due,) = db.execute("SELECT MIN(due_at) FROM deliveries WHERE NOT done").fetchone()
        left = LONGEST_PAUSE if due is None else due - time.time()
        return min(max(left, SHORTEST_PAUSE), LONGEST_PAUSE)

    def _deliver_next(self) -> bool:
        row = self._take()
        if row is None:
            return False
        try:
            answers = [*json.loads(row["answers"]), self._send(row["url"], row["body"])]
            self._note(row["id"], answers)
        finally:
            with self._lock:
                self._taken.discard(row["id"])
        return True

    def _take(self) -> Any:
        with self._lock, self._orders.transaction() as db:
            due = db.execute(
                "SELECT * FROM deliveries WHERE NOT done AND due_at <= ? ORDER BY due_at LIMIT ?",
                (time.time(), AT_ONCE + 1),
            ).fetchall()
            row = next((one for one in due if one["id"] not in self._taken), None)
            if row is not None:
                self._taken.add(row["id"])
            return row

    def _send(self, url: str, body: str) -> int:
        """The status of the answer; 0 where there was none."""
        try:
            headers = {"Content-Type": "application/json"}
            answer = self._client.post(url, content=body, headers=headers)
            for _ in range(REDIRECTS):
                if answer.status_code not in (307, 308) or answer.next_request is None:
                    break
                answer = self._client.send(answer.next_request)
            return answer.status_code
        except httpx.HTTPError:
            return 0

    def _note(self, delivery: int, answers: list[int]) -> None:
        last, tries = answers[-1], len(answers)
        over = 200 <= last < 300 or tries > RETRIES.get(last, OTHER)
        due = time.time() + (0 if over else INTERVALS[min(tries, OTHER) - 1] / self._speed)
        with self._orders.transaction() as db:
            db.execute(
                "UPDATE deliveries SET answers = ?, done = ?, due_at = ? WHERE id = ?",
                (json.dumps(answers), over, due, delivery),
            )
