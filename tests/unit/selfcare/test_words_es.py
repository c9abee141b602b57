"""How customers of Spain and the Americas choose calls, name periods, sums, days and means."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from selfcare.answers import (
    named_cycle,
    read_amount,
    read_cycle,
    read_day,
    read_means,
    read_step,
)
from selfcare.bills import Bill, BillingCycle
from selfcare.calls import Call
from selfcare.choice import Choice, read_choice
from selfcare.lexicon import is_only
from selfcare.money import Money

MADRID = ZoneInfo("Europe/Madrid")
#: A Sunday.
NOW = datetime(2026, 10, 18, 15, 0, tzinfo=MADRID)


def _call(number: str, kind: str, country: str, seconds: int, cents: int) -> Call:
    price = Money(cents, "EUR")
    return Call(number, "line", NOW, number, kind, country, seconds, price, "bill", None)


CALLS = [
    _call("+34600111222", "mobile", "ES", 65, 121),
    _call("+212661234567", "international", "MA", 600, 840),
    _call("+34911234568", "local", "ES", 30, 45),
    _call("+525512345678", "international", "MX", 1200, 310),
    _call("+34806555666", "premium", "ES", 90, 999),
    _call("+212522998877", "international", "MA", 60, 250),
]
ALL = (1, 2, 3, 4, 5, 6)


def _cycle(month: int, days: int, is_billed: bool = True) -> BillingCycle:
    first, last = date(2026, month, 1), date(2026, month, days)
    nothing = Money(0, "EUR")
    bill = Bill(f"b{month}", f"F-{month}", first, last, nothing, nothing, None)
    return BillingCycle(first, last, bill if is_billed else None)


CYCLES = [
    _cycle(10, 31, is_billed=False),
    _cycle(9, 30),
    _cycle(8, 31),
    _cycle(7, 31),
    _cycle(6, 30),
    _cycle(5, 31),
]


@pytest.mark.parametrize(
    ("said", "positions"),
    [
        ("2", (2,)),
        ("la 2", (2,)),
        ("La 2ª", (2,)),
        ("la 2a y la 3a", (2, 3)),
        ("2 y 4", (2, 4)),
        ("“2 y 4”", (2, 4)),
        ("la dos y la cuatro", (2, 4)),
        ("las 2, 3 y 5", (2, 3, 5)),
        ("1,3", (1, 3)),
        ("1 2 3", (1, 2, 3)),
        ("2-4", (2, 3, 4)),
        ("de la 2 a la 4", (2, 3, 4)),
        ("desde la segunda hasta la cuarta", (2, 3, 4)),
        ("de la uno a la tres", (1, 2, 3)),
        ("del 2 al 4", (2, 3, 4)),
        ("la segunda y la cuarta", (2, 4)),
        ("la tercera por favor", (3,)),
        ("el tercero", (3,)),
        ("número 5", (5,)),
        ("la nro. 5", (5,)),
        ("la n.º 5", (5,)),
        ("la número tres y la cinco", (3, 5)),
        ("la 2 y la 4 están mal", (2, 4)),
        ("marque la 1 y la 6", (1, 6)),
        ("la 2 me la cobraron dos veces", (2,)),
        ("la 2 es la segunda vez que pasa", (2,)),
        ("la 3, esa no es mía", (3,)),
        ("la 4, hecha sin mi permiso", (4,)),
        ("la 4 sin más", (4,)),
        ("la cuarta llamada", (4,)),
        ("todas", ALL),
        ("todas ellas", ALL),
        ("todo", ALL),
        ("toditas", ALL),
        ("todas las llamadas", ALL),
        ("quiero reclamarlas todas", ALL),
        ("las seis", ALL),
        ("todas menos la tercera", (1, 2, 4, 5, 6)),
        ("todas menos 3", (1, 2, 4, 5, 6)),
        ("todas excepto la 1 y la 6", (2, 3, 4, 5)),
        ("todas salvo la última", (1, 2, 3, 4, 5)),
        ("todas, pero la 3 no", (1, 2, 4, 5, 6)),
        ("todas quitando la segunda", (1, 3, 4, 5, 6)),
        ("todas sin la segunda", (1, 3, 4, 5, 6)),
        ("de la 1 a la 4 menos la 3", (1, 2, 4)),
        ("las de Marruecos menos la sexta", (2,)),
        ("la última", (6,)),
        ("la de hasta abajo", (6,)),
        ("la de arriba", (1,)),
        ("las dos últimas", (5, 6)),
        ("las últimas dos", (5, 6)),
        ("las tres primeras", (1, 2, 3)),
        ("las primeras tres llamadas", (1, 2, 3)),
        ("la primera y la última", (1, 6)),
        ("la más cara", (5,)),
        ("la que más costó", (5,)),
        ("la más larga", (4,)),
        ("la que más duró", (4,)),
        ("las de Marruecos", (2, 6)),
        ("las llamadas a marruecos", (2, 6)),
        ("las dos llamadas a Marruecos", (2, 6)),
        ("las marroquíes", (2, 6)),
        ("la de México", (4,)),
        ("la de Méjico", (4,)),
        ("las de más de 3 euros", (2, 4, 5)),
        ("las que pasan de 5 euros", (2, 5)),
        ("las superiores a 5 €", (2, 5)),
        ("la de 9,99", (5,)),
        ("la de 8 euros", (2,)),
        ("la de 1,21 €", (1,)),
        ("las de menos de 2 euros", (1, 3)),
        ("600 111 222", (1,)),
        ("la del 806555666", (5,)),
        ("al número 806 55 56 66", (5,)),
        ("la que termina en 567", (2,)),
    ],
)
def test_calls_are_chosen_as_they_are_said_in_spanish(
    said: str, positions: "tuple[int, ...]"
) -> None:
    assert read_choice(said, "es", CALLS) == Choice(positions)


@pytest.mark.parametrize(
    "said", ["las dos", "los dos", "ambas", "las 2", "las dos llamadas", "1 y 2"]
)
def test_both_of_two_calls_are_both(said: str) -> None:
    assert read_choice(said, "es", CALLS[:2]) == Choice((1, 2))


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        ("la séptima", (7,)),
        ("la treinta y uno", (31,)),
        ("la 2 y la 9", (9,)),
        ("la 22", (22,)),
    ],
)
def test_positions_that_the_list_lacks_are_reported(said: str, missing: "tuple[int, ...]") -> None:
    choice = read_choice(said, "es", CALLS)
    assert choice is not None
    assert choice.missing == missing


@pytest.mark.parametrize(
    "said",
    [
        "no sé",
        "ninguna",
        "está todo bien",
        "todo bien gracias",
        "sin más",
        "nada más",
        "me cobraron dos veces",
        "es la segunda vez",
        "la última vez fue igual",
        "la última factura",
        "por último una pregunta",
        "uno no sabe qué hacer",
        "eso es todo",
        "a la una de la tarde",
        "reclamo dos llamadas",
        "la del 3 de octubre",
        "la de las 12:00",
        "las dos",
        "las otras dos",
        "no son todas",
        "todo el mes pasado",
        "un momento",
        "sobre todo quiero saber por qué",
        "hace un cuarto de hora",
    ],
)
def test_words_that_choose_no_call_are_no_choice(said: str) -> None:
    assert read_choice(said, "es", CALLS) is None


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
