utter_contacts_open =
    A person can help you now: call { $phone } (until { $closes }).
    You can also write to { $email }.
utter_contacts_closed =
    Nobody is at the desk at the moment. Our line { $phone } opens again { $opens }, and you can write to { $email } at any time.
    Meanwhile I can take down what you need and give you a report number at once.
utter_opening_hours_open = Our telephone desk is open now, until { $closes }.
utter_opening_hours_closed = Our telephone desk is closed now. It opens again { $opens }.
utter_opening_hours =
    By phone ({ $phone }): { $phone_hours }
    At our office ({ $address }), by appointment: { $office_hours }
    Live chat: { $chat_hours }
    This assistant and our website: day and night, every day.
    All times are local time in { $city }.
hours_weekdays = Monday to Friday { $from }–{ $to }
hours_saturday = Saturday { $from }–{ $to }
opens_today = today at { $time }
opens_tomorrow = tomorrow at { $time }
opens_on = on { $day } at { $time }
with_your_time = { $at }, { $yours } your time
by_today = today by { $time }
by_tomorrow = tomorrow by { $time }
by_on = by { $time } on { $day }
by_day = by { $day }
by_soon = as soon as possible
hours_monday = Monday { $from }–{ $to }
hours_tuesday = Tuesday { $from }–{ $to }
hours_wednesday = Wednesday { $from }–{ $to }
hours_thursday = Thursday { $from }–{ $to }
hours_friday = Friday { $from }–{ $to }
hours_sunday = Sunday { $from }–{ $to }
hours_always = day and night, every day
way_phone = phone
way_office = office
way_chat = live chat
utter_special_day = Please note: on { $day } we’re closed ({ $ways }).
utter_special_day_because = Please note: on { $day }, { $reason }, we’re closed ({ $ways }).
utter_special_day_hours = Please note: on { $day } we’re open from { $from } to { $to } ({ $ways }).
utter_special_day_hours_because = Please note: on { $day }, { $reason }, we’re open from { $from } to { $to } ({ $ways }).
utter_clocks = In { $city } it is { $there } now; where you are it is { $here }.
utter_closed_because = We’re closed today: { $reason }.
utter_closed_holiday = Today is a public holiday here, so we’re closed.
utter_nobody_free = All my colleagues are busy at the moment.
utter_nobody_free_phone = All my colleagues are busy at the moment. You can also ring us on { $phone } (until { $closes }).
utter_chat_closed = Nobody is in the live chat at the moment. It opens again { $opens }, and so does our line { $phone }.
utter_chat_closed_phone = Nobody is in the live chat at the moment; it opens again { $opens }. You can ring us now on { $phone } (until { $closes }).
utter_chat_and_phone_closed = Nobody is in the live chat at the moment. It opens again { $opens }; our line { $phone } is answered again { $phone_opens }.

# A person in the chat. $ahead counts the customers who are before this one.
utter_person_called =
    { $ahead ->
        [0] I’ve asked for a person to join us here: you’re next.
        [one] I’ve asked for a person to join us here. One customer is before you.
       *[other] I’ve asked for a person to join us here. { $ahead } customers are before you.
    }
    They will see what we have talked about. Meanwhile you can carry on with me.
utter_place_in_queue =
    { $ahead ->
        [0] You’re next: a person will be with you shortly.
        [one] One customer is before you.
       *[other] { $ahead } customers are before you.
    }
utter_still_waiting = You’re still waiting for a person. I can’t see your place in the queue just now, but you haven’t lost it.
utter_person_is_coming = A person is just joining us.
utter_stopped_waiting = All right, you’re no longer waiting for a person. I’m still here.
utter_not_waiting = You’re not waiting for a person at the moment.
utter_person_here =
    { $name } is here and will take over now. Whatever you write goes to { $name }.
    When you’re done, come back to me whenever you like.
utter_person_still_there = Are you still there? { $name } is waiting for your answer.
utter_person_late = What you wrote hasn’t reached { $name } yet. I’m keeping it and will pass it on as soon as possible.
utter_person_missed = Your last message came after { $name } had left, so nobody has read it. If it still matters, please write it again.
utter_handed_back = { $name } has left, and I’m back. Is there anything else I can do for you?
utter_back_with_assistant = You’re with me, the assistant, again. { $name } knows that you have left.
utter_person_gone_for_silence = I haven’t heard from you for a while, so I’ve ended the conversation with { $name }. I’m here, whenever you want to go on.
utter_person_silent = I’m sorry: { $name } hasn’t answered for some time, so I’m back. You can ask for a person again or call { $phone }.
utter_nobody_came = I’m sorry, nobody was free to take your conversation. You can ask again later or call { $phone }.
utter_chat_has_closed = I’m sorry, the live chat has closed for today before anybody was free.
button_back_to_assistant = Back to assistant
button_my_place = How many before me?
button_stop_waiting = Stop waiting
button_leave_message = Leave a message
