"""How mail goes through a real SMTP server, and what is made of its refusals."""

import socket
import threading

import pytest
from mail_samples import SENDER, message
from smtp_server import Mailbox, smtp_server

from ruanghijau.gateways.mail import MailRejected, MailTemporaryFailure, SmtpMailer


def _plain(port: int, timeout: float = 5.0) -> SmtpMailer:
    return SmtpMailer("127.0.0.1", port, sender=SENDER, security="none", timeout=timeout)


@pytest.mark.parametrize("verb", ["MAIL", "RCPT", "DATA"])
@pytest.mark.parametrize("reply", ["421 4.3.2 closing", "450 4.2.0 greylisted", "452 4.2.2 full"])
def test_a_refusal_for_now_is_temporary(verb: str, reply: str) -> None:
    box = Mailbox({verb: reply})
    with smtp_server(box) as port, pytest.raises(MailTemporaryFailure, match=reply[:3]):
        _plain(port).send(message())
    assert not box.taken


@pytest.mark.parametrize("verb", ["MAIL", "RCPT", "DATA"])
@pytest.mark.parametrize("reply", ["550 5.1.1 no such user", "552 5.3.4 too big", "554 5.7.1 spam"])
def test_a_refusal_for_good_is_a_rejection(verb: str, reply: str) -> None:
    box = Mailbox({verb: reply})
    with smtp_server(box) as port, pytest.raises(MailRejected, match=reply[:3]):
        _plain(port).send(message())
    assert not box.taken


def test_a_server_that_wants_a_password_first_is_set_up_wrongly_and_rejects_no_mail() -> None:
    box = Mailbox({"MAIL": "530 5.7.0 Authentication required"})
    with smtp_server(box) as port, pytest.raises(MailTemporaryFailure, match="530"):
        _plain(port).send(message())


def test_one_refused_mail_does_not_keep_the_next_from_being_sent() -> None:
    replies = {"RCPT": "550 5.1.1 no such user"}
    box = Mailbox(replies)
    with smtp_server(box) as port:
        mailer = _plain(port)
        with pytest.raises(MailRejected):
            mailer.send(message())
        replies.clear()
        mailer.send(message())
    assert len(box.taken) == 1


def test_a_mail_that_was_taken_is_sent_even_if_the_farewell_fails() -> None:
    box = Mailbox({"QUIT": "421 4.3.2 I am off"})
    with smtp_server(box) as port:
        _plain(port).send(message())
    assert len(box.taken) == 1


def test_a_connection_lost_before_the_answer_is_temporary() -> None:
    with smtp_server(Mailbox({"DATA": "hang up"})) as port, pytest.raises(MailTemporaryFailure):
        _plain(port).send(message())


def test_nobody_there_is_temporary() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    with pytest.raises(MailTemporaryFailure):
        _plain(port).send(message())


def test_a_silent_server_is_not_waited_for_longer_than_asked() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(MailTemporaryFailure):
        _plain(silent.getsockname()[1], timeout=0.2).send(message())


def test_a_server_of_another_kind_is_temporary() -> None:
    with socket.create_server(("127.0.0.1", 0)) as web:

        def answer() -> None:
            connection, _ = web.accept()
            with connection:
                connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

        thread = threading.Thread(target=answer)
        thread.start()
        with pytest.raises(MailTemporaryFailure):
            _plain(web.getsockname()[1], timeout=2).send(message())
        thread.join()


def test_the_envelope_names_one_recipient_and_the_bare_sender() -> None:
    box = Mailbox()
    with smtp_server(box) as port:
        _plain(port).send(message(to="budi+kampanye@contoh.example"))
    assert box.taken[0].mail_from == "halo@ruanghijau.example"
    assert box.taken[0].rcpt_tos == ["budi+kampanye@contoh.example"]


def test_a_foreign_domain_is_written_in_ascii() -> None:
    box = Mailbox()
    with smtp_server(box) as port:
        _plain(port).send(message(to="budi@bücher.example"))
    assert box.taken[0].rcpt_tos == ["budi@xn--bcher-kva.example"]


def test_a_foreign_name_reaches_a_server_that_takes_it() -> None:
    box = Mailbox()
    with smtp_server(box, enable_SMTPUTF8=True) as port:
        _plain(port).send(message(to="böđi@contoh.example"))
    assert box.taken[0].rcpt_tos == ["böđi@contoh.example"]
    assert "SMTPUTF8" in box.taken[0].mail_options
    content = box.taken[0].content
    assert isinstance(content, bytes)
    assert "To: böđi@contoh.example\r\n".encode() in content


def test_a_foreign_name_is_rejected_by_a_server_that_does_not() -> None:
    with smtp_server(Mailbox()) as port, pytest.raises(MailRejected):
        _plain(port).send(message(to="böđi@contoh.example"))


def test_a_long_address_and_a_long_link_stay_as_they_are() -> None:
    box, link = Mailbox(), f"<https://ruanghijau.example/berhenti?t={'a' * 300}>"
    to = f"{'b' * 60}@{'c' * 60}.{'d' * 60}.example"
    with smtp_server(box) as port:
        _plain(port).send(message(to=to, headers={"List-Unsubscribe": link}))
    content = box.taken[0].content
    assert isinstance(content, bytes)
    assert f"\r\nTo: {to}\r\n".encode() in content
    assert f"\r\nList-Unsubscribe: {link}\r\n".encode() in content
    assert content.isascii()
