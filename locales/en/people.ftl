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
    This assistant and our website: day and night, every day.
    All times are local time in { $city }.
hours_weekdays = Monday to Friday { $from }–{ $to }
hours_saturday = Saturday { $from }–{ $to }
opens_today = today at { $time }
opens_tomorrow = tomorrow at { $time }
opens_on = on { $day } at { $time }
