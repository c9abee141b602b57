-operator = Telvia

# Boutons et mots courts que plusieurs parcours partagent.
button_help = Que pouvez-vous faire ?
button_person = Parler à quelqu’un
button_retry = Réessayer
button_cancel = Arrêter
button_more = Voir la suite
