-operator = Telvia

# Przyciski i krótkie słowa, wspólne dla kilku wątków rozmowy.
button_help = W czym pomoże asystent?
button_person = Rozmowa z konsultantem
button_retry = Jeszcze raz
button_cancel = Przerwij
button_more = Pokaż więcej
