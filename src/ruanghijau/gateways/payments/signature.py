"""The signature of Midtrans' notifications ("HTTP(S) Notification / Webhooks", "Verifying authenticity")."""

import hashlib
import hmac
from collections.abc import Mapping
from typing import Any

SIGNED = ("order_id", "status_code", "gross_amount")


def signature_of(order_id: str, status_code: str, gross_amount: str, server_key: str) -> str:
    """SHA-512 over the four texts as they are sent, in lower-case hexadecimal."""
    words = f"{order_id}{status_code}{gross_amount}{server_key}"
    return hashlib.sha512(words.encode("utf-8", "surrogatepass")).hexdigest()


def is_signed(notification: Mapping[str, Any], server_key: str) -> bool:
    """Whether a notification bears the signature of this key; compared in constant time."""
    signed = [value for name in SIGNED if isinstance(value := notification.get(name), str)]
    given = notification.get("signature_key")
    if not isinstance(given, str) or len(signed) != len(SIGNED):
        return False
    order_id, status_code, gross_amount = signed
    expected = signature_of(order_id, status_code, gross_amount, server_key)
    return hmac.compare_digest(expected.encode(), given.encode("utf-8", "surrogatepass"))
