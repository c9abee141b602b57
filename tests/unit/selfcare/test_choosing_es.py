"""How customers of Spain and the Americas choose calls from a list."""

import pytest

from selfcare.choice import Choice, read_choice
from tests.unit.selfcare.spoken import ALL, a_call

CALLS = [
    a_call("+34600111222", "mobile", "ES", 65, 121),
    a_call("+212661234567", "international", "MA", 600, 840),
    a_call("+34911234568", "local", "ES", 30, 45),
    a_call("+525512345678", "international", "MX", 1200, 310),
    a_call("+34806555666", "premium", "ES", 90, 999),
    a_call("+212522998877", "international", "MA", 60, 250),
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
