"""Sends mail: into a folder, through an SMTP server, or into a list that a test reads."""

from ruanghijau.gateways.mail.errors import (
    InvalidMessage,
    MailError,
    MailRejected,
    MailTemporaryFailure,
)
from ruanghijau.gateways.mail.folder import FolderMailer
from ruanghijau.gateways.mail.message import Message
from ruanghijau.gateways.mail.port import Mailer
from ruanghijau.gateways.mail.recording import RecordingMailer
from ruanghijau.gateways.mail.smtp import SmtpMailer

__all__ = [
    "FolderMailer",
    "InvalidMessage",
    "MailError",
    "MailRejected",
    "MailTemporaryFailure",
    "Mailer",
    "Message",
    "RecordingMailer",
    "SmtpMailer",
]
