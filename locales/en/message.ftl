utter_ask_message = You can leave me your fault, question or request right now: please write it here, in your own words. You’ll get a report number at once, and an answer { $by }.
utter_ask_reply_way = How would you like the answer?
utter_ask_reply_way_again = Where shall the answer go: here in the chat, by e-mail or by phone? You can also just write the address or the number.
utter_ask_reply_email = At which e-mail address?
utter_ask_reply_email_again = I can’t find an e-mail address in that. It looks like name@example.com. Or would you rather have the answer here in the chat?
utter_ask_reply_phone = On which telephone number?
utter_ask_reply_phone_again = That isn’t a complete telephone number. Please write it with its prefix, for a foreign one with the country’s, such as +44. Or would you rather have the answer here in the chat?
button_reply_chat = Here in the chat
button_reply_email = By e-mail
button_reply_phone = By phone
button_change_reply = Where the answer goes
reply_chat = here in the chat
reply_email = by e-mail to { $email }
reply_phone = by phone on { $phone }
utter_ask_confirmed_message =
    This is what I’ll send:
    In your words: { $words }
    You’ll have the answer { $by }, { $reply }.
    If anything is missing (an address, a number, since when), just write it and I’ll add it.
    Shall I send it?
utter_message_filed =
    Done. Your report number is { $report }.
    You’ll have an answer { $by }, { $reply }.
utter_message_belongs_here = You can ask me about it in this conversation at any time, without signing in.
utter_status_where_filed = If you filed this report without signing in, please ask about it in the conversation in which you filed it, or ring us on { $phone }. If it is in your account, you can sign in here.
utter_status_by_code = If you filed this report without signing in and gave an e-mail address, I can send a code there and then tell you how it stands. If you gave a telephone number or nothing, please ask in the conversation in which you filed it, or ring us on { $phone }. If it is in your account, you can sign in here.
button_send_code = Send me a code
utter_code_sent = If report { $report } was filed without signing in and with an e-mail address, a code is on its way there. It is good for ten minutes.
utter_ask_status_code = Please write the six digits of the code here.
utter_ask_status_code_again = The code has six digits. Please write them here, or say “stop”.
utter_code_wrong = That isn’t the code. Please check it and try again.
utter_code_over = That code has run out. I can send a new one.
utter_code_barred = There were too many wrong codes for this report. A new one can be sent an hour from now at the earliest. You can also ring us on { $phone }.
utter_status_alone = Report { $report }: { $status }
