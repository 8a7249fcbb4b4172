"""The two ways in which a mail can fail; they differ in whether trying again makes sense."""


class MailError(Exception):
    """A mail was not handed over."""


class MailTemporaryFailure(MailError):
    """The server is down, busy or wrongly set up: the same mail may pass later."""


class MailRejected(MailError):
    """The mail will never be taken: for an unknown recipient, for example."""


class InvalidMessage(MailRejected):
    """The message cannot be a mail: a line break in a header, or an address that is none."""
