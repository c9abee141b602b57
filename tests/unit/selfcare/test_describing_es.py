"""How customers of Spain and the Americas describe calls: by price, length, day and kind."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from selfcare.choice import Choice, read_choice
from tests.unit.selfcare.spoken import a_list

CALLS = a_list("ES", "+34600111", "+34911234568", "+34806555666", "FR", "EUR")
NOW = datetime(2026, 10, 18, 15, 0, tzinfo=ZoneInfo("Europe/Madrid"))


def read(said: str) -> "Choice | None":
    return read_choice(said, "es", CALLS, NOW)


@pytest.mark.parametrize(
    ("said", "positions"),
    [
        ("la de 10 euros", (7,)),
        ("pues la más cara", (7,)),
        ("la q cuesta 10 €", (7,)),
        ("la del 16 a las 9 de la mañana", (3,)),
        ("la de las 9 de la noche", (8,)),
        ("la de Marruecos del 16 de octubre", (3,)),
        ("la de Marruecos del 16", (3,)),
        ("de menos de 2 euros", (1, 2, 5, 6)),
        ("las de más de 2 euros a Marruecos", (3, 9)),
        ("entre 2 y 5 euros", (4, 8, 9, 10)),
        ("de 2 a 5 euros", (4, 8, 9, 10)),
        ("los del 12 de octubre", (5, 6, 7)),
        ("las del 12", (5, 6, 7)),
        ("las de ayer", (1,)),
        ("la de las 18:29", (2,)),
        ("por la noche", (1, 7)),
        ("de madrugada", (7,)),
        ("después de medianoche", (7,)),
        ("las de la mañana", (3, 9)),
        ("las tres más caras", (3, 7, 8)),
        ("la más barata", (1,)),
        ("la más corta", (1,)),
        ("las dos más largas", (3, 4)),
        ("la penúltima", (9,)),
        ("las cinco últimas", (6, 7, 8, 9, 10)),
        ("las tres primeras", (1, 2, 3)),
        ("las dos de Marruecos", (3, 9)),
        ("las dos iguales", (5, 6)),
        ("más de dos minutos", (3, 4, 8, 10)),
        ("más largas de 5 minutos", (3, 4, 8, 10)),
        ("las de más de cinco minutos", (3, 4, 8, 10)),
        ("roaming", (10,)),
        ("las llamadas a móviles", (2, 5, 6)),
        ("las de tarifa especial", (7,)),
        ("las internacionales de más de 3 euros", (3, 4, 8)),
        ("todas las de la lista", (1, 2, 3, 4, 5, 6, 7, 8, 9, 10)),
        ("la 2 y las de Marruecos", (2, 3, 9)),
        ("la 2, la 4 y todas las de más de 5 euros", (2, 3, 4, 7)),
        ("las de Alemania y Marruecos de más de 3 euros", (3, 4)),
        ("la 2 y la 4, no la 3", (2, 4)),
        ("todas menos la más barata", (2, 3, 4, 5, 6, 7, 8, 9, 10)),
        ("todas menos las de Marruecos", (1, 2, 4, 5, 6, 7, 8, 10)),
        ("la última a Marruecos", (9,)),
        ("la más cara de Marruecos", (3,)),
        ("las del viernes", (2, 3)),
        ("menos de un minuto", (1,)),
        ("al menos 5 euros", (3, 7, 8)),
        ("5 euros o más", (3, 7, 8)),
        ("después de las 20:00", (1, 5, 6, 8)),
        ("entre las 20:00 y las 21:00", (5, 6, 8)),
        ("hace cuatro días", (4,)),
        ("de más de 2 euros y 50 céntimos", (3, 4, 7, 8)),
        ("me refiero a las 2 y 4", (2, 4)),
        ("del 10 al 12 de octubre", (5, 6, 7, 8, 9, 10)),
        ("a las 6 de la mañana", (9,)),
        ("la segunda a Marruecos", (9,)),
        ("la del 16 y la del 14", (2, 3, 4)),
        ("las del 16 y 14", (2, 3, 4)),
        ("las tres últimas cifras son 567", (3,)),
        ("las dos últimas a Marruecos", (3, 9)),
        ("hasta 2 euros", (1, 2, 5, 6)),
        ("hice dos llamadas a Marruecos", (3, 9)),
        ("todas menos 2 y 4", (1, 3, 5, 6, 7, 8, 9, 10)),
        ("de la 2 a la 4", (2, 3, 4)),
        ("del 2 al 4", (2, 3, 4)),
        ("antes de ayer", (2, 3)),
        ("anteayer por la mañana", (3,)),
        ("las de esta semana", (1, 2, 3, 4, 5, 6, 7)),
        ("la semana pasada", (8, 9, 10)),
        ("las de la semana pasada", (8, 9, 10)),
        ("desde el 14 de octubre", (1, 2, 3, 4)),
        ("antes del 11 de octubre", (10,)),
        ("las del 12 de octubre por la noche", (7,)),
        ("la más cara y la más larga", (4, 7)),
        ("más o menos todas", (1, 2, 3, 4, 5, 6, 7, 8, 9, 10)),
        ("la de 2 euros con 50", (9,)),
        ("la 3, la de Marruecos", (3,)),
        ("marque la 2, la 4 y la 6", (2, 4, 6)),
        ("la tercera y la séptima no las hice yo", (3, 7)),
        ("creo que la tercera", (3,)),
        ("llamadas 2 y 5", (2, 5)),
        ("las llamadas de más de 5 euros", (3, 7)),
        ("todas las llamadas a móviles", (2, 5, 6)),
        ("las que son a Marruecos", (3, 9)),
        ("no hice las llamadas a Marruecos", (3, 9)),
        ("la de Ucrania nada más", (8,)),
        ("la de 9,99 y la de 8,40", (3, 7)),
        ("las de menos de 2 minutos y más de 2 euros", (7, 9)),
        ("la última y la penúltima", (9, 10)),
        ("las dos primeras", (1, 2)),
        ("las del viernes después de las 18:00", (2,)),
        ("las llamadas del día 12", (5, 6, 7)),
        ("todas excepto la de Alemania y la de Ucrania", (1, 2, 3, 5, 6, 7, 9, 10)),
        ("la uno y la dos", (1, 2)),
        ("la llamada más cara", (7,)),
        ("las más largas", (4,)),
    ],
)
def test_calls_are_chosen_by_what_they_are_in_spanish(
    said: str, positions: "tuple[int, ...]"
) -> None:
    assert read(said) == Choice(positions)


@pytest.mark.parametrize(
    "said",
    [
        "ninguna",
        "ninguna de ellas",
        "más de una hora",
        "ni una",
        "la del martes",
    ],
)
def test_a_description_that_no_call_fits_chooses_none(said: str) -> None:
    assert read(said) == Choice(())


@pytest.mark.parametrize(
    ("said", "positions", "missing"),
    [
        ("la 2, la 4 y la 99", (2, 4), (99,)),
        ("la duodécima", (), (12,)),
    ],
)
def test_positions_beyond_the_list_are_missing(
    said: str, positions: "tuple[int, ...]", missing: "tuple[int, ...]"
) -> None:
    assert read(said) == Choice(positions, missing)


@pytest.mark.parametrize(
    "said",
    [
        "ambas",
        "las tres de Marruecos",
        "dos veces",
        "me cobraron dos veces",
        "hace dos semanas",
        "todas las de hace dos semanas",
        "sin más",
        "ninguna es mía",
        "todas las que no reconozco",
        "la 2 no",
        "tenía que costar 50 céntimos el minuto y son 2 euros",
        "a las 6 y 10 de la mañana",
        "mis dos hijos llamaron a Marruecos",
        "me robaron el móvil",
        "tengo 2 líneas",
        "todas las demás",
        "todas las caras",
        "las del extranjero",
        "las dos llamadas",
        "más de 5",
        "la 2 o la 3",
        "mañana",
        "las de tarde",
        "la 3, la de Alemania",
        "llamé a la 1 y media",
        "no reconozco la 3 ni la 7",
        "las dos",
        "la de 10 minutos",
        "la que dura 20 minutos",
        "la primera y la última de Marruecos",
        "este mes",
        "todas las del mes pasado",
    ],
)
def test_what_may_be_meant_otherwise_is_asked_about(said: str) -> None:
    assert read(said) is None


@pytest.mark.parametrize(
    "said",
    [
        "pagué el 3 en el banco",
        "me robaron el celular y gastaron todo",
        "pago dos compañías",
        "me cobran tres líneas y yo tengo dos",
        "la oferta era de 20 y la factura de 34",
        "buenas noches",
        "está cortado desde ayer",
        "una de las dos",
        "un poco de todo",
    ],
)
def test_a_story_with_numbers_in_it_chooses_nothing(said: str) -> None:
    assert read(said) is None
