"""Everything of the channel that is there as long as the server is, put together."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from assistant.channels.conversations import ChannelOutput, Conversations
from assistant.channels.delivery import Delivery
from assistant.channels.host import Host
from assistant.channels.outbox import Outbox
from assistant.channels.reception import Reception
from assistant.channels.whatsapp.attendant import Attendant
from assistant.channels.whatsapp.customers import WHATSAPP, Customers
from assistant.channels.whatsapp.database import open_database
from assistant.channels.whatsapp.files import Files
from assistant.channels.whatsapp.graph import Graph
from assistant.channels.whatsapp.mailbox import Mailbox
from assistant.channels.whatsapp.pace import Pace
from assistant.channels.whatsapp.platform import WhatsAppPlatform
from assistant.channels.whatsapp.sent import Sent
from assistant.channels.whatsapp.settings import Settings
from assistant.channels.whatsapp.statuses import Statuses
from assistant.channels.whatsapp.templates import A_PERSON, Templates
from assistant.channels.whatsapp.webhook import Webhook
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


class Office:
    """The channel of one number of the operator's."""

    def __init__(self, settings: Settings, var: Path) -> None:
        var.mkdir(parents=True, exist_ok=True)
        db = open_database(var / "whatsapp-customers.db")
        self.settings = settings
        self.graph = Graph(settings)
        self.outbox = Outbox(var / "whatsapp.db")
        self.customers, self.mailbox, self.sent = Customers(db), Mailbox(db), Sent(db)
        platform = WhatsAppPlatform(
            self.graph,
            self.outbox,
            self.customers,
            self.sent,
            Pace(settings.seconds_apart),
            Templates.from_file(),
            texts(),
            now,
        )
        self.delivery = Delivery(platform, self.outbox)
        self.conversations = Conversations(WHATSAPP, self.delivery, self.outbox)

    def output(self) -> WhatsAppOutput:
        """Where the assistant says what it says."""
        return WhatsAppOutput(self.conversations, self.customers)

    def open(self, host: Host, files: ReceivedFiles) -> tuple[Webhook, Callable[[], None]]:
        """The webhook, and what goes on where the last run ended."""
        reception = Reception(host, self.outbox, self.conversations, self.output())
        attendant = Attendant(
            self.customers,
            self.mailbox,
            self.sent,
            self.outbox,
            self.conversations,
            self.delivery,
            reception,
            Files(self.graph, files),
            texts(),
            now,
        )
        statuses = Statuses(self.customers, self.sent, self.delivery, now)

        def resume() -> None:
            self.mailbox.forget_old(now())
            self.sent.forget_old(now())
            reception.resume()
            attendant.resume()
            self.delivery.resume()

        webhook = Webhook(self.settings, self.customers, self.mailbox, statuses, attendant, now)
        return webhook, resume
