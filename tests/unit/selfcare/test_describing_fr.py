"""How customers of France, Québec and Belgium describe calls: by price, length, day and kind."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from selfcare.choice import Choice, read_choice
from tests.unit.selfcare.spoken import a_list

CALLS = a_list("FR", "+33612345", "+33142345679", "+33899555666", "ES", "EUR")
NOW = datetime(2026, 10, 18, 15, 0, tzinfo=ZoneInfo("Europe/Madrid"))


def read(said: str) -> "Choice | None":
    return read_choice(said, "fr", CALLS, NOW)


@pytest.mark.parametrize(
    ("said", "positions"),
    [
        ("celui à 10 euros", (7,)),
        ("bah le plus cher", (7,)),
        ("celui qui m'a coûté 10 €", (7,)),
        ("celui du 16 à 9 h du matin", (3,)),
        ("celui du 11 à 6 h du matin", (9,)),
        ("celui de 21 h", (8,)),
        ("celui du Maroc du 16 octobre", (3,)),
        ("les appels au Maroc de plus de 2 euros", (3, 9)),
        ("celui du Maroc du 16", (3,)),
        ("moins de 2 euros", (1, 2, 5, 6)),
        ("entre 2 et 5 euros", (4, 8, 9, 10)),
        ("de 2 à 5 euros", (4, 8, 9, 10)),
        ("les appels du 12 octobre", (5, 6, 7)),
        ("ceux d'hier", (1,)),
        ("celui de 18 h 29", (2,)),
        ("celui de 18h29", (2,)),
        ("la nuit", (1, 7)),
        ("après minuit", (7,)),
        ("le matin", (3, 9)),
        ("les trois plus chers", (3, 7, 8)),
        ("le moins cher", (1,)),
        ("le plus court", (1,)),
        ("les deux plus longs", (3, 4)),
        ("l'avant-dernière", (9,)),
        ("l’avant-dernier", (9,)),
        ("les cinq derniers", (6, 7, 8, 9, 10)),
        ("les trois premiers", (1, 2, 3)),
        ("les deux appels au Maroc", (3, 9)),
        ("les deux identiques", (5, 6)),
        ("plus de deux minutes", (3, 4, 8, 10)),
        ("plus longs que 5 minutes", (3, 4, 8, 10)),
        ("en itinérance", (10,)),
        ("les appels vers les mobiles", (2, 5, 6)),
        ("les appels surtaxés", (7,)),
        ("les appels internationaux de plus de 3 euros", (3, 4, 8)),
        ("tous les appels de la liste", (1, 2, 3, 4, 5, 6, 7, 8, 9, 10)),
        ("le 2 et ceux vers le Maroc", (2, 3, 9)),
        ("le 2, le 4 et tous ceux de plus de 5 euros", (2, 3, 4, 7)),
        ("ceux vers l'Allemagne et le Maroc de plus de 3 euros", (3, 4)),
        ("le 2 et le 4, pas le 3", (2, 4)),
        ("tous sauf le moins cher", (2, 3, 4, 5, 6, 7, 8, 9, 10)),
        ("tous sauf ceux du Maroc", (1, 2, 4, 5, 6, 7, 8, 10)),
        ("le dernier vers le Maroc", (9,)),
        ("le plus cher vers le Maroc", (3,)),
        ("ceux de vendredi", (2, 3)),
        ("ceux de vendredi dernier", (2, 3)),
        ("moins d'une minute", (1,)),
        ("au moins 5 euros", (3, 7, 8)),
        ("5 euros ou plus", (3, 7, 8)),
        ("après 20 h", (1, 5, 6, 8)),
        ("entre 20 h et 21 h", (5, 6, 8)),
        ("il y a quatre jours", (4,)),
        ("plus de 2 euros 50", (3, 4, 7, 8)),
        ("du 10 au 12 octobre", (5, 6, 7, 8, 9, 10)),
        ("à 6 h du matin", (9,)),
        ("les deux premiers vers le Maroc", (3, 9)),
        ("le deuxième vers le Maroc", (9,)),
        ("les trois derniers chiffres sont 567", (3,)),
        ("les deux derniers vers le Maroc", (3, 9)),
        ("jusqu'à 2 euros", (1, 2, 5, 6)),
        ("j'ai passé deux appels au Maroc", (3, 9)),
        ("tous sauf 2 et 4", (1, 3, 5, 6, 7, 8, 9, 10)),
        ("du 2 au 4", (2, 3, 4)),
        ("de la 2 à la 4", (2, 3, 4)),
        ("avant-hier", (2, 3)),
        ("avant-hier matin", (3,)),
        ("cette semaine", (1, 2, 3, 4, 5, 6, 7)),
        ("la semaine dernière", (8, 9, 10)),
        ("tous ceux de la semaine dernière", (8, 9, 10)),
        ("depuis le 14 octobre", (1, 2, 3, 4)),
        ("avant le 11 octobre", (10,)),
        ("ceux du 12 octobre le soir", (5, 6)),
        ("le plus cher et le plus long", (4, 7)),
        ("celui à 2 euros 50", (9,)),
        ("celui à 2,50", (9,)),
        ("le 2, c'est plus cher que prévu", (2,)),
        ("le 3, celui du Maroc", (3,)),
        ("ceux du 16 et du 14", (2, 3, 4)),
        ("celui du 16 à 9 h 05", (3,)),
        ("les appels de moins de 2 minutes au Maroc", (9,)),
        ("ceux qui durent plus de 5 minutes", (3, 4, 8, 10)),
        ("le 2 est à 1,21 €", (2,)),
        ("tous les appels sauf les deux derniers", (1, 2, 3, 4, 5, 6, 7, 8)),
        ("tout au-dessus de 5 euros", (3, 7)),
        ("le soir du 12", (5, 6)),
        ("cochez le 2, le 4 et le 6", (2, 4, 6)),
        ("je ne reconnais pas le 3 et le 7", (3, 7)),
        ("je crois que c'est le troisième", (3,)),
        ("appels 2 et 5", (2, 5)),
        ("tous les appels de plus de 5 euros", (3, 7)),
        ("tous les appels vers des mobiles", (2, 5, 6)),
        ("je n'ai pas passé les appels au Maroc", (3, 9)),
        ("seulement celui vers l'Ukraine", (8,)),
        ("celui à 9,99 et celui à 8,40", (3, 7)),
        ("moins de 2 minutes et plus de 2 euros", (7, 9)),
        ("le dernier et l'avant-dernier", (9, 10)),
        ("les deux premiers", (1, 2)),
        ("les appels de vendredi après 18 h", (2,)),
        ("tous sauf celui vers l'Allemagne et celui vers l'Ukraine", (1, 2, 3, 5, 6, 7, 9, 10)),
        ("le un et le deux", (1, 2)),
        ("l'appel le plus cher", (7,)),
        ("les plus longs", (4,)),
        ("les deux moins chers", (1, 2)),
        ("tout sauf le dernier", (1, 2, 3, 4, 5, 6, 7, 8, 9)),
    ],
)
def test_calls_are_chosen_by_what_they_are_in_french(
    said: str, positions: "tuple[int, ...]"
) -> None:
    assert read(said) == Choice(positions)


@pytest.mark.parametrize(
    "said",
    [
        "aucun",
        "aucun d'entre eux",
        "plus d'une heure",
        "pas un seul",
    ],
)
def test_a_description_that_no_call_fits_chooses_none(said: str) -> None:
    assert read(said) == Choice(())


@pytest.mark.parametrize(
    ("said", "positions", "missing"),
    [
        ("le 2, le 4 et le 99", (2, 4), (99,)),
        ("la douzième", (), (12,)),
    ],
)
def test_positions_beyond_the_list_are_missing(
    said: str, positions: "tuple[int, ...]", missing: "tuple[int, ...]"
) -> None:
    assert read(said) == Choice(positions, missing)


@pytest.mark.parametrize(
    "said",
    [
        "tous les deux",
        "les trois appels au Maroc",
        "deux fois",
        "on m'a facturé deux fois",
        "il y a deux semaines",
        "tous ceux d'il y a deux semaines",
        "sans blague",
        "aucun n'est de moi",
        "tous ceux que je ne reconnais pas",
        "pas le 2",
        "ça devait être 50 centimes la minute et c'est 2 euros",
        "mes deux fils ont appelé le Maroc",
        "on m'a volé mon portable",
        "tous les autres",
        "tous les appels chers",
        "à l'étranger",
        "plus de 5",
        "le 2 ou le 3",
        "le 3, celui d'Allemagne",
        "une heure",
        "ils m'ont facturé 3 fois",
        "les deux",
        "celui de 10 minutes",
        "les trois moins chers",
        "ni le 2 ni le 3",
        "ce mois-ci",
        "tous ceux du mois dernier",
    ],
)
def test_what_may_be_meant_otherwise_is_asked_about(said: str) -> None:
    assert read(said) is None


@pytest.mark.parametrize(
    "said",
    [
        "j’ai payé le 3 à la banque",
        "votre technicien a tout débranché",
        "je paye deux opérateurs",
        "on m’avait dit 30 et je paie 47",
        "90 centimes la minute au lieu de 10",
        "bonne nuit",
        "c’est coupé depuis hier",
        "un peu de tout",
    ],
)
def test_a_story_with_numbers_in_it_chooses_nothing(said: str) -> None:
    assert read(said) is None
