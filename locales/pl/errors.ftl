utter_unavailable = Przepraszam, część naszego systemu chwilowo nie odpowiada. Dotychczasowe odpowiedzi są zachowane. Proszę za chwilę wysłać ostatnią wiadomość jeszcze raz.
utter_billing_unavailable = Przepraszam, nie mam teraz dostępu do systemu rozliczeń. Wszystkie odpowiedzi są zachowane. Proszę spróbować za chwilę albo porozmawiać z konsultantem.
utter_billing_slow = Przepraszam, system rozliczeń zbyt długo nie odpowiada. Wszystkie odpowiedzi są zachowane. Proszę spróbować za chwilę albo porozmawiać z konsultantem.
utter_internal_error = Przepraszam, po naszej stronie wystąpił błąd. Dotychczasowe odpowiedzi są zachowane. Proszę spróbować jeszcze raz albo porozmawiać z konsultantem.
utter_not_found = Nie mogę już tego znaleźć. Poszukajmy jeszcze raz.
