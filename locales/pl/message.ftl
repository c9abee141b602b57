utter_ask_message = Awarię, pytanie lub prośbę można zostawić od razu: proszę napisać tutaj własnymi słowami, o co chodzi. Numer zgłoszenia podam od ręki, a odpowiedź będzie { $by }.
utter_ask_reply_way = Jak przekazać odpowiedź?
utter_ask_reply_way_again = Gdzie przekazać odpowiedź: tutaj na czacie, e-mailem czy telefonicznie? Można też od razu napisać adres albo numer.
utter_ask_reply_email = Na jaki adres e-mail?
utter_ask_reply_email_again = Nie widzę tu adresu e-mail. Wygląda on tak: nazwa@example.com. A może odpowiedź tutaj, na czacie?
utter_ask_reply_phone = Na jaki numer telefonu?
utter_ask_reply_phone_again = To nie jest pełny numer telefonu. Proszę podać go w całości, a zagraniczny z numerem kierunkowym kraju, na przykład +44. A może odpowiedź tutaj, na czacie?
button_reply_chat = Tutaj na czacie
button_reply_email = E-mailem
button_reply_phone = Telefonicznie
button_change_reply = Sposób odpowiedzi
reply_chat = tutaj na czacie
reply_email = e-mailem na adres { $email }
reply_phone = telefonicznie pod numerem { $phone }
utter_ask_confirmed_message =
    Oto, co wyślę:
    Opis: { $words }
    Odpowiedź: { $by }, { $reply }.
    Jeśli czegoś brakuje (adresu, numeru, od kiedy), proszę dopisać.
    Czy wysłać?
utter_message_filed =
    Gotowe. Numer zgłoszenia: { $report }.
    Odpowiedź będzie { $by }, { $reply }.
utter_message_belongs_here = W tej rozmowie można o nie zapytać w każdej chwili, bez logowania.
utter_status_where_filed = Jeśli zgłoszenie złożono bez logowania, proszę zapytać o nie w rozmowie, w której je złożono, albo zadzwonić: { $phone }. Jeśli jest na koncie, można się tutaj zalogować.
utter_status_by_code = Jeśli zgłoszenie złożono bez logowania i podano adres e-mail, mogę wysłać tam kod, a potem powiedzieć, co się z nim dzieje. Jeśli podano numer telefonu albo nic, proszę zapytać w rozmowie, w której je złożono, albo zadzwonić: { $phone }. Jeśli zgłoszenie jest na koncie, można się tutaj zalogować.
button_send_code = Wyślij mi kod
utter_code_sent = Jeśli zgłoszenie { $report } złożono bez logowania i z adresem e-mail, przyjdzie tam kod. Jest ważny dziesięć minut.
utter_ask_status_code = Proszę wpisać tutaj sześć cyfr kodu.
utter_ask_status_code_again = Kod ma sześć cyfr. Proszę je tutaj wpisać albo napisać „stop”.
utter_code_wrong = To nie jest właściwy kod. Proszę sprawdzić i spróbować jeszcze raz.
utter_code_over = Ten kod stracił ważność. Mogę wysłać nowy.
utter_code_barred = Dla tego zgłoszenia było zbyt wiele błędnych kodów. Nowy będzie można wysłać najwcześniej za godzinę. Można też zadzwonić: { $phone }.
utter_status_alone = Zgłoszenie { $report }: { $status }
