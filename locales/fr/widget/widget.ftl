title = Assistant { $operator }
title-plain = Votre assistant
launcher = Ouvrir le chat
launcher-unread =
    { $count ->
        [one] Ouvrir le chat, { $count } nouveau message
       *[other] Ouvrir le chat, { $count } nouveaux messages
    }
close = Fermer le chat
language = Langue : { $language }
log = Messages du chat
more = Suite plus bas
typing = L’assistant est en train d’écrire
connecting = Connexion en cours…
reconnecting = Connexion perdue. Reconnexion en cours…
reconnected = La connexion est rétablie.
waiting = Sera envoyé dès le retour de la connexion
failed = N’a pas pu être envoyé
refused-too_long = Votre message est trop long pour être envoyé.
refused-other = L’envoi n’a pas abouti. Veuillez réessayer avec vos propres mots.
you-said = Vous :
assistant-said = L’assistant :
person-said = Le conseiller :
input = Votre message
input-hint = Écrivez un message
send = Envoyer
too-long =
    { $over ->
        [one] { $over } caractère de trop. Veuillez raccourcir votre message.
       *[other] { $over } caractères de trop. Veuillez raccourcir votre message.
    }
select-all = Tout sélectionner
selected =
    { $count ->
        [0] Aucun appel sélectionné
        [one] { $count } appel sélectionné
       *[other] { $count } appels sélectionnés
    }
submitted = { $submit } : { $positions }
select-first = Sélectionnez d’abord au moins un appel.
new-tab = s’ouvre dans un nouvel onglet
code = Votre code
