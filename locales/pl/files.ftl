utter_file_received =
    { $count ->
        [one] Dziękuję, plik dotarł.
        [few] Dziękuję, mam już { $count } pliki.
        [many] Dziękuję, mam już { $count } plików.
       *[other] Dziękuję, mam już { $count } pliku.
    }
utter_file_with_draft =
    { $count ->
        [one] Dziękuję, plik dotarł. Dołączę go do zgłoszenia.
        [few] Dziękuję. Do zgłoszenia dołączę teraz { $count } pliki.
        [many] Dziękuję. Do zgłoszenia dołączę teraz { $count } plików.
       *[other] Dziękuję. Do zgłoszenia dołączę teraz { $count } pliku.
    }
utter_file_with_unsent = Dziękuję, plik dotarł. Zgłoszenie nie zostało jeszcze wysłane, bo nasz system nie odpowiedział. Plik zostanie do niego dołączony. Czy spróbować jeszcze raz?
utter_file_kept = Dziękuję, plik dotarł. Przechowam go przez { $hours } godz. Najpierw dokończmy tę sprawę. Potem proszę napisać „dodaj plik” albo zacząć reklamację, a plik zostanie do niej dołączony.
utter_file_gone = Nie mam już tego pliku: przechowuję pliki przez { $hours } godz. Proszę wysłać go jeszcze raz.
utter_files_go_along =
    { $count ->
        [one] Plik, który do mnie dotarł, dołączę do tego zgłoszenia.
        [few] Do tego zgłoszenia dołączę { $count } pliki, które do mnie dotarły.
        [many] Do tego zgłoszenia dołączę { $count } plików, które do mnie dotarły.
       *[other] Do tego zgłoszenia dołączę { $count } pliku, które do mnie dotarły.
    }
utter_ask_file_report =
    { $count ->
        [one] Czy dołączyć go do zgłoszenia { $report }?
        [few] Czy dołączyć je do zgłoszenia { $report }?
        [many] Czy dołączyć je do zgłoszenia { $report }?
       *[other] Czy dołączyć je do zgłoszenia { $report }?
    }
utter_ask_which_file_report =
    { $count ->
        [one] Do którego zgłoszenia dołączyć plik?
        [few] Do którego zgłoszenia dołączyć te { $count } pliki?
        [many] Do którego zgłoszenia dołączyć tych { $count } plików?
       *[other] Do którego zgłoszenia dołączyć te pliki ({ $count })?
    }
utter_ask_file_report_again =
    { $count ->
        [one] Czy dołączyć plik do zgłoszenia { $report }? Proszę odpowiedzieć „tak” lub „nie” albo wybrać inne zgłoszenie.
        [few] Czy dołączyć { $count } pliki do zgłoszenia { $report }? Proszę odpowiedzieć „tak” lub „nie” albo wybrać inne zgłoszenie.
        [many] Czy dołączyć { $count } plików do zgłoszenia { $report }? Proszę odpowiedzieć „tak” lub „nie” albo wybrać inne zgłoszenie.
       *[other] Czy dołączyć { $count } pliku do zgłoszenia { $report }? Proszę odpowiedzieć „tak” lub „nie” albo wybrać inne zgłoszenie.
    }
utter_ask_which_file_report_again = Nie wiem, o które zgłoszenie chodzi. Proszę wybrać jedno z listy albo napisać jego numer.
utter_ask_file_dispute =
    { $count ->
        [one] Nie ma otwartego zgłoszenia, do którego mogę go dołączyć. Czy zacząć reklamację? Plik zostanie do niej dołączony.
        [few] Nie ma otwartego zgłoszenia, do którego mogę je dołączyć. Czy zacząć reklamację? Pliki zostaną do niej dołączone.
        [many] Nie ma otwartego zgłoszenia, do którego mogę je dołączyć. Czy zacząć reklamację? Pliki zostaną do niej dołączone.
       *[other] Nie ma otwartego zgłoszenia, do którego mogę je dołączyć. Czy zacząć reklamację? Pliki zostaną do niej dołączone.
    }
utter_words_with_file = Przekażę też to, co zostało napisane.
utter_files_attached =
    { $count ->
        [one] Gotowe: plik jest już dołączony do zgłoszenia { $report }.
        [few] Gotowe: { $count } pliki są już dołączone do zgłoszenia { $report }.
        [many] Gotowe: { $count } plików jest już dołączonych do zgłoszenia { $report }.
       *[other] Gotowe: { $count } pliku jest już dołączone do zgłoszenia { $report }.
    }
utter_files_refused =
    { $count ->
        [one] Nasz system nie przyjął jednego pliku do zgłoszenia { $report }. Reszta pozostaje bez zmian. Konsultant podpowie, jak przekazać go inaczej.
        [few] Nasz system nie przyjął { $count } plików do zgłoszenia { $report }. Reszta pozostaje bez zmian. Konsultant podpowie, jak przekazać je inaczej.
        [many] Nasz system nie przyjął { $count } plików do zgłoszenia { $report }. Reszta pozostaje bez zmian. Konsultant podpowie, jak przekazać je inaczej.
       *[other] Nasz system nie przyjął { $count } pliku do zgłoszenia { $report }. Reszta pozostaje bez zmian. Konsultant podpowie, jak przekazać je inaczej.
    }
utter_files_gone =
    { $count ->
        [one] Brakuje jednego pliku: przechowuję pliki przez { $hours } godz., a ten czas już minął. Proszę wysłać go jeszcze raz.
        [few] Brakuje { $count } plików: przechowuję pliki przez { $hours } godz., a ten czas już minął. Proszę wysłać je jeszcze raz.
        [many] Brakuje { $count } plików: przechowuję pliki przez { $hours } godz., a ten czas już minął. Proszę wysłać je jeszcze raz.
       *[other] Brakuje { $count } pliku: przechowuję pliki przez { $hours } godz., a ten czas już minął. Proszę wysłać je jeszcze raz.
    }
utter_files_waiting =
    { $count ->
        [one] Jeden plik nie jest jeszcze dołączony do zgłoszenia { $report }, bo nasz system nie odpowiedział. Nadal go mam. Proszę za chwilę nacisnąć „Jeszcze raz”: nie zostanie dołączony podwójnie.
        [few] { $count } pliki nie są jeszcze dołączone do zgłoszenia { $report }, bo nasz system nie odpowiedział. Nadal je mam. Proszę za chwilę nacisnąć „Jeszcze raz”: żaden nie zostanie dołączony podwójnie.
        [many] { $count } plików nie jest jeszcze dołączonych do zgłoszenia { $report }, bo nasz system nie odpowiedział. Nadal je mam. Proszę za chwilę nacisnąć „Jeszcze raz”: żaden nie zostanie dołączony podwójnie.
       *[other] { $count } pliku nie jest jeszcze dołączone do zgłoszenia { $report }, bo nasz system nie odpowiedział. Nadal je mam. Proszę za chwilę nacisnąć „Jeszcze raz”: żaden nie zostanie dołączony podwójnie.
    }
utter_files_left =
    { $count ->
        [one] Dobrze. Przechowam plik przez { $hours } godz. od wysłania. Nie został dołączony do żadnego zgłoszenia.
        [few] Dobrze. Przechowam { $count } pliki przez { $hours } godz. od wysłania. Nie zostały dołączone do żadnego zgłoszenia.
        [many] Dobrze. Przechowam { $count } plików przez { $hours } godz. od wysłania. Nie zostały dołączone do żadnego zgłoszenia.
       *[other] Dobrze. Przechowam { $count } pliku przez { $hours } godz. od wysłania. Nie zostały dołączone do żadnego zgłoszenia.
    }
utter_files_left_out =
    { $count ->
        [one] Dobrze, plik nie zostanie wysłany.
        [few] Dobrze, pliki nie zostaną wysłane.
        [many] Dobrze, pliki nie zostaną wysłane.
       *[other] Dobrze, pliki nie zostaną wysłane.
    }
utter_report_files =
    { $count ->
        [one] Do zgłoszenia jest dołączony jeden plik.
        [few] Do zgłoszenia są dołączone { $count } pliki.
        [many] Do zgłoszenia jest dołączonych { $count } plików.
       *[other] Do zgłoszenia jest dołączone { $count } pliku.
    }
words_and_files =
    { $words }
    { $count ->
        [one] Załącznik: jeden plik
        [few] Załączniki: { $count } pliki
        [many] Załączniki: { $count } plików
       *[other] Załączniki: { $count } pliku
    }
only_files =
    { $count ->
        [one] Jeden plik
        [few] { $count } pliki
        [many] { $count } plików
       *[other] { $count } pliku
    }
utter_how_to_send_web = Oczywiście. Proszę nacisnąć spinacz obok pola wiadomości i wybrać zdjęcie lub PDF: JPEG, PNG, WebP albo PDF, do { $megabytes } MB każdy i do { $most } plików naraz.
utter_how_to_send_telegram = Oczywiście. Proszę wysłać je tutaj jako zdjęcie lub plik: JPEG, PNG, WebP albo PDF, do { $megabytes } MB każdy i do { $most } plików naraz.
utter_how_to_send_whatsapp = Oczywiście. Proszę wysłać je tutaj jako zdjęcie lub dokument: JPEG, PNG, WebP albo PDF, do { $megabytes } MB każdy i do { $most } plików naraz.
utter_how_to_send_elsewhere = Tutaj nie mogę przyjmować plików. Proszę napisać słowami, co na nim widać, albo wysłać plik na adres { $email }.
utter_file_too_large = Ten plik jest za duży: mogę przyjąć najwyżej { $megabytes } MB. Proszę wysłać mniejszy albo zdjęcie samego ważnego fragmentu.
utter_file_wrong_type = Takich plików nie mogę przyjąć. Proszę wysłać zdjęcie (JPEG, PNG lub WebP) albo PDF.
utter_file_too_many = Czeka u mnie już tyle plików, ile mogę przechować naraz: { $most }. Najpierw ustalmy, dokąd mają trafić.
utter_file_empty = Ten plik jest pusty. Proszę go sprawdzić i wysłać jeszcze raz.

button_yes_add_file = Tak, dołącz
button_add_file = Dodaj plik
button_another_report = Inne zgłoszenie
button_file_dispute = Nowa reklamacja
button_begin_dispute = Tak, zacznij
button_not_now = Nie teraz
button_change_files = Bez plików
button_only_file = Tylko plik
