utter_greet =
    Hello, I’m { -operator }’s assistant. I can show you your calls, help you dispute a charge and tell you how a report is getting on.
    What would you like to do?
utter_goodbye = Goodbye, and thank you for writing. I’m here day and night.
utter_thank = You’re welcome. Is there anything else I can do for you?
utter_thank_meanwhile = You’re welcome.
utter_help =
    This is what I can do for you:
    • show you the calls of a billing period
    • help you dispute a call or a charge, and give you a report number
    • tell you how a report is getting on
    • pass on anything else in writing (faults, orders, changes) and tell you who answers by when
    • give you our contact details and opening hours
    Write in your own words or use the buttons. You can stop, go back or change language at any time.
utter_bot_challenge = I’m an automated assistant, not a person. If you would rather talk to somebody, just say so.
utter_complain_about_bot = I’m sorry I’m not being more helpful. Shall we try another way, or would you rather talk to a person?
utter_out_of_scope = I’m afraid I can’t help with that: it has nothing to do with your { -operator } account. Here is what I can do for you.
utter_language_changed = Of course, let’s go on in English.
utter_languages = I speak Spanish, French, Polish and English. Which one would you like?
utter_ask_meaning = I’m not quite sure what you mean. Is it one of these?
utter_not_understood = I’m sorry, I didn’t understand that. Could you put it another way or choose one of these?
utter_not_understood_again = I’m sorry, I still don’t understand. I don’t want to waste your time: would you like to talk to a person?
utter_what_next = What would you like to do?
utter_question_closed = That question is closed already. What would you like to do?
utter_stopped = All right, I’ve stopped. Nothing has been sent.
utter_nothing_to_stop = There is nothing under way, so nothing to stop. What would you like to do?
utter_nothing_to_go_back_to = There is no earlier answer to change. What would you like to do?
utter_restart = All right, let’s start from the beginning. What would you like to do?
utter_back_to_dispute = Now, back to your dispute.
# Before the first answer to somebody who complains angrily. It admits nothing.
regret = I’m sorry for the trouble you’re having.
utter_too_long = That is a very long message and I can’t read all of it. Could you say it in fewer words, say up to { $limit } characters?
utter_not_text = I’m afraid I can’t read that. Could you write it in words?

button_dispute = Dispute a charge
button_view_calls = See my calls
button_check_report = Follow up a report
button_something_else = Something else
button_opening_hours = Opening hours
button_in_language = { $language }
