# Strony logowania.

code_title = Proszę wpisać kod
code_intro = Asystent na czacie podał kod złożony z ośmiu liter. Prosimy wpisać go tutaj.
code_label = Kod
code_hint = Wielkość liter i łącznik nie mają znaczenia.
code_continue = Dalej
code_malformed = Kod składa się z ośmiu liter. Prosimy sprawdzić go na czacie.
code_unknown = Nie znamy tego kodu. Prosimy sprawdzić na czacie, czy został wpisany poprawnie.
code_expired_title = Ten kod stracił ważność
code_expired = Kod jest ważny przez kwadrans. O nowy można poprosić na czacie; wszystko, co zostało tam napisane, jest zachowane.
code_used_title = Ten kod został już wykorzystany
code_used = Jeśli to Państwo się logowali, wystarczy wrócić do czatu. Jeśli nie, prosimy o telefon: { $phone }.
code_refused_title = Ten kod nie jest już ważny
code_refused = Ktoś zaznaczył, że o niego nie prosił. Aby się zalogować, wystarczy poprosić na czacie o nowy kod.
code_paused = { $minutes ->
    [one] Wpisano zbyt wiele błędnych kodów. Prosimy spróbować ponownie za minutę.
    [few] Wpisano zbyt wiele błędnych kodów. Prosimy spróbować ponownie za { $minutes } minuty.
    [many] Wpisano zbyt wiele błędnych kodów. Prosimy spróbować ponownie za { $minutes } minut.
   *[other] Wpisano zbyt wiele błędnych kodów. Prosimy spróbować ponownie za { $minutes } minuty.
}

signin_title = Logowanie
signin_code = Kod z czatu
signin_consent = Czy zalogować się do asystenta za pomocą tego kodu? Prosimy to zrobić tylko wtedy, gdy sami Państwo poprosili o niego na czacie, a czat pokazuje ten sam kod.
signin_user_name = Nazwa użytkownika
signin_password = Hasło
signin_submit = Zaloguj się
signin_refuse = To nie moja prośba
signin_problem = Nie udało się
signin_missing = Prosimy wpisać nazwę użytkownika i hasło.
signin_wrong = Nazwa użytkownika lub hasło są niepoprawne. Prosimy spróbować ponownie.
signin_paused = { $minutes ->
    [one] Było zbyt wiele prób. Ze względów bezpieczeństwa prosimy odczekać minutę; potem można zalogować się ponownie.
    [few] Było zbyt wiele prób. Ze względów bezpieczeństwa prosimy odczekać { $minutes } minuty; potem można zalogować się ponownie.
    [many] Było zbyt wiele prób. Ze względów bezpieczeństwa prosimy odczekać { $minutes } minut; potem można zalogować się ponownie.
   *[other] Było zbyt wiele prób. Ze względów bezpieczeństwa prosimy odczekać { $minutes } minuty; potem można zalogować się ponownie.
}
signin_stale = Strona była otwarta zbyt długo albo przeglądarka nie przyjmuje plików cookie. Prosimy spróbować ponownie.
signin_help = Nie pamiętają Państwo nazwy użytkownika lub hasła? Prosimy o telefon: { $phone }.

done_title = Logowanie powiodło się
done = Można wrócić do czatu; rozmowa potoczy się dalej sama.
done_close = To okno można zamknąć.
refused_title = Nikt nie został zalogowany
refused = Dziękujemy za czujność. Kod nie jest już ważny. Aby jednak się zalogować, wystarczy poprosić na czacie o nowy.
