"""Mail that the assistant sends: a port, and the adapter to a mail server."""

import smtplib
import ssl
from abc import ABC, abstractmethod
from collections.abc import Callable
from email.message import EmailMessage
from email.utils import formatdate, make_msgid
from urllib.parse import unquote, urlsplit

from selfcare.errors import Unavailable

#: Seconds that a mail server has to answer.
TIMEOUT = 10.0
#: By the address's scheme: SMTP with STARTTLS where the server has it, and SMTP over TLS.
PORTS = {"smtp": 587, "smtps": 465}

#: The subject and the body of a mail with a code: for (code, report's number, language).
Words = Callable[[str, str, str], "tuple[str, str]"]


class Mail(ABC):
    """Sends mail."""

    @abstractmethod
    def send_code(self, address: str, code: str, number: str, language: str) -> None:
        """A code for the status of the report of that number. Raises Unavailable."""


class SmtpMail(Mail):
    """By the server at `url`: smtp://user:password@host:port, or smtps://…

    A password goes over TLS only.
    """

    def __init__(self, url: str, sender: str, words: Words) -> None:
        self._url = urlsplit(url)
        if self._url.scheme not in PORTS or not self._url.hostname:
            raise ValueError("SMTP_URL is like smtp://user:password@host:587")
        self._sender = sender
        self._words = words

    def send_code(self, address: str, code: str, number: str, language: str) -> None:
        message = EmailMessage()
        message["From"], message["To"] = self._sender, address
        message["Date"], message["Message-ID"] = formatdate(), make_msgid()
        message["Auto-Submitted"] = "auto-generated"  # RFC 3834: no reply of a machine, please
        message["Subject"], body = self._words(code, number, language)
        message.set_content(body)
        message["Content-Language"] = language
        try:
            with self._connected() as server:
                server.send_message(message)
        except (OSError, smtplib.SMTPException) as error:
            raise Unavailable(f"the mail server: {type(error).__name__}") from error

    def _connected(self) -> smtplib.SMTP:
        url, context = self._url, ssl.create_default_context()
        host, port = str(url.hostname), url.port or PORTS[url.scheme]
        if url.scheme == "smtps":
            server: smtplib.SMTP = smtplib.SMTP_SSL(host, port, timeout=TIMEOUT, context=context)
        else:
            server = smtplib.SMTP(host, port, timeout=TIMEOUT)
            server.ehlo()
            if server.has_extn("starttls"):
                server.starttls(context=context)
                server.ehlo()
            elif url.username:
                server.close()
                raise smtplib.SMTPNotSupportedError("no TLS: the password is not sent")
        if url.username:
            server.login(unquote(url.username), unquote(url.password or ""))
        return server
