# Co komunikatory mówią o tym, czego nie mogą przyjąć.
utter_voice_not_heard = Nie potrafię odsłuchiwać wiadomości głosowych. Proszę napisać, o co chodzi.
utter_sticker = Dziękuję! Naklejek ani GIF-ów jednak nie rozumiem. Proszę napisać słowami, w czym mogę pomóc.
utter_not_read = Tego nie potrafię otworzyć: czytam wiadomości tekstowe i przyjmuję zdjęcia oraz dokumenty PDF. Proszę opisać to słowami.
utter_file_not_fetched = Nie udało mi się pobrać tego pliku. Proszę wysłać go jeszcze raz.
utter_edit_not_read = Widzę, że treść wiadomości została zmieniona, ale czytam tylko to, co przyszło za pierwszym razem. Jeśli coś ma być inaczej, proszę napisać to w nowej wiadomości.
utter_not_in_groups = Dziękuję za zaproszenie, ale nie odpowiadam w grupach: rachunek to sprawa prywatna. Proszę napisać do mnie bezpośrednio, chętnie pomogę.
utter_button_gone = Ten przycisk już nie działa. Proszę po prostu napisać, w czym mogę pomóc.
