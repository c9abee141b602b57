utter_contacts_open =
    Konsultanci czekają teraz na telefon: { $phone } (do { $closes }).
    Można też napisać: { $email }.
utter_contacts_closed =
    Infolinia { $phone } jest teraz nieczynna. Najbliższe otwarcie: { $opens }. Napisać można o każdej porze: { $email }.
    Tymczasem mogę spisać sprawę i od razu podać jej numer.
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

# Konsultant na czacie. $ahead to liczba osób, które czekają dłużej.
utter_person_called =
    { $ahead ->
        [0] Prośba o rozmowę z konsultantem została przekazana. Są Państwo następni w kolejce.
        [one] Prośba o rozmowę z konsultantem została przekazana. W kolejce przed Państwem jest jedna osoba.
        [few] Prośba o rozmowę z konsultantem została przekazana. W kolejce przed Państwem są { $ahead } osoby.
        [many] Prośba o rozmowę z konsultantem została przekazana. W kolejce przed Państwem jest { $ahead } osób.
       *[other] Prośba o rozmowę z konsultantem została przekazana. W kolejce przed Państwem jest { $ahead } osoby.
    }
    Konsultant zobaczy, o czym była mowa do tej pory. W czasie oczekiwania można dalej pisać ze mną.
utter_place_in_queue =
    { $ahead ->
        [0] Są Państwo następni w kolejce: konsultant zaraz dołączy.
        [one] W kolejce przed Państwem jest jedna osoba.
        [few] W kolejce przed Państwem są { $ahead } osoby.
        [many] W kolejce przed Państwem jest { $ahead } osób.
       *[other] W kolejce przed Państwem jest { $ahead } osoby.
    }
utter_still_waiting = Nadal czekają Państwo na konsultanta. Nie widzę teraz miejsca w kolejce, ale ono nie przepadło.
utter_person_is_coming = Konsultant właśnie dołącza do rozmowy.
utter_stopped_waiting = Dobrze, nie czekają już Państwo na konsultanta. Jestem do dyspozycji.
utter_not_waiting = W tej chwili nie czekają Państwo na konsultanta.
utter_person_here =
    Rozmowę przejmuje teraz { $name }. Wszystko, co Państwo napiszą, trafi prosto do tej osoby.
    Po rozmowie można wrócić do mnie w każdej chwili.
utter_person_still_there = Czy są Państwo jeszcze z nami? { $name } czeka na odpowiedź.
utter_person_late = Wiadomość nie dotarła jeszcze do konsultanta ({ $name }). Zachowuję ją i przekażę, gdy tylko będzie to możliwe.
utter_person_missed = Ostatnia wiadomość przyszła już po zakończeniu rozmowy z konsultantem ({ $name }), więc nikt jej nie przeczytał. Jeśli nadal jest ważna, proszę napisać ją jeszcze raz.
utter_handed_back = Rozmowa z konsultantem ({ $name }) dobiegła końca i znów piszą Państwo z asystentem. Czy mogę jeszcze w czymś pomóc?
utter_back_with_assistant = Znów piszą Państwo ze mną, asystentem. { $name } wie o zakończeniu rozmowy.
utter_person_gone_for_silence = Od dłuższego czasu nie było od Państwa odpowiedzi, więc rozmowa z konsultantem ({ $name }) została zakończona. Można do mnie pisać w każdej chwili.
utter_person_silent = Przepraszam, konsultant ({ $name }) od dłuższego czasu nie odpowiada, więc wracam ja. Można ponownie poprosić o konsultanta albo zadzwonić: { $phone }.
utter_nobody_came = Przepraszam, żaden konsultant nie był wolny. Można spróbować później albo zadzwonić: { $phone }.
utter_chat_has_closed = Przepraszam, czat z konsultantem został na dziś zamknięty, zanim ktokolwiek był wolny.
button_back_to_assistant = Wróć do asystenta
button_my_place = Które mam miejsce?
button_stop_waiting = Nie chcę czekać
button_leave_message = Zostaw wiadomość
