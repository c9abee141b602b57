"""How customers of Spain and the Americas name periods, sums, days and means."""

from datetime import date

import pytest

from selfcare.answers import (
    named_cycle,
    read_amount,
    read_cycle,
    read_day,
    read_means,
    read_step,
)
from selfcare.lexicon import is_only
from selfcare.money import Money
from tests.unit.selfcare.spoken import CYCLES, sunday

NOW = sunday("Europe/Madrid")


@pytest.mark.parametrize(
    ("said", "month"),
    [
        ("octubre", "2026-10"),
        ("en septiembre", "2026-09"),
        ("setiembre", "2026-09"),
        ("la de agosto", "2026-08"),
        ("factura de julio", "2026-07"),
        ("del mes de junio", "2026-06"),
        ("ago", "2026-08"),
        ("el mes pasado", "2026-09"),
        ("la última factura", "2026-09"),
        ("el último", "2026-09"),
        ("el recibo anterior", "2026-09"),
        ("la más reciente", "2026-09"),
        ("este mes", "2026-10"),
        ("el actual", "2026-10"),
        ("lo que va de mes", "2026-10"),
        ("la que aún no está facturada", "2026-10"),
        ("el segundo", "2026-09"),
        ("la tercera", "2026-08"),
        ("2", "2026-09"),
    ],
)
def test_a_period_is_named(said: str, month: str) -> None:
    cycle = read_cycle(said, "es", CYCLES)
    assert cycle is not None
    assert cycle.month == month


@pytest.mark.parametrize("said", ["no sé", "en marzo", "el penúltimo", "hace mucho"])
def test_words_that_name_no_period_we_have_are_none(said: str) -> None:
    assert read_cycle(said, "es", CYCLES) is None


@pytest.mark.parametrize(
    "said",
    ["ahora me cobran de más", "me han pasado un cargo", "la última llamada", "algo ha pasado"],
)
def test_a_wish_without_a_period_names_none(said: str) -> None:
    assert named_cycle(said, "es", CYCLES) is None


@pytest.mark.parametrize(
    ("said", "cents"),
    [
        ("45,50", 4550),
        ("45.50", 4550),
        ("45€", 4500),
        ("45'50", 4550),
        ("45’50 €", 4550),
        ("€ 45,50", 4550),
        ("1.200,00 €", 120000),
        ("1,200.50", 120050),
        ("unos 60 euros", 6000),
        ("45 euros con 50", 4550),
        ("45 euros y 50 céntimos", 4550),
        ("pagué 45 euros el 12 de octubre", 4500),
        ("el 12 de octubre pagué 45 euros", 4500),
        ("$350 pesos", 35000),
        ("cuarenta y cinco euros", 4500),
        ("cuarenta y cinco con cincuenta", 4550),
        ("veintidós euros", 2200),
        ("ciento veinte", 12000),
        ("doscientos euros", 20000),
        ("mil doscientos pesos", 120000),
        ("dos mil", 200000),
        ("cien", 10000),
        ("treinta y un euros", 3100),
        ("45 pavos", 4500),
        ("45 con 50", 4550),
        ("45 coma 50", 4550),
        ("el 12 con tarjeta pagué 45 euros", 4500),
        ("con tarjeta cuarenta euros y cincuenta céntimos", 4050),
    ],
)
def test_a_sum_is_read(said: str, cents: int) -> None:
    assert read_amount(said, "es", "EUR") == Money(cents, "EUR")


@pytest.mark.parametrize("said", ["no me acuerdo", "lo de siempre", "no sé, uno no se fija"])
def test_no_sum_is_none(said: str) -> None:
    assert read_amount(said, "es", "EUR") is None


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("hoy", date(2026, 10, 18)),
        ("ayer por la tarde", date(2026, 10, 17)),
        ("anteayer", date(2026, 10, 16)),
        ("antier", date(2026, 10, 16)),
        ("antes de ayer", date(2026, 10, 16)),
        ("hace tres días", date(2026, 10, 15)),
        ("hace dos semanas", date(2026, 10, 4)),
        ("el lunes", date(2026, 10, 12)),
        ("el lunes pasado", date(2026, 10, 12)),
        ("el viernes", date(2026, 10, 16)),
        ("el miércoles", date(2026, 10, 14)),
        ("5 de octubre", date(2026, 10, 5)),
        ("el cinco de octubre", date(2026, 10, 5)),
        ("el veinticinco de septiembre", date(2026, 9, 25)),
        ("treinta y uno de agosto", date(2026, 8, 31)),
        ("1º de octubre", date(2026, 10, 1)),
        ("el primero de octubre", date(2026, 10, 1)),
        ("5 oct", date(2026, 10, 5)),
        ("el 30 de setiembre del 2026", date(2026, 9, 30)),
        ("el 12 de octubre a las 15", date(2026, 10, 12)),
        ("pagué el 3 de octubre en el banco", date(2026, 10, 3)),
        ("hoy veo que el 3 de octubre pagué", date(2026, 10, 3)),
        ("el 5", date(2026, 10, 5)),
        ("el día 30", date(2026, 9, 30)),
        ("el día 5 de este mes", date(2026, 10, 5)),
        ("el 3 del mes pasado", date(2026, 9, 3)),
        ("5/10", date(2026, 10, 5)),
        ("05/10/2026", date(2026, 10, 5)),
        ("5-10-26", date(2026, 10, 5)),
        ("2026-10-05", date(2026, 10, 5)),
        ("mañana", date(2026, 10, 19)),
    ],
)
def test_a_day_is_read(said: str, day: date) -> None:
    assert read_day(said, "es", NOW) == day


@pytest.mark.parametrize("said", ["no me acuerdo", "no", "en octubre", "no sé", "ya pagué"])
def test_words_without_a_day_are_no_date(said: str) -> None:
    assert read_day(said, "es", NOW) is None


@pytest.mark.parametrize(
    ("said", "means"),
    [
        ("con tarjeta", "card"),
        ("con la Visa", "card"),
        ("con tarjeta en la tienda", "card"),
        ("con la tarjeta del banco", "card"),
        ("por transferencia", "transfer"),
        ("por Bizum", "transfer"),
        ("con un SPEI", "transfer"),
        ("lo tengo domiciliado en el banco", "direct_debit"),
        ("me lo cargan automáticamente", "direct_debit"),
        ("en efectivo", "cash"),
        ("en efectivo en el banco", "cash"),
        ("en el OXXO", "cash"),
        ("en Correos", "cash"),
        ("de otra forma", "other"),
        ("con PayPal", "other"),
        ("no sé", None),
    ],
)
def test_means_of_payment_are_recognised(said: str, means: "str | None") -> None:
    assert read_means(said, "es") == means


@pytest.mark.parametrize(
    "said",
    [
        "no",
        "No, gracias.",
        "nada más",
        "eso es todo",
        "No, eso es todo, gracias",
        "no, nada",
        "sin comentarios",
        "no hace falta",
        "así está bien",
        "ya sería todo",
        "es todo, muchas gracias",
    ],
)
def test_nothing_to_add_is_recognised(said: str) -> None:
    assert is_only("es", said, "nothing_to_add")


@pytest.mark.parametrize("said", ["no funcionaba nada", "no fui yo", "nada de eso es mío"])
def test_a_story_that_begins_with_no_is_kept(said: str) -> None:
    assert not is_only("es", said, "nothing_to_add")


@pytest.mark.parametrize(
    ("said", "step"),
    [
        ("las llamadas", "calls"),
        ("quiero quitar una llamada", "calls"),
        ("el motivo", "reason"),
        ("la razón está mal", "reason"),
        ("mi comentario", "words"),
        ("quiero agregar algo", "words"),
        ("el importe", "payment"),
        ("el monto del pago", "payment"),
        ("la fecha", "payment"),
        ("la forma de pago", "payment"),
        ("la factura", "bill"),
        ("el mes", "bill"),
        ("buenos días", None),
        ("que me llame una persona", None),
    ],
)
def test_what_to_change_is_recognised(said: str, step: "str | None") -> None:
    assert read_step(said, "es") == step
