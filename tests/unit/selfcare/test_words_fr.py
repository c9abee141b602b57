"""How customers of France, Québec and Belgium name periods, sums, days and means."""

from datetime import date

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
from selfcare.lexicon import is_only
from selfcare.money import Money
from tests.unit.selfcare.spoken import CYCLES, sunday

NOW = sunday("Europe/Paris")


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
