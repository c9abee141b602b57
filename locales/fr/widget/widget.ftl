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
waiting-kept = Sera envoyé dès le retour de la connexion
failed = N’a pas pu être envoyé
refused-too_long = Votre message est trop long pour être envoyé.
refused-other = Veuillez réessayer avec vos propres mots.
refused-too_large = Ce fichier dépasse { $size }, la taille maximale pour un envoi.
refused-wrong_type = Seules les photos (JPEG, PNG, WebP) et les documents PDF peuvent être envoyés.
refused-too_many = Trop de fichiers sont déjà en attente. Dites-nous d’abord à quoi ils se rapportent.
refused-empty = Ce fichier est vide.
refused-lost = Votre navigateur n’a plus ce fichier. Veuillez le joindre à nouveau.
refused-no_file = Ce fichier est resté trop longtemps en attente. Veuillez le joindre à nouveau.
refused-file = Veuillez joindre ce fichier à nouveau.
you-said = Vous :
assistant-said = L’assistant :
person-said = Le conseiller :
input = Votre message
input-hint = Écrivez un message
attach = Joindre une photo ou un document
attached = Pièces jointes
remove = Retirer { $name }
sending = Envoi de { $name }
file = Fichier :
waiting-here = Sera envoyé dès le retour de la connexion. D’ici là, veuillez garder cette page ouverte.
waiting-no_room = Votre navigateur n’a plus assez de place pour le garder. Veuillez laisser cette page ouverte : il sera envoyé dès le retour de la connexion.
waiting-no_place = Votre navigateur ne peut pas le garder pour plus tard. Veuillez laisser cette page ouverte : il sera envoyé dès le retour de la connexion.
send = Envoyer
too-long =
    { $over ->
        [one] { $over } caractère de trop. Veuillez raccourcir votre message.
       *[other] { $over } caractères de trop. Veuillez raccourcir votre message.
    }
column-mark = Choix
column-when = Date et heure
column-number = Numéro appelé
column-place = Destination
column-length = Durée
column-price = Prix
column-note = Remarque
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
