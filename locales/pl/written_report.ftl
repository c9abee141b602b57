utter_ask_matter = Przekażę sprawę na piśmie i podam numer zgłoszenia. Proszę napisać własnymi słowami, o co chodzi i co jest potrzebne.
utter_ask_matter_again = Proszę napisać w jednym lub dwóch zdaniach, o co chodzi. Przeczyta to nasz pracownik.
utter_block_the_line = Jeśli zginął telefon lub karta SIM albo je skradziono, prosimy jak najszybciej zadzwonić, żebyśmy zablokowali numer.
utter_ask_confirmed_report =
    Oto, co wyślę:
    Sprawa: { $topic }
    Opis: { $words }
    Odpowiada: { $team }
    Jeśli czegoś brakuje (adresu, numeru, od kiedy), proszę dopisać.
    Czy wysłać?
utter_written_report_filed =
    Gotowe. Numer zgłoszenia: { $report }.
    Do { $answer_by } odpowie { $team }.
utter_written_report_filed_undated = Gotowe. Numer zgłoszenia: { $report }. Odpowie { $team }.
utter_ask_answer = Proszę napisać tutaj odpowiedź. Dopiszę ją do zgłoszenia { $report }.
utter_ask_confirmed_answer =
    Oto, co dopiszę do zgłoszenia { $report }:
    { $words }
    Czy wysłać?
utter_added_to_report = Dziękuję. Odpowiedź jest już dopisana do zgłoszenia { $report }. Odezwiemy się do { $answer_by }.
utter_added_to_report_undated = Dziękuję. Odpowiedź jest już dopisana do zgłoszenia { $report }. Odezwiemy się.
utter_written_report_filed_before = To zostało już wysłane. Numer zgłoszenia: { $report }.
utter_written_report_unsure = Nie wiem jeszcze, czy zgłoszenie dotarło: nasz system nie odpowiedział na czas. Proszę za chwilę nacisnąć „Jeszcze raz”: nic nie zostanie wysłane podwójnie.
utter_written_report_rejected = Nasz system nie przyjął tego zgłoszenia, więc nic nie zostało wysłane. Może się tym zająć konsultant.
utter_written_report_gone = Nie mam już tego zgłoszenia i nic nie zostało wysłane. O co chodzi?
utter_one_thing_at_a_time = Najpierw dokończmy tę sprawę. Aby od razu przejść do drugiej, proszę napisać „stop”.

button_other_words = Zmień opis

team_billing = dział rozliczeń
team_technical = dział techniczny
team_care = biuro obsługi klienta
team_complaints = dział reklamacji

topic_view_bill = rachunek
topic_explain_bill = wyjaśnienie rachunku
topic_payment_options = sposoby płatności
topic_report_payment = dokonana wpłata
topic_request_invoice = faktura lub jej kopia
topic_add_dispute_information = uzupełnienie reklamacji
topic_escalate_complaint = skarga
topic_contact_form = wiadomość do nas
topic_report_fault = awaria
topic_report_lost_equipment = zgubiony, skradziony lub zepsuty sprzęt
topic_request_service = nowa usługa
topic_port_number = przeniesienie numeru
topic_move_service = przeprowadzka
topic_change_number = zmiana numeru
topic_update_details = zmiana danych
topic_transfer_ownership = zmiana właściciela umowy
topic_reconnect_service = przywrócenie usługi
topic_cancel_service = rozwiązanie umowy
topic_track_order = zamówienie lub instalacja
topic_coverage_plans = oferta i zasięg
topic_login_problem = kłopot z logowaniem
topic_view_account = dane konta
topic_credit_timing = termin zwrotu
topic_report_fraud = oszustwo
topic_after = { $topic } w związku ze zgłoszeniem { $report }
