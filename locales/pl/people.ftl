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
    Czat z konsultantem: { $chat_hours }
    Ten asystent i nasza strona internetowa: całą dobę, codziennie.
    Godziny podano według czasu lokalnego ({ $city }).
hours_weekdays = poniedziałek–piątek { $from }–{ $to }
hours_saturday = sobota { $from }–{ $to }
opens_today = dziś o { $time }
opens_tomorrow = jutro o { $time }
opens_on = { $day }, o { $time }
with_your_time = { $at }, czyli { $yours } według czasu konta
by_today = dziś do godziny { $time }
by_tomorrow = jutro do godziny { $time }
by_on = do godziny { $time } ({ $day })
by_day = do { $day }
by_soon = jak najszybciej
hours_monday = poniedziałek { $from }–{ $to }
hours_tuesday = wtorek { $from }–{ $to }
hours_wednesday = środa { $from }–{ $to }
hours_thursday = czwartek { $from }–{ $to }
hours_friday = piątek { $from }–{ $to }
hours_sunday = niedziela { $from }–{ $to }
hours_always = całą dobę, codziennie
way_phone = infolinia
way_office = biuro
way_chat = czat z konsultantem
utter_special_day = Uwaga: { $day } – nieczynne ({ $ways }).
utter_special_day_because = Uwaga: { $day }, { $reason } – nieczynne ({ $ways }).
utter_special_day_hours = Uwaga: { $day } – czynne od { $from } do { $to } ({ $ways }).
utter_special_day_hours_because = Uwaga: { $day }, { $reason } – czynne od { $from } do { $to } ({ $ways }).
utter_clocks = Czas lokalny ({ $city }): { $there }; według czasu konta: { $here }.
utter_closed_because = Dziś nieczynne: { $reason }.
utter_closed_holiday = Dziś jest tu dzień wolny od pracy, więc nikogo nie ma.
utter_nobody_free = Wszyscy konsultanci są teraz zajęci.
utter_nobody_free_phone = Wszyscy konsultanci są teraz zajęci. Można też zadzwonić: { $phone } (do { $closes }).
utter_chat_closed = Na czacie nie ma teraz żadnego konsultanta. Najbliższe otwarcie czatu i infolinii { $phone }: { $opens }.
utter_chat_closed_phone = Na czacie nie ma teraz żadnego konsultanta. Najbliższe otwarcie: { $opens }. Już teraz można zadzwonić: { $phone } (do { $closes }).
utter_chat_and_phone_closed = Na czacie nie ma teraz żadnego konsultanta. Najbliższe otwarcie: { $opens }. Infolinia { $phone }: { $phone_opens }.
