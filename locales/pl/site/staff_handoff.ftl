# Klienci, którzy chcą porozmawiać z człowiekiem, w biurze obsługi. Teksty words_ czyta klient.

staff_talks = Rozmowy
staff_talks_waiting = { $count ->
    [0] nikt nie czeka
    [one] czeka jeden klient
    [few] czeka { $count } klientów
    [many] czeka { $count } klientów
   *[other] czeka { $count } klienta
}
staff_talks_wait = Czekają
staff_talks_taken = W trakcie rozmowy
staff_nobody_waits = Nikt nie czeka na rozmowę z konsultantem.
staff_wish = Sprawa
staff_channel = Kanał
staff_waits_for = Czeka
staff_taken_for = Rozmowa trwa
staff_waits_since = Prośba o konsultanta
staff_minutes = { $count ->
    [0] niecałą minutę
    [one] minutę
    [few] { $count } minuty
    [many] { $count } minut
   *[other] { $count } minuty
}
staff_owed = { $count ->
    [0] czeka na odpowiedź
    [one] czeka na odpowiedź od minuty
    [few] czeka na odpowiedź od { $count } minut
    [many] czeka na odpowiedź od { $count } minut
   *[other] czeka na odpowiedź od { $count } minuty
}
staff_assistant = Asystent
staff_you_are_there = Stan: do dyspozycji klientów.
staff_you_are_away = Stan: poza dyżurem.
staff_present = { $count ->
    [0] Żaden konsultant nie jest dostępny.
    [one] Dostępny jest jeden konsultant.
    [few] Dostępnych jest { $count } konsultantów.
    [many] Dostępnych jest { $count } konsultantów.
   *[other] Dostępne jest { $count } konsultanta.
}
staff_be_there = Jestem do dyspozycji
staff_be_away = Robię przerwę

staff_talk = Rozmowa
staff_summary = Podsumowanie
staff_no_talk_title = Niczego tu nie ma
staff_no_talk = Nie ma takiej rozmowy.
staff_talk_waits = czeka na konsultanta
staff_talk_is_yours = rozmowa w toku
staff_talk_is_of = z klientem rozmawia { $name }
staff_talk_over = rozmowa jest zakończona
staff_step_taken = Rozmowę prowadzi teraz { $name }.
staff_step_handed_back = { $name } oddaje rozmowę asystentowi.
staff_step_ended = { $name } kończy rozmowę.
staff_step_unanswered = Nikt nie odpowiedział na czas, więc rozmowę przejął asystent.
staff_step_customer_left = Klient opuścił rozmowę.
staff_step_customer_ended = Klient zakończył rozmowę.
staff_step_closed_for_today = Biuro zakończyło na dziś pracę.
staff_talk_take = Przejmij rozmowę
staff_talk_take_from = Przejmij rozmowę, którą prowadzi { $name }
staff_talk_hand_back = Oddaj asystentowi
staff_talk_hand_back_hint = Asystent zajmie się tym, co jest jeszcze do załatwienia.
staff_talk_end = Zakończ rozmowę
staff_talk_end_hint = Gdy wszystko jest załatwione. Na nowe pytania znów odpowie asystent.
staff_talk_done_handed_back = Rozmowę znów prowadzi asystent.
staff_talk_done_ended = Rozmowa została zakończona.
staff_talk_over_already = Rozmowa już się zakończyła, więc nie można nic więcej wysłać.
staff_talk_not_yours = Tej rozmowy nie można prowadzić z tego konta: ktoś inny był szybszy albo nikt jej jeszcze nie przejął.
staff_talk_offline = Połączenie zostało przerwane i jest wznawiane. Wpisany tekst można mimo to wysłać.
staff_talk_changed = Stało się tu coś, czego ta strona jeszcze nie pokazuje.
staff_talk_look_again = Odśwież stronę
staff_talk_keys = Enter wysyła, Shift + Enter zaczyna nowy wiersz.
staff_canned = Gotowa odpowiedź
staff_canned_insert = Wstaw
staff_canned_hello = Powitanie
staff_canned_moment = Chwileczkę
staff_canned_checking = Sprawdzam
staff_canned_details = Prośba o szczegóły
staff_canned_recorded = Dopisane do zgłoszenia
staff_canned_anything = Coś jeszcze?
staff_canned_back = Powrót do asystenta
staff_canned_goodbye = Pożegnanie

staff_channel_web = Czat na stronie
staff_channel_telegram = Telegram
staff_channel_whatsapp = WhatsApp
staff_wish_none = nie podano
staff_wants_why = { $wish } ({ $reason })
staff_wish_human_handoff = rozmowa z człowiekiem
staff_wish_complain_about_bot = niezadowolenie z asystenta
staff_wish_log_in = logowanie
staff_wish_login_problem = kłopot z logowaniem
staff_wish_view_account = dane konta
staff_wish_view_call_activity = wykaz połączeń
staff_wish_dispute_charge = reklamacja opłaty
staff_wish_report_fraud = zgłoszenie oszustwa
staff_wish_check_report_status = stan zgłoszenia
staff_wish_credit_timing = termin zwrotu
staff_wish_opening_hours = godziny pracy
staff_wish_view_bill = podgląd rachunku
staff_wish_explain_bill = wyjaśnienie rachunku
staff_wish_payment_options = sposoby płatności
staff_wish_report_payment = dokonana wpłata
staff_wish_request_invoice = faktura lub jej kopia
staff_wish_add_dispute_information = uzupełnienie zgłoszenia
staff_wish_send_file = dołączenie zdjęcia lub dokumentu
staff_wish_escalate_complaint = skarga
staff_wish_contact_form = wiadomość
staff_wish_report_fault = awaria
staff_wish_report_lost_equipment = zgubiony, skradziony lub zepsuty sprzęt
staff_wish_request_service = nowa usługa
staff_wish_port_number = przeniesienie numeru
staff_wish_move_service = przeprowadzka
staff_wish_change_number = zmiana numeru
staff_wish_update_details = zmiana danych
staff_wish_transfer_ownership = przepisanie umowy na inną osobę
staff_wish_reconnect_service = przywrócenie usługi
staff_wish_cancel_service = rozwiązanie umowy
staff_wish_track_order = zamówienie lub instalacja
staff_wish_coverage_plans = oferta i zasięg
staff_wish_withdraw_dispute = wycofanie zgłoszenia
staff_wish_answer_offer = odpowiedź na propozycję

staff_action_handoffThere = początek dyżuru
staff_action_handoffAway = koniec dyżuru
staff_action_handoffTake = przejęcie rozmowy
staff_action_handoffSay = wiadomość w rozmowie
staff_action_handoffHandBack = oddanie rozmowy asystentowi
staff_action_handoffEnd = zakończenie rozmowy
staff_action_handoffUnanswered = rozmowa bez odpowiedzi, przejął ją asystent

words_canned_hello = Dzień dobry, nazywam się { $name }. Znam już treść Państwa rozmowy i od razu się tym zajmuję.
words_canned_moment = Proszę o chwilę cierpliwości. Zaraz wracam.
words_canned_checking = Już to sprawdzam. Zajmie mi to minutę lub dwie.
words_canned_details = Żeby to sprawdzić, potrzebuję szczegółów: o które połączenie lub o który rachunek chodzi i co dokładnie się stało?
words_canned_recorded = Zostało to dopisane do Państwa zgłoszenia. O jego stan można w każdej chwili zapytać asystenta.
words_canned_anything = Czy mogę jeszcze w czymś pomóc?
words_canned_back = Oddaję teraz głos asystentowi, który poprowadzi tę sprawę dalej.
words_canned_goodbye = Dziękujemy za kontakt. Do widzenia!
