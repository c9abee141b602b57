"""Everything of the channel that is there as long as the server is, put together."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sanic import Blueprint

from assistant.channels.conversations import ChannelOutput, Conversations
from assistant.channels.database import open_database
from assistant.channels.delivery import Delivery
from assistant.channels.files import Files
from assistant.channels.host import Host
from assistant.channels.mailbox import Mailbox
from assistant.channels.messaging import Office
from assistant.channels.outbox import Outbox
from assistant.channels.reception import Reception
from assistant.channels.whatsapp.attendant import Attendant
from assistant.channels.whatsapp.customers import WHATSAPP, Customers
from assistant.channels.whatsapp.graph import Graph
from assistant.channels.whatsapp.pace import Pace
from assistant.channels.whatsapp.platform import WhatsAppPlatform
from assistant.channels.whatsapp.sent import Sent
from assistant.channels.whatsapp.settings import Settings
from assistant.channels.whatsapp.statuses import Statuses
from assistant.channels.whatsapp.templates import A_PERSON, Templates
from assistant.channels.whatsapp.webhook import REMEMBERED, Webhook
from assistant.clock import now
from assistant.texts import texts
from selfcare.received import ReceivedFiles


class WhatsAppOutput(ChannelOutput):
    """What the assistant says on WhatsApp."""

    def __init__(self, conversations: Conversations, customers: Customers) -> None:
        super().__init__(conversations)
        self._customers = customers

    @classmethod
    def name(cls) -> str:
        """The name by which `output_channel=latest` finds this channel."""
        return WHATSAPP

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        """Say it, and remember what it is about: the customer may have to be asked to read it."""
        topic = A_PERSON if message.get("from") else message.get("utter_action") or ""
        self._customers.note_waiting(recipient_id, topic, now())
        await super().send_response(recipient_id, message)


class WhatsAppOffice(Office):
    """The channel of one number of the operator's."""

    def __init__(self, settings: Settings, var: Path) -> None:
        db = open_database(var / "whatsapp-customers.db")
        self._settings = settings
        self._graph = Graph(settings)
        self._outbox = Outbox(var / "whatsapp.db")
        self._customers, self._sent = Customers(db), Sent(db)
        self._mailbox = Mailbox(db, settings.phone_id, REMEMBERED)
        platform = WhatsAppPlatform(
            self._graph,
            self._outbox,
            self._customers,
            self._sent,
            Pace(settings.seconds_apart),
            Templates.from_file(),
            texts(),
            now,
        )
        self._delivery = Delivery(platform, self._outbox)
        self._conversations = Conversations(WHATSAPP, self._delivery, self._outbox)

    def output(self) -> WhatsAppOutput:
        """Where the assistant says what it says."""
        return WhatsAppOutput(self._conversations, self._customers)

    def open(self, host: Host, files: ReceivedFiles, blueprint: Blueprint) -> None:
        """Add the webhook, before which `host` answers, to `blueprint`."""
        self._reception = Reception(host, self._outbox, self._conversations, self.output())
        self._attendant = Attendant(
            self._customers,
            self._mailbox,
            self._sent,
            self._outbox,
            self._conversations,
            self._delivery,
            self._reception,
            Files(WHATSAPP, self._graph.fetch, files, self._reception),
            texts(),
            now,
        )
        statuses = Statuses(self._customers, self._sent, self._delivery, now)
        Webhook(
            self._settings, self._customers, self._mailbox, statuses, self._attendant, now
        ).mount(blueprint)

    def tidy(self) -> None:
        """Forget the conversations that nobody goes on with, and what Meta sends no more."""
        self._outbox.forget_older_than(now())
        self._mailbox.forget_old(now())
        self._sent.forget_old(now())

    def resume(self) -> None:
        """Go on where the last run ended."""
        self._reception.resume()
        self._attendant.resume()
        self._delivery.resume()

    async def close(self) -> None:
        """Nothing more is said."""
        await self._graph.close()
