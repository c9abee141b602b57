code_subject = { $code } – kod do zgłoszenia
code_body =
    Dzień dobry,

    kod to { $code }. Jest ważny dziesięć minut.
    Ktoś zapytał na czacie { $operator } o zgłoszenie { $report }, w którym podano ten adres. Jeśli to pomyłka, nie trzeba nic robić: bez kodu nikt się niczego nie dowie.

    { $operator }
