-operator = Telvia

# Buttons and short words that several journeys share.
button_help = What can you do?
button_person = Talk to a person
button_retry = Try again
button_cancel = Stop
button_more = Show more
