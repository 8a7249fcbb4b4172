"""The simulator's HTTP side: Midtrans' API, the payment page, and a desk for what its dashboard does."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

from flask import Flask, Response, abort, jsonify, redirect, render_template, request

from ruanghijau.gateways.payments.simulator import orders as book
from ruanghijau.gateways.payments.simulator.notifications import Notifier, body_of
from ruanghijau.gateways.payments.simulator.orders import Order, Orders, Refused

METHODS = {
    "gopay": "GoPay",
    "qris": "QRIS",
    "shopeepay": "ShopeePay",
    "bank_transfer": "Transfer bank",
    "credit_card": "Kartu kredit",
    "cstore": "Gerai Indomaret atau Alfamart",
}
# How Snap calls the ways to pay that a request enables, and which of ours that is.
SNAP_NAMES = {
    "gopay": "gopay",
    "other_qris": "qris",
    "shopeepay": "shopeepay",
    "credit_card": "credit_card",
    "indomaret": "cstore",
    "alfamart": "cstore",
}


def create_simulator(database: Path, server_key: str, url: str, notify: str, speed: float = 1) -> Flask:
    """The server; `notify` is where it tells of payments, `url` where people reach it."""
    app = Flask(__name__)
    kept = Orders(database)
    notifier = Notifier(kept, server_key, speed)
    notifier.start()

    def change(order_id: str, action: str, fields: Mapping[str, Any]) -> Order:
        with kept.transaction():
            order = kept.get(order_id)
            before = dict(order, refunds=list(order["refunds"]), chargebacks=list(order["chargebacks"]))
            book.act(order, action, fields)
            kept.save(order)
            if order != before:
                notifier.tell(order)
        return order

    @app.before_request
    def authorise() -> Response | None:
        secured = request.path.startswith(("/snap/v1/", "/v2/"))
        if secured and (request.authorization is None or request.authorization.username != server_key):
            return _json({"status_code": "401", "status_message": "Unknown Merchant server_key/id"}, 401)
        return None

    @app.after_request
    def protect(response: Response) -> Response:
        response.headers["Cache-Control"] = "no-store"
        return response

    @app.errorhandler(Refused)
    def refused(error: Refused) -> Response:
        body = {"status_code": str(error.code), "status_message": error.message}
        snap = request.path.startswith("/snap/v1/")
        return _json({"error_messages": [error.message]} if snap else body, 400 if snap else 200)

    @app.post("/snap/v1/transactions")
    def open_page() -> Response:
        wish = request.get_json()
        _check(wish)
        order = kept.open(wish, request.headers.get("X-Override-Notification", notify))
        return _json(
            {"token": order["token"], "redirect_url": f"{url}/snap/v4/redirection/{order['token']}"}, 201
        )

    @app.get("/v2/<order_id>/status")
    def status(order_id: str) -> Response:
        order = kept.find(order_id)
        if order is None or order["status"] is None:
            raise Refused(404, "Transaction doesn't exist.")
        return _json(body_of(order, server_key))

    @app.post("/v2/<order_id>/refund")
    def refund(order_id: str) -> Response:
        order = change(order_id, "refund", request.get_json())
        return _json(body_of(order, server_key))

    @app.get("/snap/v4/redirection/<token>")
    def page(token: str) -> Response:
        order = kept.find_page(token) or abort(404)
        return _page("pay.html", _finish_origin(order), order=order, methods=_methods(order))

    @app.post("/snap/v4/redirection/<token>")
    def decide(token: str) -> Any:
        order = kept.find_page(token) or abort(404)
        try:
            order = change(order["order_id"], request.form.get("action", ""), request.form)
        except Refused as error:
            return _page(
                "pay.html", _finish_origin(order), order=order, methods=_methods(order), problem=error
            )
        if order["status"] == "pending":
            return redirect(request.path, 303)
        return redirect(_finish(order), 303)

    @app.get("/")
    def desk() -> Response:
        return _page("desk.html", "'self'", orders=kept.newest())

    @app.post("/desk/<order_id>/<action>")
    def desk_action(order_id: str, action: str) -> Any:
        change(order_id, action, request.form)
        return redirect("/", 303)

    @app.post("/simulator/orders/<order_id>/<action>")
    def script_action(order_id: str, action: str) -> Response:
        return _json(body_of(change(order_id, action, request.get_json(silent=True) or {}), server_key))

    @app.get("/simulator/deliveries")
    def deliveries() -> Response:
        return _json(notifier.deliveries())

    return app


def _check(wish: Any) -> None:
    details = wish.get("transaction_details") if isinstance(wish, dict) else None
    if not isinstance(details, dict) or not isinstance(details.get("gross_amount"), int):
        raise Refused(400, "transaction_details.gross_amount is required")
    order_id = str(details.get("order_id", ""))
    if not 0 < len(order_id) <= 50 or not all(
        sign.isascii() and (sign.isalnum() or sign in "-_~.") for sign in order_id
    ):
        raise Refused(400, "transaction_details.order_id is not valid")
    items = wish.get("item_details") or []
    if items and sum(item["price"] * item["quantity"] for item in items) != details["gross_amount"]:
        raise Refused(400, "transaction_details.gross_amount is not equal to the sum of item_details")


def _methods(order: Order) -> list[str]:
    asked = order["request"].get("enabled_payments")
    if not asked:
        return list(METHODS)
    return list(dict.fromkeys(SNAP_NAMES.get(name, "bank_transfer") for name in asked))


def _actions(order: Order) -> list[tuple[str, str]]:
    """What Midtrans' dashboard lets a merchant do with an order."""
    if order["fraud"] == "challenge":
        return [("approve", "Setujui"), ("deny", "Tolak")]
    if order["status"] in book.PAID:
        return [("refund", "Kembalikan"), ("chargeback", "Sengketa kartu")]
    return [("expire", "Kedaluwarsa")] if order["status"] == "pending" else []


def _finish(order: Order) -> str:
    address = (order["request"].get("callbacks") or {}).get("finish") or "/"
    told = {"order_id": order["order_id"], "transaction_status": order["status"], "status_code": "200"}
    return f"{address}{'&' if urlsplit(address).query else '?'}{urlencode(told)}"


def _finish_origin(order: Order) -> str:
    parts = urlsplit(_finish(order))
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc else "'self'"


def _page(template: str, finish: str, **values: Any) -> Response:
    response = Response(render_template(template, names=METHODS, actions=_actions, **values))
    response.headers["Content-Security-Policy"] = (
        f"default-src 'none'; style-src 'unsafe-inline'; form-action 'self' {finish};"
        " base-uri 'none'; frame-ancestors 'none'"
    )
    return response


def _json(body: Any, status: int = 200) -> Response:
    response = jsonify(body)
    response.status_code = status
    return response
