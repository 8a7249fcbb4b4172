"""Orders and the news of them, put together: what the API and the pages do, they do through this."""

import threading
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from ruanghijau.gateways.payments.simulator import orders as book
from ruanghijau.gateways.payments.simulator.notifications import Notifier, body_of
from ruanghijau.gateways.payments.simulator.orders import Order, Orders, Refused

# How often it is looked for orders whose time has passed, in seconds.
CLOCK = 1.0


class Simulation:
    """A gateway's orders. `url` is where people reach it, `notify` where it tells of payments."""

    def __init__(self, database: Path, server_key: str, url: str, notify: str, speed: float) -> None:
        self.orders, self.server_key, self.url, self._notify = Orders(database), server_key, url, notify
        self.notifier = Notifier(self.orders, server_key, speed)

    def start(self) -> None:
        """Begin to deliver what is waiting, and to let orders expire."""
        self.notifier.start()
        threading.Thread(target=self._expire_forever, daemon=True).start()

    def open(self, wish: Mapping[str, Any], notify: str | None) -> Order:
        """A payment page for an order."""
        return self.orders.open(wish, notify or self._notify)

    def page_url(self, order: Order) -> str:
        return f"{self.url}/snap/v4/redirection/{order['token']}"

    def change(self, order_id: str, action: str, fields: Mapping[str, Any]) -> Order:
        """Let something happen to an order, and tell of it; both are kept, or neither."""
        with self.orders.transaction():
            order = self.orders.get(order_id)
            before = dict(order, refunds=list(order["refunds"]), chargebacks=list(order["chargebacks"]))
            book.act(order, action, fields)
            self.orders.save(order)
            if order != before:
                self.notifier.tell(order)
        return order

    def told(self, order: Order) -> dict[str, Any]:
        """What the gateway says of an order."""
        return body_of(order, self.server_key)

    def _expire_forever(self) -> None:
        while True:
            for order_id in self.orders.overdue():
                with suppress(Refused):  # paid at this very moment
                    self.change(order_id, "expire", {})
            time.sleep(CLOCK)
