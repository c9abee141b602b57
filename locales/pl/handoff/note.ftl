# To, co konsultant czyta w Chatwoot obok przekazanej mu rozmowy.
note_wish = Sprawa: { $wish }
note_report = Zgłoszenie { $report }
note_customer = Klient zalogowany: { $name }, konto { $account }
note_not_signed_in = Klient niezalogowany
note_language = Klient pisze { $language ->
    [es] po hiszpańsku
    [fr] po francusku
    [en] po angielsku
   *[pl] po polsku
}
note_before = Wcześniejsza rozmowa:
note_from_customer = Klient: { $text }
note_from_assistant = Asystent: { $text }
note_customer_left = Klienta już nie ma.
note_customer_ended = Klient wrócił do asystenta.
note_closed_for_today = Czat został zamknięty; klient o tym wie.
note_untold = Klient nie otrzymał tej wiadomości: rozmowę przejął już z powrotem asystent.
wish_dispute_charge = reklamowana opłata
wish_view_call_activity = połączenia z danego numeru
wish_check_report_status = stan zgłoszenia
wish_confirm_report = zgłoszenie uznane za załatwione
