utter_greet =
    Dzień dobry! Tu asystent sieci { -operator }. Pokażę połączenia, przyjmę reklamację i sprawdzę, co dzieje się ze zgłoszeniem.
    W czym mogę pomóc?
utter_goodbye = Do widzenia i dziękuję za rozmowę. Jestem tu o każdej porze.
utter_thank = Bardzo proszę. Czy mogę pomóc w czymś jeszcze?
utter_thank_meanwhile = Bardzo proszę.
utter_help =
    Oto, w czym mogę pomóc:
    • pokażę połączenia z wybranego okresu rozliczeniowego
    • przyjmę reklamację połączenia lub opłaty i podam numer zgłoszenia
    • sprawdzę, co dzieje się ze zgłoszeniem
    • przekażę na piśmie każdą inną sprawę (awarie, zamówienia, zmiany) i powiem, kto i do kiedy odpowie
    • podam dane kontaktowe i godziny pracy
    Można pisać własnymi słowami albo korzystać z przycisków, a w każdej chwili przerwać, cofnąć się lub zmienić język.
utter_bot_challenge = Jestem automatycznym asystentem, nie człowiekiem. Rozmowa z konsultantem też jest możliwa, wystarczy o nią poprosić.
utter_complain_about_bot = Przykro mi, że nie udaje mi się lepiej pomóc. Spróbujemy inaczej czy lepiej porozmawiać z konsultantem?
utter_out_of_scope = Niestety w tym nie pomogę: to nie dotyczy usług sieci { -operator }. Oto, w czym mogę pomóc.
utter_language_changed = Oczywiście, rozmawiajmy po polsku.
utter_languages = Rozmawiam po hiszpańsku, francusku, polsku i angielsku. Który język wybrać?
utter_ask_meaning = Nie mam pewności, o co chodzi. Czy o jedną z tych spraw?
utter_not_understood = Przepraszam, nie rozumiem. Proszę napisać to inaczej albo wybrać jedną z tych możliwości.
utter_not_understood_again = Przepraszam, nadal nie rozumiem. Żeby nie zabierać czasu: może lepiej porozmawiać z konsultantem?
utter_what_next = W czym mogę teraz pomóc?
utter_question_closed = To pytanie jest już nieaktualne. W czym mogę teraz pomóc?
utter_stopped = Dobrze, przerywam. Nic nie zostało wysłane.
utter_nothing_to_stop = Nic teraz nie trwa, więc nie ma czego przerywać. W czym mogę pomóc?
utter_nothing_to_go_back_to = Nie ma wcześniejszej odpowiedzi do zmiany. W czym mogę pomóc?
utter_restart = Dobrze, zaczynamy od początku. W czym mogę pomóc?
utter_back_to_dispute = Wracamy do reklamacji.
# Before the first answer to somebody who complains angrily. It admits nothing.
regret = Przykro mi, że mają Państwo z tym tyle kłopotu.
utter_too_long = To bardzo długa wiadomość i nie mogę przeczytać jej w całości. Proszę napisać krócej, do { $limit } znaków.
utter_not_text = Nie potrafię tego odczytać. Proszę napisać to słowami.

button_dispute = Reklamacja opłaty
button_view_calls = Moje połączenia
button_check_report = Stan zgłoszenia
button_something_else = Inna sprawa
button_opening_hours = Godziny pracy
button_in_language = { $language }
