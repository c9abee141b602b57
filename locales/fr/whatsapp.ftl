# Sur WhatsApp seulement. Le bouton qui ouvre une liste et sa dernière ligne : 20 et 24 caractères.
whatsapp_choose = Choisir
whatsapp_more = Voir la suite…
utter_more_choices = Voici les autres possibilités.

# Modèles que Meta approuve, pour écrire en premier après 24 heures. Le bouton : 25 caractères.
whatsapp_news = Bonjour, ici l’assistant { -operator }. Il y a du nouveau sur l’un de vos dossiers.
whatsapp_person = Bonjour, ici l’assistant { -operator }. Un conseiller a répondu à votre demande.
whatsapp_waiting = Bonjour, ici l’assistant { -operator }. J’ai un message pour vous à propos de votre demande.
whatsapp_read = Lire le message
