"""The page on which somebody pays, and the desk from which a merchant looks after orders."""

from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode, urlsplit

from flask import Flask, Response, abort, redirect, render_template, request

from ruanghijau.gateways.payments.simulator import orders as book
from ruanghijau.gateways.payments.simulator.orders import Order, Refused
from ruanghijau.gateways.payments.simulator.simulation import Simulation
from ruanghijau.gateways.payments.simulator.words import WORDS

# Our ways to pay, and how Snap calls each where a request enables it; every other name is a bank's.
METHODS = ("gopay", "qris", "shopeepay", "bank_transfer", "credit_card", "cstore")
SNAP_NAMES = {
    "gopay": "gopay",
    "other_qris": "qris",
    "shopeepay": "shopeepay",
    "credit_card": "credit_card",
    "indomaret": "cstore",
    "alfamart": "cstore",
}


def register(app: Flask, simulation: Simulation) -> None:
    @app.get("/snap/v4/redirection/<token>")
    def page(token: str) -> Response:
        return _pay_page(_of(simulation, token))

    @app.post("/snap/v4/redirection/<token>")
    def decide(token: str) -> Any:
        order = _of(simulation, token)
        try:
            order = simulation.change(order["order_id"], request.form.get("action", ""), request.form)
        except Refused:
            return _pay_page(order, problem="too_late")
        return redirect(request.path if order["status"] == "pending" else _finish(order), 303)

    @app.get("/")
    def desk() -> Response:
        return _page("desk.html", "", orders=simulation.orders.newest(), actions=_actions)

    @app.post("/desk/<order_id>/<action>")
    def look_after(order_id: str, action: str) -> Any:
        try:
            simulation.change(order_id, action, request.form)
        except Refused:
            return _page(
                "desk.html", "", orders=simulation.orders.newest(), actions=_actions, problem="too_late"
            )
        return redirect("/", 303)


def _of(simulation: Simulation, token: str) -> Order:
    return simulation.orders.find_page(token) or abort(404)


def _pay_page(order: Order, problem: str | None = None) -> Response:
    items = order["request"].get("item_details") or [{"name": order["order_id"]}]
    return _page(
        "pay.html",
        _origin(_finish(order)),
        order=order,
        item=items[0]["name"],
        methods=_methods(order),
        minutes=_minutes_left(order),
        back=_address(order),
        problem=problem,
    )


def _methods(order: Order) -> list[str]:
    asked = order["request"].get("enabled_payments")
    if not asked:
        return list(METHODS)
    return list(dict.fromkeys(SNAP_NAMES.get(name, "bank_transfer") for name in asked))


def _actions(order: Order) -> list[str]:
    """What Midtrans' dashboard lets a merchant do with an order."""
    if order["fraud"] == "challenge":
        return ["approve", "deny"]
    if order["status"] in book.PAID:
        return ["refund", "chargeback"]
    return ["expire"] if order["status"] == "pending" else []


def _minutes_left(order: Order) -> int:
    left = datetime.fromisoformat(order["expires_at"]) - datetime.now(UTC)
    return max(0, int(left.total_seconds() // 60))


def _address(order: Order) -> str:
    """Where the merchant wants its customer back."""
    finish = str((order["request"].get("callbacks") or {}).get("finish") or "/")
    return finish if urlsplit(finish).scheme in ("http", "https", "") else "/"


def _finish(order: Order) -> str:
    address = _address(order)
    told = {"order_id": order["order_id"], "status_code": "200", "transaction_status": order["status"]}
    return f"{address}{'&' if urlsplit(address).query else '?'}{urlencode(told)}"


def _origin(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""


def _page(template: str, form_action: str, **values: Any) -> Response:
    language = request.accept_languages.best_match(["id", "en"], "id") or "id"
    body = render_template(
        template, language=language, words=WORDS[language], rupiah=_rupiah, **{"problem": None} | values
    )
    response = Response(body)
    response.headers["Cache-Control"] = "no-store"
    response.headers["Content-Security-Policy"] = (
        f"default-src 'none'; style-src 'unsafe-inline'; form-action 'self' {form_action}; "
        "base-uri 'none'; frame-ancestors 'none'"
    )
    return response


def _rupiah(amount: int) -> str:
    return f"Rp{amount:,}".replace(",", ".")
