"""`create_app`: the one place where settings, parts and blueprints meet."""

from typing import Any

from apiflask import APIFlask
from flask import request
from flask.typing import ResponseReturnValue
from flask_cors import CORS
from flask_jwt_extended import JWTManager
from werkzeug.datastructures import FileStorage
from werkzeug.middleware.proxy_fix import ProxyFix

from ruanghijau import blueprints
from ruanghijau.assembly import assemble
from ruanghijau.config import Settings
from ruanghijau.db.session import ATTEMPTS, is_contention
from ruanghijau.runtime import Runtime
from ruanghijau.web import errors, limits, openapi, requests, routing
from ruanghijau.worker.queue import waker

READING = frozenset({"GET", "HEAD", "OPTIONS"})


class RuangHijau(APIFlask):
    """The web application: each request runs on the platform's parts, in one transaction."""

    runtime: Runtime

    def dispatch_request(self) -> ResponseReturnValue:
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return self._dispatch_in_transaction()
            except Exception as error:
                if attempt == ATTEMPTS or not is_contention(error):
                    raise
                _rewind_files()
        raise AssertionError("the loop returns or raises")

    def _dispatch_in_transaction(self) -> ResponseReturnValue:
        writes = request.method not in READING
        # Turned into a response here, so that whatever loading a row needs happens in the transaction.
        with self.runtime.active(), self.runtime.database.transaction(write=writes):
            return self.make_response(super().dispatch_request())


def create_app(settings: Settings | None = None, **parts: Any) -> RuangHijau:
    """Build the application. `parts` replace single parts of the runtime (see `assemble`)."""
    settings = settings or Settings()
    app = RuangHijau(
        __name__,
        title="Ruang Hijau",
        version="1.0",
        docs_path=None,
        spec_path=None,
        static_folder=None,  # type: ignore[arg-type]
    )
    app.runtime = assemble(settings, **{"wake": waker(settings)} | parts)
    _configure(app, settings)
    routing.register(app)
    requests.register(app)
    errors.register(app)
    limits.register(app, settings)
    for blueprint in blueprints.ALL:
        app.register_blueprint(blueprint)
    openapi.register(app)
    return app


def _configure(app: RuangHijau, settings: Settings) -> None:
    secret = settings.secret_key.get_secret_value()
    app.config.update(
        SECRET_KEY=secret,
        JWT_SECRET_KEY=secret,
        JWT_ALGORITHM="HS256",
        MAX_CONTENT_LENGTH=settings.max_content_length,
        # Flask counts form fields apart from files, at half a megabyte; a long post is more than that.
        MAX_FORM_MEMORY_SIZE=settings.max_content_length,
        SESSION_PERMANENT=settings.session_permanent,
        SESSION_COOKIE_SECURE=settings.session_cookie_secure,
        SESSION_COOKIE_SAMESITE=settings.session_cookie_samesite,
        SESSION_COOKIE_HTTPONLY=True,
    )
    app.json.sort_keys = False  # type: ignore[attr-defined]
    JWTManager(app)
    CORS(
        app,
        resources={r"/api/*": {"origins": list(settings.cors_origins)}},
        supports_credentials=True,
        allow_headers=["Content-Type", "Authorization", "Accept-Language", "Idempotency-Key"],
        expose_headers=["X-Request-ID", "Retry-After"],
    )
    if settings.trusted_proxies:
        hops = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]


def _rewind_files() -> None:
    for file in request.files.values():
        if isinstance(file, FileStorage):
            file.stream.seek(0)
