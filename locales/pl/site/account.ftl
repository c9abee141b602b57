# Moje konto: strona, na której logują się klienci.

account_title = Moje konto
account_intro = Prosimy zalogować się do swojego konta. Asystent na czacie będzie wiedział, z kim rozmawia, i nie poprosi o ponowne logowanie.
account_hello = Dzień dobry, { $name }
account_known = Asystent na czacie już wie, z kim rozmawia: można od razu zapytać o połączenia albo zakwestionować opłatę.
account_sign_out = Wyloguj się
