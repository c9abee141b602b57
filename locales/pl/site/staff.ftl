# Biuro obsługi. Teksty words_ to pierwsza wersja tego, co czyta klient.

staff_title = Biuro obsługi
staff_sign_in_intro = Tylko dla pracowników. Po haśle trzeba podać kod z aplikacji uwierzytelniającej.
staff_go_on = Dalej
staff_code_title = Proszę wpisać kod
staff_code_intro = Sześć cyfr, które aplikacja uwierzytelniająca pokazuje w tej chwili.
staff_code_wrong = Kod jest błędny albo został już użyty. Proszę poczekać na następny.
staff_other_officer = Zaloguj się pod inną nazwą
staff_over_title = Sesja wygasła
staff_over = Przez dłuższy czas nic się nie działo, dlatego nic nie zostało wysłane. Proszę zalogować się ponownie.
staff_your_words = Wpisany tekst
staff_to_sign_in = Zaloguj się
staff_to_desk = Przejdź do biura
staff_stale_title = Ten formularz jest nieaktualny
staff_stale = Należy do innej sesji. Proszę wrócić, skopiować wpisany tekst i wczytać stronę ponownie.
staff_unknown_title = Nic tu nie ma
staff_unknown = Nie ma zgłoszenia o tym numerze.
staff_reads_only_title = Tylko do odczytu
staff_reads_only = Ta rola pozwala czytać zgłoszenia, ale nie pozwala na nie odpowiadać.
staff_no_auditor_title = Brak dostępu dla tej roli
staff_no_auditor = Dziennik audytu jest dla audytorów i kierowników.

staff_queues = Kolejki
staff_audit = Dziennik audytu
staff_sign_out = Wyloguj się
staff_as_role = { $role ->
    [clerk] konsultant
    [supervisor] kierownik
    [auditor] audytor
   *[other] { $role }
}
staff_failed_before = { $count ->
    [one] Od ostatniego logowania była jedna nieudana próba zalogowania się na to konto. Jeśli to ktoś inny, proszę powiadomić kierownika.
    [few] Od ostatniego logowania były { $count } nieudane próby zalogowania się na to konto. Jeśli to ktoś inny, proszę powiadomić kierownika.
    [many] Od ostatniego logowania było { $count } nieudanych prób zalogowania się na to konto. Jeśli to ktoś inny, proszę powiadomić kierownika.
   *[other] Od ostatniego logowania było { $count } nieudanej próby zalogowania się na to konto. Jeśli to ktoś inny, proszę powiadomić kierownika.
}
staff_search_label = Numer zgłoszenia, nazwisko lub telefon
staff_search = Szukaj
staff_found = Wyniki dla: { $typed }
staff_none_found = Nic nie znaleziono. Numer zgłoszenia można wpisać bez łączników, a telefon bez kierunkowego kraju.
staff_most_found = Pokazano tylko najnowsze zgłoszenia (najwyżej { $count }); dokładniejsze zapytanie znajdzie starsze.
staff_queue_open = Wszystkie otwarte
staff_queue_overdue = Po terminie
staff_queue_new = Nowe
staff_queue_waiting = Czekają na klienta
staff_queue_dueSoon = Bliski termin
staff_queue_mine = Moje
staff_queue_aboveLimits = Dla kierowników
staff_none_here = Nic tu nie czeka.
staff_pages = Strony
staff_page_before = Poprzednia
staff_page_after = Następna
staff_page_of = Strona { $number } z { $pages }

staff_number = Zgłoszenie
staff_customer = Klient
staff_kind = Rodzaj
staff_amount = Kwota
staff_status = Stan
staff_due = Termin odpowiedzi
staff_days_left = { $count ->
    [0] dzisiaj
    [1] jutro
   *[other] za { $count } dni
}
staff_days_over = { $count ->
    [one] jeden dzień po terminie
    [few] { $count } dni po terminie
    [many] { $count } dni po terminie
   *[other] { $count } dnia po terminie
}
staff_kind_billingDispute = Reklamacja opłat
staff_kind_fraud = Zgłoszenie oszustwa
staff_kind_fault = Awaria
staff_kind_request = Prośba
staff_kind_serviceRequest = Zlecenie
staff_kind_complaint = Skarga
staff_kind_message = Wiadomość
staff_about_payment_not_credited = Niezaksięgowana wpłata
staff_about_payment_plan_denied = Odmowa rozłożenia na raty
staff_about_service_lost = Przerwa z naszej winy
staff_about_unrecognised_call = Nierozpoznane połączenie
staff_about_fraud = Dzwonił ktoś inny
staff_about_wrong_rate = Błędna stawka, czas lub kierunek
staff_about_duplicate_charge = Naliczone dwa razy
staff_about_not_contracted = Niezamówiona usługa
staff_about_higher_than_quoted = Więcej niż obiecano
staff_about_promotion_not_applied = Brak rabatu
staff_about_setup_fee = Niezapowiedziana opłata aktywacyjna
staff_about_charged_after_cancellation = Naliczone po rozwiązaniu umowy
staff_about_roaming = Nieoczekiwany roaming
staff_about_not_installed = Niedostarczone lub niezainstalowane
staff_about_wrong_plan_or_sim = Niewłaściwy abonament lub karta SIM
staff_about_other = Coś innego

staff_what = Czego dotyczy
staff_reason = Powód
staff_disputed = Reklamowana kwota
staff_no_sum = nie podano
staff_payment = Brakująca wpłata
staff_credit_goes = Dokąd trafi uznanie
staff_to_bill = na rachunek { $bill }
staff_to_next_bill = na następny rachunek
staff_given_back = Uznano
staff_offered = Zaproponowano
staff_owner = Prowadzi
staff_finding = Ustalenie
staff_recalculation = Ponowne naliczenie
staff_received = Przyjęto
staff_calls = Reklamowane połączenia
staff_call_when = Kiedy
staff_call_to = Dokąd
staff_call_length = Czas
staff_call_type_local = stacjonarne
staff_call_type_mobile = komórkowe
staff_call_type_premium = o podwyższonej opłacie
staff_call_type_international = międzynarodowe
staff_call_type_roaming = w roamingu
staff_from_line = z numeru { $number }
staff_plan = Abonament
staff_included = w cenie abonamentu
staff_not_included = płatne poza abonamentem
staff_same_number = Ten sam numer
staff_other_calls = { $count ->
    [0] brak innych połączeń
    [one] jedno inne połączenie
    [few] { $count } inne połączenia
    [many] { $count } innych połączeń
   *[other] { $count } innego połączenia
}
staff_last_before = poprzednie: { $when }
staff_bills = Rachunki, których to dotyczy
staff_bill = Rachunek
staff_bill_date = Data
staff_bill_due = Termin płatności
staff_paid = Wpłacono
staff_remaining = Pozostaje
staff_evidence = Dokumenty
staff_attached = dołączone przez klienta, { $when }
staff_signed = zamówienie podpisane { $when }
staff_history = Historia
staff_wrote = – treść:
staff_operator = Operator
staff_name = Imię i nazwisko
staff_speaks = Język
staff_not_signed_in = Niezalogowany
staff_answer_to = Odpowiedź na
staff_answer_to_chat = tutaj, na czacie
staff_answer_there = Klient chce odpowiedzi pod tym adresem lub numerem. To, co zostanie tu napisane, przeczyta na czacie; prosimy wysłać to także tam albo zadzwonić.
staff_account = Konto
staff_since = Klient od
staff_lines = Numery
staff_time_of = Wszystkie godziny według czasu konta: { $place }.
staff_customers = Klienci
staff_reports = Zgłoszenia
staff_payments = Wpłaty i uznania
staff_payment_of = wpłata { $id }
staff_credit_note = nota uznaniowa { $id }
staff_calls_billed = { $count ->
    [0] Brak połączeń
    [one] Jedno połączenie
    [few] { $count } połączenia
    [many] { $count } połączeń
   *[other] { $count } połączenia
}
staff_others = Inne zgłoszenia tego klienta

staff_status_acknowledged = nowe
staff_status_inProgress = w toku
staff_status_pending = czeka na klienta
staff_status_held = wstrzymane
staff_status_resolved = załatwione
staff_status_rejected = odrzucone
staff_status_closed = zamknięte
staff_status_cancelled = wycofane
staff_status_why = { $status } ({ $reason })
staff_reason_credited = kwotę uznano
staff_reason_creditOffered = zaproponowano część
staff_reason_offerAccepted = propozycja przyjęta
staff_reason_offerRefused = propozycja nieprzyjęta
staff_reason_underReview = wyjaśniane
staff_reason_withdrawnByCustomer = przez klienta
staff_reason_confirmedByCustomer = potwierdzone przez klienta
staff_reason_chargeIsDue = opłata jest należna
staff_reason_alreadyCredited = kwotę już uznano
staff_reason_tooLate = reklamacja po terminie
staff_reason_evidenceMissing = nic tego nie potwierdza
staff_reason_informationRequired = poproszono o informacje
staff_reason_customerAnswered = klient odpowiedział
staff_reason_recalculation = trwa ponowne naliczanie
staff_reason_resolvedByOperator = przez operatora
staff_reason_notResolved = zdaniem klienta niezałatwione
staff_reason_notPossible = niemożliwe
staff_reason_notOurService = nie nasza usługa
staff_reason_notReproducible = nie udało się odtworzyć
staff_reason_informationMissing = brak informacji
staff_reason_doneAlready = już zrobione
staff_reason_undue = opłata była nienależna
staff_reason_due = opłata była należna

staff_acts = Co zrobić
staff_act_credit = Zwróć całość
staff_act_offer = Zaproponuj część
staff_act_refuse = Odrzuć
staff_act_take = Weź zgłoszenie
staff_act_resolve = Oznacz jako załatwione
staff_act_reject = Odmów
staff_act_find = Zapisz ustalenie
staff_act_ask = Zapytaj klienta
staff_act_note = Napisz do klienta
staff_do_credit = Uznaj { $amount }
staff_do_offer = Zaproponuj { $amount }
staff_do_refuse = Odrzuć reklamację
staff_do_take = Weź zgłoszenie
staff_do_resolve = Załatwione
staff_do_reject = Odmów realizacji
staff_do_find = Zapisz ustalenie
staff_do_ask = Zapytaj
staff_do_note = Wyślij do klienta
staff_done_credit = Kwotę uznano, a klient otrzymał wiadomość.
staff_done_offer = Część została zaproponowana. Klient może ją przyjąć albo nie.
staff_done_refuse = Reklamację odrzucono, a klient otrzymał uzasadnienie.
staff_done_take = Zgłoszenie zostało przejęte.
staff_done_resolve = Klient dowiedział się, że sprawa jest załatwiona, i może to potwierdzić albo nie.
staff_done_reject = Odmówiono, a klient otrzymał uzasadnienie.
staff_done_find = Ustalenie zapisano, a klient otrzymał wiadomość.
staff_done_ask = Pytanie zostało wysłane. Zgłoszenie czeka na odpowiedź.
staff_done_note = Wiadomość została wysłana do klienta.
staff_above_limit = Samodzielnie można uznać najwyżej { $limit }. Powyżej decyduje kierownik.
staff_offer_waits = Propozycja czeka na odpowiedź klienta; do tego czasu nie zapada żadna inna decyzja.
staff_which_reason = Z jakiego powodu?
staff_which_sum = Ile, w { $currency }? 12,50 lub 12.50
staff_other_sum = Inna kwota
staff_other_reason = Inny powód
staff_sum_credit = Kwota uznania
staff_sum_offer = Kwota propozycji
staff_words_for_customer = Tekst dla klienta, w jego języku ({ $name })
staff_words_hint = Początek już jest: można go dowolnie zmienić. Klient przeczyta to na czacie.
staff_not_done = Nic jeszcze nie zrobiono.
staff_choose_reason = Nie ma takiego powodu.
staff_sum_unclear = To nie jest kwota. Proszę ją wpisać jako 12,50 lub 12.50.
staff_sum_no_part = Część to mniej niż reklamowana kwota. Zwrot całości wybiera się na stronie zgłoszenia.
staff_sum_above_limit = To więcej, niż pozwala ta rola.
staff_not_yours = Ta rola na to nie pozwala.
staff_words_missing = Proszę napisać coś klientowi, najwyżej 2000 znaków.
staff_other_target = W międzyczasie wpłynęła wpłata i uznanie trafi gdzie indziej. Proszę sprawdzić jeszcze raz.
staff_meanwhile = Ktoś był szybszy.
staff_meanwhile_over = Dlatego nie można już tego zrobić. Wpisany tekst jest poniżej.
staff_meanwhile_look = Wpisany tekst został zachowany. Jeśli nadal pasuje, można go wysłać ponownie.
staff_to_report = Do zgłoszenia

staff_officer = Pracownik
staff_day = Dzień
staff_what_was_done = Co zrobiono
staff_entries = { $count ->
    [0] Brak wpisów.
    [one] Jeden wpis.
    [few] { $count } wpisy.
    [many] { $count } wpisów.
   *[other] { $count } wpisu.
}
staff_time_utc = Wszystkie godziny w UTC.
staff_factor = { $factor ->
    [password] błędne hasło
   *[code] błędny kod
}
staff_action_decide = decyzja
staff_action_offer = propozycja części kwoty
staff_action_answer = odpowiedź
staff_action_take = przejęcie zgłoszenia
staff_action_ask = pytanie do klienta
staff_action_note = wiadomość do klienta
staff_action_resolve = oznaczenie jako załatwione
staff_action_reject = odmowa
staff_action_find = ustalenie
staff_action_file = przyjęcie w imieniu klienta
staff_action_remind = przypomnienie o terminie
staff_action_order = przyjęcie podpisanego zamówienia
staff_action_availability = uznanie za niedostępność linii
staff_action_billCredit = uwzględnienie uznania na fakturze
staff_action_logIn = logowanie
staff_action_logInFailed = nieudane logowanie
staff_action_logOut = wylogowanie
staff_action_officerAdded = dodanie pracownika
staff_action_officerDisabled = wyłączenie pracownika
staff_action_secondFactorReset = nowy drugi składnik logowania
staff_action_officerPasswordSet = nowe hasło pracownika
staff_action_setPassword = nowe hasło klienta

words_credit_next = Dziękujemy za zgłoszenie. Sprawdziliśmy tę opłatę: była błędna, dlatego zwracamy { $amount }. Uznanie pojawi się na następnym rachunku.
words_credit_bill = Dziękujemy za zgłoszenie. Sprawdziliśmy tę opłatę: była błędna, dlatego zwracamy { $amount }. O tę kwotę pomniejszamy rachunek { $bill }.
words_offer = Rozpatrzyliśmy Państwa reklamację i możemy zwrócić { $amount } z reklamowanej kwoty. Prosimy o informację, czy przyjmują Państwo tę propozycję.
words_refuse_chargeIsDue = Sprawdziliśmy tę opłatę w naszych rejestrach. Została naliczona prawidłowo, zgodnie z abonamentem, dlatego nie możemy jej zwrócić.
words_refuse_alreadyCredited = Sprawdziliśmy tę opłatę. Kwota została już Państwu zwrócona, dlatego nie pozostaje nic do zwrotu.
words_refuse_tooLate = Przykro nam, ale termin na reklamację tej opłaty już minął i nie możemy jej zwrócić.
words_refuse_evidenceMissing = Na podstawie posiadanych danych nie stwierdziliśmy, że opłata jest błędna. Jeśli mają Państwo coś, co to potwierdza, prosimy to przesłać, a sprawdzimy sprawę ponownie.
words_find_undue = Sprawdziliśmy tę opłatę: była błędna. Naliczamy rachunek ponownie i przekażemy Państwu wynik.
words_find_due = Sprawdziliśmy tę opłatę: została naliczona prawidłowo, zgodnie z abonamentem.
words_ask = Wyjaśniamy Państwa zgłoszenie i potrzebujemy jeszcze jednej informacji:
words_note = Wyjaśniamy Państwa zgłoszenie i odezwiemy się, gdy tylko poznamy wynik.
words_resolve = Załatwiliśmy Państwa sprawę. Jeśli coś nadal jest nie tak, prosimy o wiadomość.
words_reject_notPossible = Dokładnie rozważyliśmy Państwa prośbę. Przykro nam, ale nie możemy jej spełnić.
words_reject_notOurService = To, co Państwo opisują, nie należy do naszych usług, dlatego nie możemy tego zmienić. Prosimy zwrócić się do właściwego dostawcy.
words_reject_notReproducible = Sprawdziliśmy Państwa linię i nie znaleźliśmy usterki. Jeśli się powtórzy, prosimy napisać, kiedy i gdzie.
words_reject_informationMissing = Bez informacji, o które prosiliśmy, nie możemy prowadzić sprawy dalej. Gdy będą dostępne, prosimy o nowe zgłoszenie.
words_reject_doneAlready = To, o co Państwo proszą, zostało już zrobione, dlatego nie pozostaje nam nic do załatwienia.
