"""The list in view and the wish that waits for the sign-in."""

from selfcare.views import View
from tests.unit.selfcare.fakes import CHAT, OCTOBER, OTHER_CHAT, World


def test_the_list_in_view_survives_a_restart(world: World):
    world.services.views.show(CHAT, OCTOBER, 4)
    world.restart()
    assert world.services.views.of(CHAT) == View(tuple(OCTOBER), 4)


def test_a_list_in_view_is_nobody_elses(world: World):
    world.services.views.show(CHAT, OCTOBER, 4)
    assert world.services.views.of(OTHER_CHAT) == View()


def test_a_list_takes_the_place_of_the_one_before(world: World):
    world.services.views.show(CHAT, OCTOBER, 4)
    world.services.views.show(CHAT, OCTOBER[:1], 1)
    assert world.services.views.of(CHAT) == View(tuple(OCTOBER[:1]), 1)


def test_a_hidden_list_is_gone_and_hiding_nothing_does_no_harm(world: World):
    world.services.views.show(CHAT, OCTOBER, 4)
    world.services.views.hide(CHAT)
    world.services.views.hide(CHAT)
    assert world.services.views.of(CHAT) == View()


def test_the_last_wish_counts(world: World):
    views = world.services.views
    assert views.wish(CHAT) is None
    views.note_wish(CHAT, {"text": "ver mis llamadas"})
    views.note_wish(CHAT, {"text": "reclamar", "entities": {"choice": "1,3"}})
    world.restart()
    assert world.services.views.wish(CHAT) == {"text": "reclamar", "entities": {"choice": "1,3"}}
