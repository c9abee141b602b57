"""How customers of France, Québec and Belgium choose calls, name periods, sums, days and means."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from selfcare.answers import (
    named_cycle,
    read_amount,
    read_cycle,
    read_day,
    read_means,
    read_position,
    read_step,
)
from selfcare.bills import Bill, BillingCycle
from selfcare.calls import Call
from selfcare.choice import Choice, read_choice
from selfcare.lexicon import is_only
from selfcare.money import Money

PARIS = ZoneInfo("Europe/Paris")
#: A Sunday.
NOW = datetime(2026, 10, 18, 15, 0, tzinfo=PARIS)


def _call(number: str, kind: str, country: str, seconds: int, cents: int) -> Call:
    price = Money(cents, "EUR")
    return Call(number, "line", NOW, number, kind, country, seconds, price, "bill", None)


CALLS = [
    _call("+33612345678", "mobile", "FR", 65, 121),
    _call("+212661234567", "international", "MA", 600, 840),
    _call("+33142345679", "local", "FR", 30, 45),
    _call("+4915112345678", "international", "DE", 1200, 310),
    _call("+33899555666", "premium", "FR", 90, 999),
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
        "aucun",
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
        "l’avant-dernier",
        "tous les mois c’est pareil",
        "depuis dix jours",
    ],
)
def test_words_that_choose_no_call_are_no_choice(said: str) -> None:
    assert read_choice(said, "fr", CALLS) is None


def test_two_positions_with_a_comma_are_no_price() -> None:
    assert read_choice("2,10", "fr", CALLS + CALLS) == Choice((2, 10))


@pytest.mark.parametrize(
    ("said", "month"),
    [
        ("octobre", "2026-10"),
        ("en septembre", "2026-09"),
        ("celle d’août", "2026-08"),
        ("aout", "2026-08"),
        ("facture de juillet", "2026-07"),
        ("le mois de juin", "2026-06"),
        ("mai", "2026-05"),
        ("juil", "2026-07"),
        ("le mois dernier", "2026-09"),
        ("le mois passé", "2026-09"),
        ("la dernière facture", "2026-09"),
        ("la dernière", "2026-09"),
        ("la facture précédente", "2026-09"),
        ("la plus récente", "2026-09"),
        ("ce mois-ci", "2026-10"),
        ("le mois en cours", "2026-10"),
        ("celui qui n’est pas encore facturé", "2026-10"),
        ("la deuxième", "2026-09"),
        ("le trois", "2026-08"),
        ("2", "2026-09"),
    ],
)
def test_a_period_is_named(said: str, month: str) -> None:
    cycle = read_cycle(said, "fr", CYCLES)
    assert cycle is not None
    assert cycle.month == month


@pytest.mark.parametrize("said", ["je ne sais pas", "en mars", "il y a longtemps"])
def test_words_that_name_no_period_we_have_are_none(said: str) -> None:
    assert read_cycle(said, "fr", CYCLES) is None


@pytest.mark.parametrize(
    "said",
    [
        "maintenant on me facture trop",
        "qu’est-ce qui s’est passé",
        "tenez-moi au courant",
        "le dernier appel",
        "la dernière fois",
    ],
)
def test_a_wish_without_a_period_names_none(said: str) -> None:
    assert named_cycle(said, "fr", CYCLES) is None


@pytest.mark.parametrize(
    ("said", "position"),
    [("un", 1), ("le deuxième", 2), ("numéro 3", 3), ("le dernier", 4), ("le 9", None)],
)
def test_a_position_is_read(said: str, position: "int | None") -> None:
    assert read_position(said, "fr", 4) == position


@pytest.mark.parametrize(
    ("said", "cents"),
    [
        ("45,50", 4550),
        ("45.50", 4550),
        ("45€", 4500),
        ("45€50", 4550),
        ("45 € 50", 4550),
        ("45,50$", 4550),
        ("1 200 €", 120000),
        ("1\u202f200,50 €", 120050),
        ("environ 60 euros", 6000),
        ("45 euros et 50 centimes", 4550),
        ("45 euros 50", 4550),
        ("45 piasses", 4500),
        ("45 virgule 50", 4550),
        ("j’ai payé 45 euros le 12 octobre", 4500),
        ("le 12 octobre j’ai payé 45 euros", 4500),
        ("quarante-cinq euros", 4500),
        ("quarante-cinq euros cinquante", 4550),
        ("quarante-cinq dollars et cinquante cents", 4550),
        ("vingt et un euros", 2100),
        ("un euro cinquante", 150),
        ("un virement de quarante euros", 4000),
        ("soixante-dix euros", 7000),
        ("soixante et onze euros", 7100),
        ("soixante quinze euros", 7500),
        ("quatre-vingts euros", 8000),
        ("quatre-vingt-dix-neuf euros", 9900),
        ("quatre vingt douze euros", 9200),
        ("septante-cinq euros", 7500),
        ("nonante euros", 9000),
        ("huitante-six", 8600),
        ("cent vingt euros", 12000),
        ("deux cents euros", 20000),
        ("mille deux cents euros", 120000),
        ("deux mille trois cent quarante-cinq", 234500),
    ],
)
def test_a_sum_is_read(said: str, cents: int) -> None:
    assert read_amount(said, "fr", "EUR") == Money(cents, "EUR")


@pytest.mark.parametrize("said", ["je ne sais plus", "une partie", "tout"])
def test_no_sum_is_none(said: str) -> None:
    assert read_amount(said, "fr", "EUR") is None


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("aujourd’hui", date(2026, 10, 18)),
        ("ce matin", date(2026, 10, 18)),
        ("hier soir", date(2026, 10, 17)),
        ("avant-hier", date(2026, 10, 16)),
        ("il y a trois jours", date(2026, 10, 15)),
        ("il y a une semaine", date(2026, 10, 11)),
        ("il y a deux semaines", date(2026, 10, 4)),
        ("lundi", date(2026, 10, 12)),
        ("vendredi dernier", date(2026, 10, 16)),
        ("mercredi passé", date(2026, 10, 14)),
        ("5 octobre", date(2026, 10, 5)),
        ("le 1er octobre", date(2026, 10, 1)),
        ("le premier octobre", date(2026, 10, 1)),
        ("le cinq octobre", date(2026, 10, 5)),
        ("le vingt-cinq", date(2026, 9, 25)),
        ("le vingt et un septembre", date(2026, 9, 21)),
        ("le 3 du mois dernier", date(2026, 9, 3)),
        ("le 3 de ce mois", date(2026, 10, 3)),
        ("5 oct", date(2026, 10, 5)),
        ("le 5 sept.", date(2026, 9, 5)),
        ("30 septembre 2026", date(2026, 9, 30)),
        ("j’ai payé le 3 octobre à la banque", date(2026, 10, 3)),
        ("le 5", date(2026, 10, 5)),
        ("30", date(2026, 9, 30)),
        ("5/10", date(2026, 10, 5)),
        ("05/10/2026", date(2026, 10, 5)),
        ("2026-10-05", date(2026, 10, 5)),
        ("demain", date(2026, 10, 19)),
    ],
)
def test_a_day_is_read(said: str, day: date) -> None:
    assert read_day(said, "fr", NOW) == day


@pytest.mark.parametrize("said", ["je ne sais plus", "non", "en octobre"])
def test_words_without_a_day_are_no_date(said: str) -> None:
    assert read_day(said, "fr", NOW) is None


@pytest.mark.parametrize(
    ("said", "means"),
    [
        ("par carte", "card"),
        ("CB", "card"),
        ("carte de débit", "card"),
        ("par carte en boutique", "card"),
        ("Bancontact", "card"),
        ("virement", "transfer"),
        ("par virement Interac", "transfer"),
        ("à la caisse populaire", "transfer"),
        ("par internet avec ma banque", "transfer"),
        ("prélèvement automatique", "direct_debit"),
        ("j’ai été prélevé", "direct_debit"),
        ("débit préautorisé", "direct_debit"),
        ("domiciliation", "direct_debit"),
        ("en espèces à la banque", "cash"),
        ("argent comptant", "cash"),
        ("en liquide", "cash"),
        ("par chèque", "other"),
        ("autrement", "other"),
        ("je ne sais plus", None),
    ],
)
def test_means_of_payment_are_recognised(said: str, means: "str | None") -> None:
    assert read_means(said, "fr") == means


@pytest.mark.parametrize(
    "said",
    [
        "non",
        "Non, merci.",
        "rien d’autre",
        "c’est tout",
        "Non, c’est tout, merci",
        "je n’ai rien à ajouter",
        "sans plus",
        "ça ira",
        "c’est beau",
        "pas besoin",
    ],
)
def test_nothing_to_add_is_recognised(said: str) -> None:
    assert is_only("fr", said, "nothing_to_add")


@pytest.mark.parametrize(
    "said",
    ["non, ce n’est pas moi qui ai appelé", "rien ne marchait", "c’est tout de même cher"],
)
def test_a_story_that_begins_with_no_is_kept(said: str) -> None:
    assert not is_only("fr", said, "nothing_to_add")


@pytest.mark.parametrize(
    ("said", "step"),
    [
        ("les appels", "calls"),
        ("un autre appel", "calls"),
        ("le motif", "reason"),
        ("mon commentaire", "words"),
        ("je veux ajouter une précision", "words"),
        ("le montant", "payment"),
        ("la date du paiement", "payment"),
        ("la facture", "bill"),
        ("bonjour", None),
        ("rappelez-moi", None),
    ],
)
def test_what_to_change_is_recognised(said: str, step: "str | None") -> None:
    assert read_step(said, "fr") == step
