"""The demonstration's customers: invented people, plausible numbers.

Numbers come from ranges kept free for films where a country has them and the numbering plan
counts them as valid (France 01 99 00, 02 61 91; Great Britain 020 7946 0; Germany 030 23125;
United States 555-01), otherwise from the neighbourhood of the numbering plan's own examples.
In a pattern each # is a random digit.
"""

from dataclasses import dataclass

PASSWORD = "aclaro-demo"

ABROAD = {
    "MA": ("+212520123###", "+212650123###"),
    "GB": ("+442079460###",),
    "FR": ("+33199001###",),
    "DE": ("+4930231251##",),
    "US": ("+121255501##",),
    "ES": ("+34910123###",),
    "PL": ("+48123456###",),
    "UA": ("+380501234###",),
}


@dataclass(frozen=True)
class Tariff:
    """Set-up price of a call and price a minute, tax included, in millionths of the unit."""

    setup: int
    minute: int


@dataclass(frozen=True)
class DemoLine:
    """A number; `charged` are the call types that its plan does not include, by weight, and
    `promised_ppm` is how available it shall be.
    """

    number: str
    plan: str
    monthly_fee: int
    included: tuple[str, ...]
    charged: tuple[tuple[str, int], ...]
    promised_ppm: int | None = None


@dataclass(frozen=True)
class NightCall:
    """The painful one: an expensive call, at night, that nobody remembers."""

    call_type: str
    called_number: str
    country: str
    duration: int


@dataclass(frozen=True)
class DemoCustomer:
    """A customer; `latest_bill_paid` are the parts, in per cent, paid of the latest bill."""

    user_name: str
    id: str
    name: str
    language: str
    country: str
    currency: str
    time_zone: str
    tax_rate: int
    lines: tuple[DemoLine, ...]
    local: str
    mobile: str
    premium: str
    abroad: tuple[str, ...]
    tariffs: dict[str, Tariff]
    night_call: NightCall
    means: str
    latest_bill_paid: tuple[int, ...]
    claim: str
    settled_claim: str


LANDLINE_CHARGED = (("mobile", 6), ("international", 3), ("premium", 1))
MOBILE_CHARGED = (("international", 5), ("roaming", 4), ("premium", 1))


def _tariffs(scale: float) -> dict[str, Tariff]:
    """A price list in euros, scaled to what a euro is worth in the customer's currency."""
    euros = {
        "local": (0.0, 0.0),
        "mobile": (0.1815, 0.23),
        "international": (0.3025, 0.415),
        "premium": (0.3025, 1.1858),
        "roaming": (0.2299, 0.6437),
    }
    return {
        call_type: Tariff(round(setup * scale * 1_000_000), round(minute * scale * 1_000_000))
        for call_type, (setup, minute) in euros.items()
    }


CUSTOMERS = (
    DemoCustomer(
        user_name="demo-es",
        id="C-1001",
        name="Ana Belén Castro Ruiz",
        language="es",
        country="ES",
        currency="EUR",
        time_zone="Europe/Madrid",
        tax_rate=2100,
        lines=(
            DemoLine("+34910123471", "Telvia Casa", 1490, ("local",), LANDLINE_CHARGED, 995_000),
            DemoLine("+34612345182", "Telvia Móvil", 1290, ("local", "mobile"), MOBILE_CHARGED),
        ),
        local="+34910123###",
        mobile="+34612345###",
        premium="+34806123###",
        abroad=("MA", "FR", "GB", "DE"),
        tariffs=_tariffs(1.0),
        night_call=NightCall("premium", "+34806123457", "ES", 33 * 60 + 28),
        means="direct_debit",
        latest_bill_paid=(),
        claim="No reconozco esta llamada.",
        settled_claim="Me han cobrado estas llamadas y no las hice.",
    ),
    DemoCustomer(
        user_name="demo-fr",
        id="C-1002",
        name="Camille Lefèvre",
        language="fr",
        country="FR",
        currency="EUR",
        time_zone="Europe/Paris",
        tax_rate=2000,
        lines=(
            DemoLine("+33199001274", "Telvia Maison", 1599, ("local",), LANDLINE_CHARGED, 995_000),
            DemoLine("+33612345638", "Telvia Mobile", 1299, ("local", "mobile"), MOBILE_CHARGED),
            DemoLine("+33261911905", "Telvia Pro", 1999, ("local",), LANDLINE_CHARGED, 995_000),
        ),
        local="+33199001###",
        mobile="+33612345###",
        premium="+33899123###",
        abroad=("MA", "ES", "GB", "DE"),
        tariffs=_tariffs(1.0),
        night_call=NightCall("international", "+212650123864", "MA", 95 * 60 + 12),
        means="direct_debit",
        latest_bill_paid=(40,),
        claim="Je ne reconnais pas cet appel.",
        settled_claim="Ces appels m’ont été facturés et je ne les ai pas passés.",
    ),
    DemoCustomer(
        user_name="demo-pl",
        id="C-1003",
        name="Agnieszka Wiśniewska",
        language="pl",
        country="PL",
        currency="PLN",
        time_zone="Europe/Warsaw",
        tax_rate=2300,
        lines=(
            DemoLine("+48123456729", "Telvia Dom", 4500, ("local",), LANDLINE_CHARGED, 995_000),
            DemoLine("+48512345916", "Telvia Mobilna", 3900, ("local", "mobile"), MOBILE_CHARGED),
        ),
        local="+48123456###",
        mobile="+48512345###",
        premium="+48701234###",
        abroad=("DE", "GB", "UA", "MA"),
        tariffs=_tariffs(4.3),
        night_call=NightCall("premium", "+48701234567", "PL", 33 * 60 + 41),
        means="bank_transfer",
        latest_bill_paid=(),
        claim="Nie rozpoznaję tego połączenia.",
        settled_claim="Naliczono mi te połączenia, a ich nie było.",
    ),
    DemoCustomer(
        user_name="demo-en",
        id="C-1004",
        name="Oliver Hughes",
        language="en",
        country="GB",
        currency="GBP",
        time_zone="Europe/London",
        tax_rate=2000,
        lines=(
            DemoLine("+442079460317", "Telvia Home", 1450, ("local",), LANDLINE_CHARGED, 995_000),
            DemoLine("+447400123852", "Telvia Mobile", 1200, ("local", "mobile"), MOBILE_CHARGED),
        ),
        local="+442079460###",
        mobile="+447400123###",
        premium="+449012345###",
        abroad=("MA", "FR", "ES", "US"),
        tariffs=_tariffs(0.86),
        night_call=NightCall("international", "+212520123469", "MA", 96 * 60 + 5),
        means="card",
        latest_bill_paid=(30, 20),
        claim="I do not recognise this call.",
        settled_claim="I was charged for these calls and did not make them.",
    ),
)
