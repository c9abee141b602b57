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
