utter_unavailable = Désolé, une partie de notre système ne répond pas pour le moment. J’ai gardé ce que vous m’avez dit jusqu’ici. Veuillez m’envoyer à nouveau votre dernier message dans un instant.
utter_billing_unavailable = Désolé, je n’arrive pas à joindre notre système de facturation. J’ai gardé tout ce que vous m’avez dit. Réessayez dans un instant ou parlez à quelqu’un.
utter_billing_slow = Désolé, notre système de facturation met trop de temps à répondre. J’ai gardé tout ce que vous m’avez dit. Réessayez dans un instant ou parlez à quelqu’un.
utter_internal_error = Désolé, quelque chose n’a pas fonctionné de notre côté. J’ai gardé ce que vous m’avez dit. Veuillez réessayer ou parler à quelqu’un.
utter_not_found = Je ne trouve plus cela. Regardons à nouveau.
