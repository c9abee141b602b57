utter_sign_in =
    Do tego trzeba się zalogować. Proszę otworzyć tę stronę i sprawdzić, czy pokazuje kod { $code }.
    { $link }
    Hasła nigdy nie należy wpisywać tutaj. Po zalogowaniu rozmowa potoczy się dalej sama.
utter_sign_in_waiting =
    Nie widzę jeszcze zalogowania. Proszę otworzyć tę stronę i sprawdzić, czy pokazuje kod { $code }.
    { $link }
    Zaraz potem rozmowa potoczy się dalej sama.
utter_signed_out_meanwhile =
    Dla bezpieczeństwa nastąpiło wylogowanie. Dotychczasowe odpowiedzi są zachowane: po zalogowaniu wrócimy do tego samego miejsca.
    Proszę otworzyć tę stronę i sprawdzić, czy pokazuje kod { $code }.
    { $link }
utter_sign_in_first = Odpowiem na to dopiero po zalogowaniu.
utter_signed_in = Dziękuję, zalogowano: { $name }.
utter_already_signed_in = To konto jest już zalogowane: { $name }.
utter_logged_out = Wylogowano. Do usłyszenia!
utter_not_signed_in = Żadne konto nie było zalogowane, więc nie ma z czego się wylogować.
utter_login_problem =
    Do logowania służą nazwa użytkownika i hasło konta rozliczeniowego.
    • Zapomniana nazwa lub hasło albo blokada: proszę zadzwonić pod numer { $phone }, pomożemy.
    • Blokada po kilku błędnych hasłach mija sama po kwadransie.
    • Kod z czatu jest ważny przez kwadrans; nowy mogę podać w każdej chwili.
    Hasła nigdy nie należy wpisywać tutaj.
utter_account =
    Numer konta: { $account }
    Właściciel konta: { $name }
    { $count ->
        [one] Numer telefonu: { $lines }
        [few] Numery telefonu: { $lines }
        [many] Numery telefonu: { $lines }
       *[other] Numery telefonu: { $lines }
    }

button_sign_in = Zaloguj się
