-operator = Telvia

# Strona główna operatora i to, co wspólne dla wszystkich stron.

page_skip = Przejdź do treści
page_languages = Język
page_home = { -operator }: strona główna
page_to_home = Na stronę główną
page_missing_title = Nic tu nie ma
page_missing = Tej strony nie ma albo została przeniesiona. Prosimy sprawdzić adres.

front_title = Pomoc w sprawie połączeń i rachunków
front_description = Asystent pokaże połączenia i opłaty, przyjmie reklamację i powie, co się z nią dzieje, o każdej porze.
front_heading = Nieznana opłata na rachunku?
front_lead = Nasz asystent przejrzy z Państwem połączenia, zanotuje, co się nie zgadza, i poda numer zgłoszenia. O każdej porze i w Państwa języku.
front_open_chat = Otwórz czat
front_no_script = Czat wymaga obsługi JavaScriptu. Można też do nas zadzwonić: { $phone }.
front_topics = W czym pomoże asystent
front_calls_title = Połączenia
front_calls_text = Wszystkie połączenia z danego miesiąca: kiedy, do kogo, jak długo i za ile.
front_dispute_title = Błędne opłaty
front_dispute_text = Wystarczy zaznaczyć błędne połączenia, podać powód i poprosić o zwrot. Numer zgłoszenia pojawia się od razu.
front_report_title = Zgłoszenia
front_report_text = Co się dzieje ze zgłoszeniem i do kiedy najpóźniej przyjdzie odpowiedź.
front_questions = Warto wiedzieć
front_password_question = Czy asystent zapyta o hasło?
front_password_answer = Nie, nigdy. Poda odnośnik do naszej strony logowania i krótki kod. Prosimy sprawdzić, czy strona i czat pokazują ten sam kod.
front_responsible_question = Z mojego numeru dzwonił ktoś inny. Czy muszę zapłacić?
front_responsible_answer = Za opłaty na rachunku odpowiada właściciel konta, także za połączenia wykonane przez inne osoby. Jeśli połączenia nie było albo naliczono je błędnie, prosimy je zareklamować.
front_credit_question = Gdzie zobaczę zwrot?
front_credit_answer = Jeśli uznamy reklamację, a rachunek jest już opłacony, zwrot pojawi się na następnym rachunku. Jeśli nie jest jeszcze opłacony, zwrot pomniejszy kwotę do zapłaty.
front_contact = Rozmowa z człowiekiem
front_phone = Telefon
front_email = E-mail
front_office = Biuro, po umówieniu wizyty
front_assistant = Asystent
front_always = całą dobę, codziennie
front_time_zone = Wszystkie godziny podano według czasu lokalnego: { $city }.
front_invented = { -operator } to fikcyjny operator. Ta strona pokazuje, jak asystent wygląda w serwisie operatora.
