utter_contacts_open =
    Konsultanci czekają teraz na telefon: { $phone } (do { $closes }).
    Można też napisać: { $email }.
utter_contacts_closed =
    Infolinia { $phone } jest teraz nieczynna. Najbliższe otwarcie: { $opens }. Napisać można o każdej porze: { $email }.
    Tymczasem mogę przyjąć reklamację: od razu dostanie numer zgłoszenia.
utter_opening_hours_open = Infolinia jest teraz czynna, do { $closes }.
utter_opening_hours_closed = Infolinia jest teraz nieczynna. Najbliższe otwarcie: { $opens }.
utter_opening_hours =
    Telefon ({ $phone }): { $phone_hours }
    Biuro ({ $address }), po umówieniu wizyty: { $office_hours }
    Ten asystent i nasza strona internetowa: zawsze.
    Wszystkie godziny podano według czasu lokalnego: { $city }.
hours_weekdays = poniedziałek–piątek { $from }–{ $to }
hours_saturday = sobota { $from }–{ $to }
