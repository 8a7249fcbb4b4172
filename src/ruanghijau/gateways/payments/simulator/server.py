"""The simulator as a server: Midtrans' API, and beside it what a test or a script needs."""

from pathlib import Path
from typing import Any

from flask import Flask, Response, jsonify, request

from ruanghijau.gateways.payments.simulator import pages
from ruanghijau.gateways.payments.simulator.orders import Refused
from ruanghijau.gateways.payments.simulator.simulation import Simulation

SECURED = ("/snap/v1/", "/v2/")


def create_simulator(database: Path, server_key: str, url: str, notify: str, speed: float = 1) -> Flask:
    """The server; `notify` is where it tells of payments, `url` where people reach it."""
    app = Flask(__name__)
    simulation = Simulation(database, server_key, url, notify, speed)
    _add_api(app, simulation)
    _add_scripting(app, simulation)
    pages.register(app, simulation)
    app.register_error_handler(Refused, _refused)
    simulation.start()
    return app


def _add_api(app: Flask, simulation: Simulation) -> None:
    @app.before_request
    def authorise() -> Response | None:
        given = request.authorization.username if request.authorization else None
        if request.path.startswith(SECURED) and given != simulation.server_key:
            return _json({"status_code": "401", "status_message": "Unknown Merchant server_key/id"}, 401)
        return None

    @app.post("/snap/v1/transactions")
    def open_page() -> Response:
        wish = request.get_json()
        _check(wish)
        order = simulation.open(wish, request.headers.get("X-Override-Notification"))
        return _json({"token": order["token"], "redirect_url": simulation.page_url(order)}, 201)

    @app.get("/v2/<order_id>/status")
    def status(order_id: str) -> Response:
        order = simulation.orders.get(order_id)
        if order["status"] is None:
            raise Refused(404, "Transaction doesn't exist.")
        return _json(simulation.told(order))

    @app.post("/v2/<order_id>/refund")
    def refund(order_id: str) -> Response:
        return _json(simulation.told(simulation.change(order_id, "refund", request.get_json())))


def _add_scripting(app: Flask, simulation: Simulation) -> None:
    @app.post("/simulator/orders/<order_id>/<action>")
    def act(order_id: str, action: str) -> Response:
        fields = request.get_json(silent=True) or {}
        return _json(simulation.told(simulation.change(order_id, action, fields)))

    @app.get("/simulator/deliveries")
    def deliveries() -> Response:
        return _json(simulation.notifier.deliveries())


def _refused(error: Refused) -> Response:
    """Snap says no by the status of its answer, the older API inside a 200."""
    if request.path.startswith("/snap/v1/"):
        return _json({"error_messages": [error.message]}, 400)
    return _json({"status_code": str(error.code), "status_message": error.message})


def _check(wish: Any) -> None:
    """What Snap refuses: an order without a proper name or amount, or whose items do not add up."""
    details = wish.get("transaction_details") if isinstance(wish, dict) else None
    if not isinstance(details, dict) or not isinstance(details.get("gross_amount"), int):
        raise Refused(400, "transaction_details.gross_amount is required")
    order_id = str(details.get("order_id", ""))
    if not 0 < len(order_id) <= 50 or not all(_is_allowed(sign) for sign in order_id):
        raise Refused(400, "transaction_details.order_id is not valid")
    items = wish.get("item_details") or []
    if items and sum(item["price"] * item["quantity"] for item in items) != details["gross_amount"]:
        raise Refused(400, "transaction_details.gross_amount is not equal to the sum of item_details")


def _is_allowed(sign: str) -> bool:
    return sign.isascii() and (sign.isalnum() or sign in "-_~.")


def _json(body: Any, status: int = 200) -> Response:
    response = jsonify(body)
    response.status_code = status
    response.headers["Cache-Control"] = "no-store"
    return response
