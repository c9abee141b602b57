title = Asystent { $operator }
title-plain = Asystent na czacie
launcher = Otwórz czat
launcher-unread =
    { $count ->
        [one] Otwórz czat, { $count } nowa wiadomość
        [few] Otwórz czat, { $count } nowe wiadomości
        [many] Otwórz czat, { $count } nowych wiadomości
       *[other] Otwórz czat, { $count } nowej wiadomości
    }
close = Zamknij czat
language = Język: { $language }
log = Rozmowa
more = Więcej poniżej
typing = Asystent pisze
connecting = Łączenie…
reconnecting = Utracono połączenie. Trwa ponowne łączenie…
reconnected = Połączenie przywrócone.
waiting-kept = Zostanie wysłane po przywróceniu połączenia
failed = Nie udało się wysłać
refused-too_long = Wiadomość jest zbyt długa, aby ją wysłać.
refused-other = Proszę spróbować jeszcze raz własnymi słowami.
refused-too_large = Ten plik ma więcej niż { $size }, a większych nie można wysłać.
refused-wrong_type = Wysłać można tylko zdjęcia (JPEG, PNG, WebP) i dokumenty PDF.
refused-too_many = Czeka już zbyt wiele plików. Proszę najpierw napisać, czego dotyczą.
refused-empty = Ten plik jest pusty.
refused-lost = Przeglądarka nie ma już tego pliku. Proszę dołączyć go jeszcze raz.
refused-no_file = Ten plik czekał zbyt długo. Proszę dołączyć go jeszcze raz.
refused-file = Proszę dołączyć plik jeszcze raz.
you-said = Wysłano:
assistant-said = Asystent:
person-said = Konsultant:
input = Treść wiadomości
input-hint = Treść wiadomości
attach = Dołącz zdjęcie lub dokument
attached = Załączniki
remove = Usuń { $name }
sending = Wysyłanie: { $name }
file = Plik:
waiting-here = Zostanie wysłane po przywróceniu połączenia. Do tego czasu proszę nie zamykać tej strony.
waiting-no_room = W przeglądarce zabrakło na to miejsca. Proszę nie zamykać tej strony: zostanie to wysłane po przywróceniu połączenia.
waiting-no_place = Przeglądarka nie może tego zachować na później. Proszę nie zamykać tej strony: zostanie to wysłane po przywróceniu połączenia.
send = Wyślij
too-long =
    { $over ->
        [one] O { $over } znak za dużo. Proszę skrócić wiadomość.
        [few] O { $over } znaki za dużo. Proszę skrócić wiadomość.
        [many] O { $over } znaków za dużo. Proszę skrócić wiadomość.
       *[other] O { $over } znaku za dużo. Proszę skrócić wiadomość.
    }
column-mark = Zaznaczenie
column-when = Data i godzina
column-number = Wybrany numer
column-place = Kierunek
column-length = Czas trwania
column-price = Cena
column-note = Uwaga
select-all = Zaznacz wszystkie
selected =
    { $count ->
        [0] Nic nie zaznaczono
        [one] Zaznaczono { $count } połączenie
        [few] Zaznaczono { $count } połączenia
        [many] Zaznaczono { $count } połączeń
       *[other] Zaznaczono { $count } połączenia
    }
submitted = { $submit }: { $positions }
select-first = Proszę najpierw zaznaczyć przynajmniej jedno połączenie.
new-tab = otwiera się w nowej karcie
code = Kod logowania
