"""How customers of France, Québec and Belgium choose calls from a list."""

import pytest

from selfcare.choice import Choice, read_choice
from tests.unit.selfcare.spoken import ALL, a_call

CALLS = [
    a_call("+33612345678", "mobile", "FR", 65, 121),
    a_call("+212661234567", "international", "MA", 600, 840),
    a_call("+33142345679", "local", "FR", 30, 45),
    a_call("+4915112345678", "international", "DE", 1200, 310),
    a_call("+33899555666", "premium", "FR", 90, 999),
    a_call("+212522998877", "international", "MA", 60, 250),
]


@pytest.mark.parametrize(
    ("said", "positions"),
    [
        ("2", (2,)),
        ("le 2", (2,)),
        ("n° 2", (2,)),
        ("le n°2", (2,)),
        ("le no 5", (5,)),
        ("nº5", (5,)),
        ("appel #3", (3,)),
        ("2 et 4", (2, 4)),
        ("« 2 et 4 »", (2, 4)),
        ("le deux et le quatre", (2, 4)),
        ("le 2, le 3 et le 5", (2, 3, 5)),
        ("les 2 et 4", (2, 4)),
        ("1,3", (1, 3)),
        ("1 2 3", (1, 2, 3)),
        ("2-4", (2, 3, 4)),
        ("du 2 au 4", (2, 3, 4)),
        ("de la 2 à la 4", (2, 3, 4)),
        ("de la deuxième à la quatrième", (2, 3, 4)),
        ("du deuxième jusqu’au quatrième", (2, 3, 4)),
        ("du un au trois", (1, 2, 3)),
        ("un", (1,)),
        ("le un", (1,)),
        ("un, deux et trois", (1, 2, 3)),
        ("un et trois", (1, 3)),
        ("la une et la trois sont fausses", (1, 3)),
        ("le numéro un", (1,)),
        ("le second", (2,)),
        ("la 2e et la 3e", (2, 3)),
        ("le 1er et le 3ème", (1, 3)),
        ("la 2ième", (2,)),
        ("la troisième s’il vous plaît", (3,)),
        ("le cinquième appel", (5,)),
        ("numéro 5", (5,)),
        ("le 2 et le 4 ne sont pas à moi", (2, 4)),
        ("il y a une erreur sur le 3", (3,)),
        ("il y a un problème avec le 3 et le 5", (3, 5)),
        ("le 2 m’a été facturé deux fois", (2,)),
        ("le 2, c’est la deuxième fois que ça arrive", (2,)),
        ("le 4 sans plus", (4,)),
        ("le 4, passé sans mon accord", (4,)),
        ("le 3, sauf que je n’ai pas appelé", (3,)),
        ("le 3, c’est tout", (3,)),
        ("le 5, il n’a duré que 30 secondes", (5,)),
        ("le 3 à 12 h 30", (3,)),
        ("tous", ALL),
        ("toutes", ALL),
        ("tout", ALL),
        ("tous les appels", ALL),
        ("je les conteste tous", ALL),
        ("l’ensemble", ALL),
        ("les six", ALL),
        ("tous sauf le troisième", (1, 2, 4, 5, 6)),
        ("tous sauf 3", (1, 2, 4, 5, 6)),
        ("tout sauf le 1 et le 6", (2, 3, 4, 5)),
        ("toutes excepté la dernière", (1, 2, 3, 4, 5)),
        ("tous, mais pas le 3", (1, 2, 4, 5, 6)),
        ("tous, pas le 3", (1, 2, 4, 5, 6)),
        ("tous à l’exception du deuxième", (1, 3, 4, 5, 6)),
        ("toutes hormis la deuxième", (1, 3, 4, 5, 6)),
        ("tous à part le premier", (2, 3, 4, 5, 6)),
        ("tous moins le 2", (1, 3, 4, 5, 6)),
        ("tous sans le 2", (1, 3, 4, 5, 6)),
        ("du 1 au 4 sauf le 3", (1, 2, 4)),
        ("ceux vers le Maroc sauf le sixième", (2,)),
        ("le dernier", (6,)),
        ("celui tout en bas", (6,)),
        ("l’avant-dernier", (5,)),
        ("les deux derniers", (5, 6)),
        ("les derniers deux", (5, 6)),
        ("les 2 dernières", (5, 6)),
        ("les trois premiers", (1, 2, 3)),
        ("le premier et le dernier", (1, 6)),
        ("le plus cher", (5,)),
        ("la plus dispendieuse", (5,)),
        ("celui qui a coûté le plus", (5,)),
        ("le plus long", (4,)),
        ("celui qui a duré le plus longtemps", (4,)),
        ("ceux vers le Maroc", (2, 6)),
        ("les deux appels au Maroc", (2, 6)),
        ("les appels marocains", (2, 6)),
        ("celui en Allemagne", (4,)),
        ("plus de 3 euros", (2, 4, 5)),
        ("ceux qui dépassent 5 €", (2, 5)),
        ("les plus chers que 5 euros", (2, 5)),
        ("ceux de moins de 2 euros", (1, 3)),
        ("celui à 9,99", (5,)),
        ("celui de 8 euros", (2,)),
        ("celui à 1,21 €", (1,)),
        ("8,40 $", (2,)),
        ("06 12 34 56 78", (1,)),
        ("celui au 0899555666", (5,)),
        ("celui qui finit par 567", (2,)),
    ],
)
def test_calls_are_chosen_as_they_are_said_in_french(
    said: str, positions: "tuple[int, ...]"
) -> None:
    assert read_choice(said, "fr", CALLS) == Choice(positions)


@pytest.mark.parametrize("said", ["les deux", "les 2", "les deux appels", "ces deux-là", "1 et 2"])
def test_both_of_two_calls_are_both(said: str) -> None:
    assert read_choice(said, "fr", CALLS[:2]) == Choice((1, 2))


@pytest.mark.parametrize(
    ("said", "missing"),
    [
        ("la septième", (7,)),
        ("le 2 et le 9", (9,)),
        ("dix-sept", (17,)),
        ("le vingt et un", (21,)),
        ("la vingt-deuxième", (22,)),
        ("la vingt et unième", (21,)),
        ("septante-deux", (72,)),
        ("soixante-quinze", (75,)),
        ("quatre-vingt-dix-sept", (97,)),
    ],
)
def test_positions_that_the_list_lacks_are_reported(said: str, missing: "tuple[int, ...]") -> None:
    choice = read_choice(said, "fr", CALLS)
    assert choice is not None
    assert choice.missing == missing


@pytest.mark.parametrize(
    "said",
    [
        "je ne sais pas",
        "tout va bien",
        "c’est tout",
        "pas du tout",
        "tout de suite",
        "sans plus",
        "rien de plus",
        "on m’a facturé deux fois",
        "c’est la deuxième fois",
        "la dernière fois aussi",
        "la dernière facture",
        "il y a une erreur",
        "un problème",
        "une seconde",
        "premièrement, je n’ai pas appelé",
        "c’est plus cher que promis",
        "je conteste deux appels",
        "celui du 3 octobre",
        "celui de 12 h 30",
        "celui de 12h30",
        "les deux",
        "tous les mois c’est pareil",
        "depuis dix jours",
    ],
)
def test_words_that_choose_no_call_are_no_choice(said: str) -> None:
    assert read_choice(said, "fr", CALLS) is None


def test_two_positions_with_a_comma_are_no_price() -> None:
    assert read_choice("2,10", "fr", CALLS + CALLS) == Choice((2, 10))
