utter_contacts_open =
    A person can help you now: call { $phone } (until { $closes }).
    You can also write to { $email }.
utter_contacts_closed =
    Nobody is at the desk at the moment. Our line { $phone } opens again { $opens }, and you can write to { $email } at any time.
    Meanwhile I can take your dispute and give you its report number at once.
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
