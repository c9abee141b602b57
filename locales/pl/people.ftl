utter_contacts_open =
    Konsultanci czekają teraz na telefon: { $phone } (do { $closes }).
    Można też napisać: { $email }.
utter_contacts_closed =
    Infolinia { $phone } jest teraz nieczynna. Najbliższe otwarcie: { $opens }. Napisać można o każdej porze: { $email }.
    Tymczasem mogę przyjąć reklamację i od razu podać jej numer.
utter_opening_hours_open = Infolinia jest teraz czynna, do { $closes }.
utter_opening_hours_closed = Infolinia jest teraz nieczynna. Najbliższe otwarcie: { $opens }.
utter_opening_hours =
    Telefon ({ $phone }): { $phone_hours }
    Biuro ({ $address }), po umówieniu wizyty: { $office_hours }
    Ten asystent i nasza strona internetowa: całą dobę, codziennie.
    Godziny podano według czasu lokalnego ({ $city }).
hours_weekdays = poniedziałek–piątek { $from }–{ $to }
hours_saturday = sobota { $from }–{ $to }
opens_today = dziś o { $time }
opens_tomorrow = jutro o { $time }
opens_on = { $day }, o { $time }
