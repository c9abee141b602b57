utter_ask_disputed_calls =
    Które połączenia się nie zgadzają? Proszę je zaznaczyć albo podać numery pozycji, na przykład „2 i 4” lub „wszystkie oprócz trzeciej”.
    Na liście nie ma połączeń w abonamencie.
utter_ask_disputed_calls_by_number =
    Które połączenia się nie zgadzają? Proszę podać numery pozycji, na przykład „2 i 4” lub „wszystkie oprócz trzeciej”.
    Na liście nie ma połączeń w abonamencie.
utter_ask_disputed_calls_again = Nie wiem, o które połączenia chodzi. Proszę zaznaczyć je na liście albo podać numery pozycji, na przykład „2 i 4”.
utter_ask_disputed_calls_again_by_number = Nie wiem, o które połączenia chodzi. Proszę podać numery pozycji na liście, na przykład „2 i 4”.
utter_calls_not_on_list =
    { $count ->
        [one] Takiej pozycji nie ma na liście: { $positions }. Ostatnia to { $last }. Niczego jeszcze nie zaznaczono. O które połączenia chodzi?
        [few] Takich pozycji nie ma na liście: { $positions }. Ostatnia to { $last }. Niczego jeszcze nie zaznaczono. O które połączenia chodzi?
        [many] Takich pozycji nie ma na liście: { $positions }. Ostatnia to { $last }. Niczego jeszcze nie zaznaczono. O które połączenia chodzi?
       *[other] Takich pozycji nie ma na liście: { $positions }. Ostatnia to { $last }. Niczego jeszcze nie zaznaczono. O które połączenia chodzi?
    }
utter_no_call_matches = Żadne z tych połączeń do tego nie pasuje. O które chodzi?
utter_no_call_chosen = Żadne z tych połączeń nie zostało zaznaczone. Sprawdzić inny okres czy chodzi o coś innego?
utter_no_disputable_calls = { $line }, okres { $period }: brak płatnych połączeń. Sprawdzić inny okres czy chodzi o coś innego?
utter_calls_not_eligible =
    { $count ->
        [one] To połączenie pomijam, bo nie przysługuje za nie zwrot:
        [few] Te połączenia pomijam, bo nie przysługuje za nie zwrot:
        [many] Te połączenia pomijam, bo nie przysługuje za nie zwrot:
       *[other] Te połączenia pomijam, bo nie przysługuje za nie zwrot:
    }
    { $calls }
utter_no_eligible_call_chosen = Za żadne z wybranych połączeń nie przysługuje zwrot. Można wybrać inne albo napisać, że chodzi o coś innego.
utter_no_eligible_call_chosen_yet = Za żadne z wybranych połączeń nie przysługuje zwrot. Połączenie, którego nie ma jeszcze na rachunku, będzie można zareklamować, gdy rachunek się pojawi. Można też wybrać inne albo napisać, że chodzi o coś innego.
utter_no_eligible_call_listed = Żadnego z tych połączeń nie można zareklamować; powód podano przy każdym z nich. Czy pokazać inny okres, czy chodzi o coś innego?
utter_no_eligible_call_listed_yet = Żadnego z tych połączeń nie można zareklamować, zanim pojawi się na rachunku. Czy pokazać inny okres, czy chodzi o coś innego?
ineligible_call = { $call }: { $reason }
utter_calls_chosen =
    { $count ->
        [one] Zaznaczono jedno połączenie, { $amount }.
        [few] Zaznaczono { $count } połączenia, razem { $amount }.
        [many] Zaznaczono { $count } połączeń, razem { $amount }.
       *[other] Zaznaczono { $count } połączenia, razem { $amount }.
    }
utter_ask_dispute_reason = Co się nie zgadza? Proszę wybrać powód albo opisać go własnymi słowami.
utter_ask_dispute_reason_again = Nie mam pewności, jaki to powód. Który z tych pasuje najlepiej?
utter_reason_understood = Rozumiem. Powód: „{ $reason }”.
utter_ask_disputed_bill = O który rachunek chodzi?
utter_ask_disputed_bill_again = Nie widzę takiego rachunku. O który z tych chodzi?
utter_ask_payment_amount = Ile wyniosła wpłata?
utter_ask_payment_amount_again = Nie widzę tu kwoty. Ile wyniosła wpłata? Na przykład: { $example }
utter_ask_payment_date = Którego dnia dokonano wpłaty?
utter_ask_payment_date_again = Nie widzę tu daty. Którego dnia dokonano wpłaty? Na przykład: { $example }
utter_payment_date_in_future = Ten dzień dopiero nadejdzie. Którego dnia dokonano wpłaty?
utter_ask_payment_means = W jaki sposób dokonano wpłaty?
utter_ask_payment_means_again = Nie wiem, o jaki sposób chodzi. Jak dokonano wpłaty?
utter_ask_own_words = Może jeszcze kilka słów od siebie? Pomogą osobie, która zajmie się sprawą.
utter_ask_own_words_needed = Proszę opisać własnymi słowami, co się stało. Przeczyta to osoba, która zajmie się sprawą.
utter_ask_own_words_payment_plan_denied = Kiedy złożono prośbę o raty lub odroczenie płatności i jaka była odpowiedź?
utter_ask_own_words_service_lost = Na której linii usługa nie działała i od kiedy do kiedy?
utter_own_words_too_long = Tak długiego tekstu nie mogę przekazać. Proszę napisać krócej, do { $limit } znaków.
utter_ask_confirmed_calls =
    Oto, co wyślę:
    { $count ->
        [one] Jedno połączenie ({ $line }):
        [few] { $count } połączenia ({ $line }):
        [many] { $count } połączeń ({ $line }):
       *[other] { $count } połączenia ({ $line }):
    }
    { $calls }
    Kwota: { $amount }
    Powód: { $reason }
    Opis: { $words }
    Za opłaty na rachunku odpowiada właściciel konta, także za połączenia wykonane przez inne osoby; dlatego każde z nich sprawdzamy.
    Czy wysłać?
utter_ask_confirmed_payment =
    Oto, co wyślę:
    Wpłata: { $amount }, { $date }
    Sposób zapłaty: { $means }
    Powód: { $reason }
    Opis: { $words }
    Czy wysłać?
utter_ask_confirmed_bill =
    Oto, co wyślę:
    Rachunek: { $bill }
    Powód: { $reason }
    Opis: { $words }
    Czy wysłać?
utter_ask_confirmed_again = Czy wysłać? Proszę odpowiedzieć „tak” lub „nie” albo napisać, co zmienić.
utter_ask_what_to_change = Nic jeszcze nie zostało wysłane. Co zmienić?
own_words = „{ $words }”
no_own_words = brak
call_in_summary = { $when }, { $number }, { $price }
bill_in_summary = { $number } ({ $month }, { $amount })
more_calls =
    { $count ->
        [one] i jeszcze jedno połączenie
        [few] i jeszcze { $count } połączenia
        [many] i jeszcze { $count } połączeń
       *[other] i jeszcze { $count } połączenia
    }

utter_dispute_filed =
    Gotowe. Numer zgłoszenia: { $report }. Zgłoszenie dotarło do nas i zostało przyjęte do rozpatrzenia.
    Odpowiedź nadejdzie do { $answer_by }.
utter_dispute_filed_undated = Gotowe. Numer zgłoszenia: { $report }. Zgłoszenie dotarło do nas i zostało przyjęte do rozpatrzenia.
utter_dispute_filed_before_undated = To zostało już wysłane. Numer zgłoszenia: { $report }.
utter_dispute_filed_before = To zostało już wysłane. Numer zgłoszenia: { $report }. Odpowiedź nadejdzie do { $answer_by }.
utter_credit_next_bill = Jeśli reklamacja zostanie uznana, zwrot pomniejszy następny rachunek, bo ten jest już opłacony.
utter_credit_unpaid_bill = Jeśli reklamacja zostanie uznana, zwrot pomniejszy rachunek { $bill }, który jeszcze czeka na zapłatę.
utter_pay_meanwhile = Część rachunku nieobjętą reklamacją proszę zapłacić w terminie.
utter_dispute_not_eligible = Tymczasem coś się zmieniło: za jedno z wybranych połączeń nie przysługuje już zwrot. Nic nie zostało wysłane. Proszę wybrać jeszcze raz.
utter_dispute_rejected = Nasz system rozliczeń nie przyjął tej reklamacji, więc nic nie zostało wysłane. Można zmienić odpowiedzi albo porozmawiać z konsultantem.
utter_dispute_unsure = Nie wiem jeszcze, czy reklamacja dotarła: nasz system rozliczeń nie odpowiedział na czas. Proszę za chwilę nacisnąć „Jeszcze raz”: nic nie zostanie wysłane podwójnie.
utter_draft_gone = Nie mam już tej reklamacji i nic nie zostało wysłane. Czy zacząć od nowa?

reason_payment_not_credited = Wpłata nie została zaksięgowana
reason_payment_plan_denied = Odmowa rozłożenia na raty lub odroczenia płatności
reason_service_lost = Przerwa w działaniu usługi z winy operatora
reason_unrecognised_call = Nie rozpoznaję połączenia
reason_fraud = Dzwonił ktoś inny
reason_wrong_rate = Błędna stawka, czas lub kierunek połączenia
reason_duplicate_charge = Opłata naliczona dwa razy
reason_not_contracted = Niezamówiona linia lub usługa
reason_higher_than_quoted = Kwota wyższa niż obiecana
reason_promotion_not_applied = Brak uzgodnionego rabatu
reason_setup_fee = Opłata za instalację lub aktywację, o której nie było mowy
reason_charged_after_cancellation = Opłaty po rozwiązaniu umowy
reason_roaming = Nieoczekiwany roaming lub opłaty poza abonamentem
reason_not_installed = Usługi nie dostarczono lub nie zainstalowano
reason_wrong_plan_or_sim = Niewłaściwy abonament lub karta SIM
reason_other = Coś innego

means_card = Karta
means_transfer = Przelew
means_direct_debit = Polecenie zapłaty
means_cash = Gotówka
means_other = Inny sposób

button_submit = Wyślij
button_change = Chcę coś zmienić
button_change_calls = Połączenia
button_change_reason = Powód
button_change_words = Opis
button_change_payment = Wpłata
button_change_bill = Rachunek
button_no_words = Nie, to wszystko
button_not_a_call = Nie chodzi o połączenie
button_already_filed = Mam już zgłoszenie
button_more_reasons = Więcej powodów
button_dispute_again = Od nowa
button_today = Dzisiaj
button_yesterday = Wczoraj
button_follow_up = Co ze zgłoszeniem?
