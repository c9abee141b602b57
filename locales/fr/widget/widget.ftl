title = Assistant { $operator }
title-plain = Votre assistant
launcher = Ouvrir la discussion
launcher-unread =
    { $count ->
        [one] Ouvrir la discussion, { $count } nouveau message
       *[other] Ouvrir la discussion, { $count } nouveaux messages
    }
close = Fermer la discussion
language = Langue : { $language }
log = Échange
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
        [0] Aucune sélection
        [one] { $count } sélectionné
       *[other] { $count } sélectionnés
    }
submitted = { $submit } : { $positions }
select-first = Sélectionnez d’abord au moins un appel.
new-tab = s’ouvre dans un nouvel onglet
code = Votre code
