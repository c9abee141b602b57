# Tylko na Telegramie: polecenia z menu i to, co robią. Polecenie ma od 1 do 32 liter od a do z bez
# znaków diakrytycznych, cyfr lub podkreśleń; opis ma do 256 znaków.
command_dispute = reklamacja
command_calls = polaczenia
command_reports = zgloszenia
command_person = konsultant
command_language = jezyk
command_help = pomoc
command_cancel = przerwij
command_does_start = Początek rozmowy i lista możliwości
command_does_dispute = Reklamacja opłaty
command_does_calls = Moje połączenia
command_does_reports = Co się dzieje z moimi zgłoszeniami
command_does_person = Rozmowa z konsultantem
command_does_language = Zmiana języka
command_does_help = W czym mogę pomóc
command_does_cancel = Przerwanie tego, co w toku; nic nie zostanie wysłane
