"""How a photo or a document is sent: each channel has its own way, and some have none."""

from actions.turn import Turn
from selfcare.lexicon import says

#: Words up to which a message is the wish to send something, and no story in which that occurs.
A_WISH = 14
#: The channels that take files; in the others there is another way.
TAKING = ("web", "telegram", "whatsapp")


def wants_to_send_a_file(turn: Turn) -> bool:
    """Whether it is "I want to send you a photo", without one."""
    text, language = turn.message.text, turn.language
    if len(text.split()) > A_WISH or any(letter.isdigit() for letter in text):
        return False
    return says(language, text, "sends") and says(language, text, "files")


def tell_how_to_send_it(turn: Turn) -> None:
    """What is taken, and how, in this channel."""
    channel = turn.conversation.channel
    told = turn.services.received.limits.told
    if channel in TAKING:
        turn.say(f"utter_how_to_send_{channel}", megabytes=told["megabytes"], most=told["most"])
    else:
        operator = turn.services.hours.operator
        turn.say("utter_how_to_send_elsewhere", email=operator.email)
