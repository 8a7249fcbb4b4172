"""Google's part on loopback: it publishes its keys and signs what a test wants it to."""

import base64
import hashlib
import hmac
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import jwt
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT_ID = "ruang-hijau.apps.googleusercontent.com"
PERSON = {
    "iss": "https://accounts.google.com",
    "aud": CLIENT_ID,
    "sub": "110169484474386276334",
    "email": "sari@contoh.id",
    "email_verified": True,
    "name": "Sari Lestari",
}


@cache
def key(name: str) -> rsa.RSAPrivateKey:
    """A private key of this test run, the same for the same name."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def claims(**changes: Any) -> dict[str, Any]:
    """What Google says of a person; None leaves a claim out."""
    now = int(time.time())
    told = PERSON | {"iat": now, "exp": now + 3600} | changes
    return {name: value for name, value in told.items() if value is not None}


def signed(signer: str = "google", kid: str | None = "google", **changes: Any) -> str:
    return jwt.encode(
        claims(**changes), key(signer), algorithm="RS256", headers={"kid": kid} if kid else None
    )


def unsigned() -> str:
    return jwt.encode(claims(), None, algorithm="none", headers={"kid": "google"})


def signed_with_the_public_key() -> str:
    """The classic confusion: Google's public key, used as if it were a shared secret."""
    pem = (
        key("google")
        .public_key()
        .public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    )
    parts = [{"alg": "HS256", "typ": "JWT", "kid": "google"}, claims()]
    signed_part = b".".join(_base64(json.dumps(part).encode()) for part in parts)
    signature = hmac.digest(pem, signed_part, hashlib.sha256)
    return (signed_part + b"." + _base64(signature)).decode()


def header_only(header: bytes) -> str:
    """A token with this header, and nothing to trust in it."""
    return b".".join([_base64(header), _base64(b"{}"), _base64(b"signature")]).decode()


def _base64(data: bytes) -> bytes:
    return base64.urlsafe_b64encode(data).rstrip(b"=")


class KeyServer:
    """Serves `body` with `status`; its keys at first."""

    def __init__(self, port: int) -> None:
        self.url = f"http://127.0.0.1:{port}/certs"
        self.status = 200
        self.body = b""
        self.asked = 0
        self.publish("google")

    def publish(self, *names: str) -> None:
        keys = [
            jwt.algorithms.RSAAlgorithm.to_jwk(key(name).public_key(), as_dict=True)
            | {"kid": name, "use": "sig", "alg": "RS256"}
            for name in names
        ]
        self.body = json.dumps({"keys": keys}).encode()


@contextmanager
def key_server() -> Iterator[KeyServer]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            server.asked += 1
            self.send_response(server.status)
            self.end_headers()
            self.wfile.write(server.body)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listener:
        server = KeyServer(listener.server_port)
        thread = threading.Thread(target=listener.serve_forever, args=(0.01,))
        thread.start()
        yield server
        listener.shutdown()
        thread.join()
