utter_unavailable = I’m sorry, part of our system isn’t answering at the moment. I’ve kept what you told me so far. Please send me your last message again in a moment.
utter_billing_unavailable = I’m sorry, I can’t reach our billing system at the moment. I’ve kept everything you told me. Try again in a moment, or talk to a person.
utter_billing_slow = I’m sorry, our billing system is taking too long to answer. I’ve kept everything you told me. Try again in a moment, or talk to a person.
utter_internal_error = I’m sorry, something went wrong on our side. I’ve kept what you told me. Please try again, or talk to a person.
utter_not_found = I can’t find that any more. Let’s look again.
