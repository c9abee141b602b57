utter_contacts_open =
    A person can help you now: call { $phone } (until { $closes }).
    You can also write to { $email }.
utter_contacts_closed =
    Nobody is at the desk at the moment. You can call { $phone } from { $opens }, or write to { $email } at any time.
    Meanwhile I can take your dispute: it gets a report number at once.
utter_opening_hours_open = Our telephone desk is open now, until { $closes }.
utter_opening_hours_closed = Our telephone desk is closed now. It opens again { $opens }.
utter_opening_hours =
    By phone ({ $phone }): { $phone_hours }
    At our office ({ $address }), by appointment: { $office_hours }
    This assistant and our web site: always.
    All times are local time in { $city }.
hours_weekdays = Monday to Friday { $from }–{ $to }
hours_saturday = Saturday { $from }–{ $to }
