"""What the operator of the adapter's tests answers, and what is filed with it."""

from datetime import date

from selfcare.account import Home
from selfcare.dispute import Dispute, Payment
from tests.unit.selfcare.fakes import OCTOBER, euros

#: Somewhere else than its account, so that a test can tell the two.
HOME = Home("GBP", "Europe/London", "GB")
ITS_ACCOUNT = {
    "id": "BA-1",
    "name": "Ana Castro",
    "currency": "EUR",
    "timeZone": "Europe/Madrid",
    "country": "ES",
}
ITS_TICKET = {
    "id": "DSP-068V-CD18",
    "status": "acknowledged",
    "creationDate": "2026-11-18T23:30:00Z",
    "disputeReason": "fraud",
    "externalId": "key-1",
}
OFFERED = {
    **ITS_TICKET,
    "status": "pending",
    "disputedAmount": {"unit": "EUR", "value": 9.99},
    "creditOffer": {
        "amount": {"unit": "EUR", "value": 4.5},
        "offeredAt": "2026-11-20T09:00:00Z",
    },
}
QUESTION = {"author": "operator", "date": "2026-11-19T09:00:00Z", "text": "¿Desde dónde?"}
ANSWER = {"author": "C-1", "date": "2026-11-19T10:00:00Z", "text": "Desde casa"}
CALLS_DISPUTE = Dispute("key-1", "web", "fraud", "No he sido yo", calls=tuple(OCTOBER[1:3]))
PAYMENT_DISPUTE = Dispute(
    "key-2",
    "web",
    "payment_not_credited",
    "",
    payment=Payment(euros(4550), date(2026, 11, 9), "card"),
)
