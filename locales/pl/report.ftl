utter_no_reports = W tej chwili nie mamy żadnych zgłoszeń z tego konta.
utter_reports =
    { $count ->
        [one] Jest jedno zgłoszenie. Czy je pokazać?
        [few] Są { $count } zgłoszenia. Które pokazać?
        [many] Jest { $count } zgłoszeń. Które pokazać?
       *[other] Jest { $count } zgłoszenia. Które pokazać?
    }
utter_report =
    Zgłoszenie { $report } z { $filed }: { $status }
    { $subject }
utter_report_answer_by = Odpowiedź nadejdzie do { $answer_by }.
utter_report_note = Nasza ostatnia wiadomość w tej sprawie ({ $date }): „{ $note }”
utter_report_credited = Przyznany zwrot: { $amount }.
utter_report_recalculation = Opłata została naliczona niesłusznie, dlatego przeliczamy rachunek. Numer przeliczenia: { $number }. Wynik będzie znany do { $date }.
utter_report_question = Potrzebujemy odpowiedzi na pytanie: „{ $question }”
utter_next_step_complaint = Jeśli nie zgadzają się Państwo z tą decyzją, mogą Państwo złożyć skargę. Rozpatrzy ją osoba, która dotąd nie zajmowała się tą sprawą.
utter_next_step_addInformation = Jeśli mają Państwo coś, czego jeszcze nie widzieliśmy, na przykład potwierdzenie albo datę, prosimy to przesłać. Nasz pracownik to sprawdzi.
utter_next_step_viewBill = Tę kwotę znajdą Państwo na rachunku wśród przyznanych zwrotów.
utter_next_step_contactUs = Jeśli coś jest jeszcze niejasne, nasz konsultant chętnie to wyjaśni.
button_answer_question = Odpowiedz na pytanie
button_complain = Złóż skargę
button_add_information = Prześlij więcej informacji
utter_report_not_found = Nie widzę na tym koncie zgłoszenia { $report }. Proszę sprawdzić numer albo wybrać jedno ze swoich zgłoszeń.
utter_report_number_wrong = { $report } nie jest pełnym numerem zgłoszenia: wygląda na literówkę. Proszę sprawdzić numer albo wybrać jedno ze swoich zgłoszeń.
utter_credit_timing =
    Jeśli rachunek, którego dotyczy przyznany zwrot, jest już opłacony, zwrot trafi na następny rachunek. Jeśli jeszcze nie, zwrot pomniejszy najnowszy rachunek, który czeka na zapłatę.
report_title = { $report } · { $filed } · { $status }
subject_calls =
    { $count ->
        [one] Jedno reklamowane połączenie, { $amount }. Powód: { $reason }
        [few] { $count } reklamowane połączenia, razem { $amount }. Powód: { $reason }
        [many] { $count } reklamowanych połączeń, razem { $amount }. Powód: { $reason }
       *[other] { $count } reklamowanego połączenia, razem { $amount }. Powód: { $reason }
    }
subject_payment = Wpłata: { $amount }. Powód: { $reason }
subject_other = Powód: { $reason }
subject_fault = Awaria
subject_request = Prośba
subject_serviceRequest = Prośba
subject_complaint = Skarga
subject_message = Wiadomość
subject_fraud = Oszustwo
status_acknowledged = przyjęte do rozpatrzenia
status_inProgress = w trakcie wyjaśniania
status_pending = czeka na Państwa odpowiedź
status_held = wstrzymane
status_resolved = załatwione
status_rejected = odrzucone
status_closed = zamknięte
status_cancelled = wycofane
utter_report_offer = Z reklamowanej kwoty { $disputed } możemy zwrócić { $offered }. Czekamy na odpowiedź.
utter_ask_answered_report_answer_offer = Mamy kilka propozycji zwrotu. O którą chodzi?
utter_ask_answered_report_withdraw_dispute = Które zgłoszenie wycofać?
utter_ask_offer_answer = Zgłoszenie { $report }: z reklamowanej kwoty { $disputed } proponujemy zwrot { $offered }. Zgoda oznacza, że przyznamy ten zwrot i sprawa będzie załatwiona. Odmowa oznacza, że sprawdzimy wszystko jeszcze raz. Czy przyjąć propozycję?
utter_ask_offer_answer_again = Proszę odpowiedzieć „tak” lub „nie”: czy przyjąć { $offered } z { $disputed } w sprawie zgłoszenia { $report }?
utter_ask_withdraw = Po wycofaniu zgłoszenia { $report } nie będziemy go już rozpatrywać. Czy wycofać zgłoszenie?
utter_ask_withdraw_sum = Po wycofaniu zgłoszenia { $report } ({ $amount }) nie będziemy go już rozpatrywać, a ta kwota będzie należna w całości. Czy wycofać zgłoszenie?
utter_ask_withdraw_offer = Po wycofaniu zgłoszenia { $report } ({ $amount }) nasza propozycja zwrotu { $offered } przestanie obowiązywać, nie będziemy już rozpatrywać zgłoszenia, a cała kwota będzie należna. Czy wycofać zgłoszenie?
utter_ask_withdraw_again = Proszę odpowiedzieć „tak” lub „nie”: czy wycofać zgłoszenie { $report }?
utter_offer_accepted_next_bill = Dziękuję. Następny rachunek pomniejszymy o { $amount }. Zgłoszenie { $report } jest załatwione.
utter_offer_accepted_unpaid_bill = Dziękuję. Rachunek { $bill }, który jeszcze czeka na zapłatę, jest już pomniejszony o { $amount }. Zgłoszenie { $report } jest załatwione.
utter_offer_refused = Rozumiem: propozycja w sprawie zgłoszenia { $report } nie została przyjęta. Nasz pracownik sprawdzi wszystko jeszcze raz. Odpowiedź nadejdzie do { $answer_by }.
utter_offer_refused_undated = Rozumiem: propozycja w sprawie zgłoszenia { $report } nie została przyjęta. Nasz pracownik sprawdzi wszystko jeszcze raz i prześle odpowiedź.
utter_report_withdrawn = Gotowe. Zgłoszenie { $report } jest wycofane.
utter_report_kept = Dobrze, zgłoszenie { $report } pozostaje otwarte.
utter_no_offers = Żadna propozycja zwrotu nie czeka teraz na odpowiedź.
utter_nothing_to_withdraw = Na tym koncie nie ma otwartego zgłoszenia, które można by wycofać.
utter_report_moved_on = Stan zgłoszenia { $report } zmienił się w międzyczasie. Teraz wygląda to tak:
utter_report_answer_unsure = Nie wiem, czy odpowiedź do nas dotarła. Nic nie przepadło: proszę spróbować jeszcze raz, a nic nie zostanie zapisane podwójnie.
button_answer_offer = Odpowiedz na propozycję
button_accept_offer = Przyjmuję { $amount }
button_refuse_offer = Odrzucam
button_withdraw = Wycofaj
button_keep = Zostaw otwarte
topic_withdraw_dispute = wycofanie zgłoszenia
topic_answer_offer = odpowiedź na propozycję zwrotu
utter_one_report_at_a_time = Po kolei, proszę: które zgłoszenie najpierw?
utter_left_as_it_is = Dobrze, nic nie zmieniam: wszystko zostaje jak było.
utter_report_cannot_be_answered = W zgłoszeniu { $report } nie ma już na co odpowiadać. Oto jego stan:
answered_report_title = { $report } · { $filed } · { $amount }
utter_report_news = Są nowe informacje w sprawie jednego ze zgłoszeń.
utter_report_news_signed_out = Są nowe informacje w sprawie zgłoszenia { $report }. Aby je zobaczyć, proszę się zalogować.
utter_ask_settled = Czy sprawę { $report } można uznać za załatwioną?
utter_ask_still_wrong = Przykro mi. Proszę napisać, co nadal jest nie tak; przeczyta to osoba, która zajmuje się zgłoszeniem.
utter_ask_still_wrong_again = Proszę napisać w jednym lub dwóch zdaniach, co nadal jest nie tak.
utter_report_closed = Dziękuję za potwierdzenie. Zgłoszenie { $report } jest zamknięte.
utter_report_reopened = Dziękuję. Wiadomość została przekazana, a zgłoszenie { $report } będzie sprawdzone jeszcze raz.
utter_report_words_added = Dziękuję. Wiadomość została dołączona do zgłoszenia { $report }.
utter_nothing_to_confirm = Obecnie nie ma nic do potwierdzenia.
utter_ask_answered_report_confirm_report = O które zgłoszenie chodzi?
button_read_news = Zobacz informacje
button_settled = Tak, załatwiona
button_not_settled = Nie, jeszcze nie
