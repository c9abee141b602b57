# Dokument rachunku.

bill_title = Rachunek nr { $number }
bill_customer = Klient
bill_account = Konto
bill_period = Okres rozliczeniowy
bill_issued = Data wystawienia
bill_due = Termin płatności
bill_times = Godziny według strefy

bill_charges = Opłaty
bill_fee = Abonament miesięczny
bill_calls = Połączenia
bill_calls_counted = { $count ->
    [one] { $count } połączenie
    [few] { $count } połączenia
    [many] { $count } połączeń
   *[other] { $count } połączenia
}
bill_before_tax = Razem netto
bill_tax = VAT ({ $rate })
bill_amount_due = Do zapłaty brutto

bill_settlement = Korekty i wpłaty
bill_credit = Korekta { $number }
bill_credit_for_report = Korekta { $number } do zgłoszenia { $report }
bill_payment = { $means ->
    [direct_debit] Wpłata: polecenie zapłaty
    [bank_transfer] Wpłata: przelew
    [card] Wpłata: karta
   *[other] Wpłata
}
bill_remaining = Pozostało do zapłaty

bill_dispute = Coś się nie zgadza?
bill_dispute_text = Nieznaną lub błędną opłatę prosimy o każdej porze zgłosić naszemu asystentowi na stronie { $address } albo zadzwonić do nas: { $phone }. O zwrot za połączenia z tego rachunku można prosić do { $until }.

bill_calls_of = Połączenia z numeru { $number }
bill_when = Data i godzina
bill_called = Wybrany numer
bill_kind = Rodzaj połączenia
bill_duration = Czas trwania
bill_price = Kwota
bill_call_type = { $type ->
    [local] Lokalne
    [mobile] Na komórkę
    [international] Międzynarodowe
    [premium] Podwyższona opłata
    [roaming] W roamingu
   *[other] { $type }
}
bill_carried = Do przeniesienia
bill_brought = Z przeniesienia
bill_line_total = Razem dla tego numeru
bill_page = Strona { $page } z { $pages }
