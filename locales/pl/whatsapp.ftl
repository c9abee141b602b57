# Tylko w WhatsAppie. Przycisk otwierający listę i jej ostatni wiersz: najwyżej 20 i 24 znaki.
whatsapp_choose = Wybierz
whatsapp_more = Pokaż pozostałe…
utter_more_choices = Oto pozostałe możliwości.

# Szablony zatwierdzane przez Metę, gdy asystent pisze pierwszy po 24 godzinach. Przycisk: 25 znaków.
whatsapp_news = Dzień dobry, tu asystent sieci { -operator }. Mamy nowe informacje o jednym z Państwa zgłoszeń.
whatsapp_person = Dzień dobry, tu asystent sieci { -operator }. Nasz konsultant odpowiedział na Państwa pytanie.
whatsapp_waiting = Dzień dobry, tu asystent sieci { -operator }. Czeka na Państwa wiadomość w zgłoszonej sprawie.
whatsapp_read = Przeczytaj
