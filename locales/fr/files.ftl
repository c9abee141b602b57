utter_file_received =
    { $count ->
        [one] Merci, j’ai bien votre fichier.
       *[other] Merci, j’ai bien vos { $count } fichiers.
    }
utter_file_with_draft =
    { $count ->
        [one] Merci, j’ai bien votre fichier. Il sera joint à votre demande.
       *[other] Merci. { $count } fichiers seront désormais joints à votre demande.
    }
utter_file_with_unsent = Merci, j’ai bien votre fichier. Votre demande n’est pas encore partie, car notre système n’a pas répondu. Le fichier y sera joint. Je réessaie ?
utter_file_kept = Merci, j’ai bien votre fichier et je le garde { $hours } heures. Terminons d’abord ceci. Ensuite, écrivez « ajouter le fichier », ou commencez une contestation : il y sera joint.
utter_file_gone = Je n’ai plus ce fichier : je ne les garde que { $hours } heures. Veuillez le renvoyer.
utter_files_go_along =
    { $count ->
        [one] Le fichier que vous m’avez envoyé sera joint.
       *[other] Les { $count } fichiers que vous m’avez envoyés seront joints.
    }
utter_ask_file_report =
    { $count ->
        [one] Je l’ajoute au dossier { $report } ?
       *[other] Je les ajoute au dossier { $report } ?
    }
utter_ask_which_file_report =
    { $count ->
        [one] À quel dossier dois-je ajouter votre fichier ?
       *[other] À quel dossier dois-je ajouter vos { $count } fichiers ?
    }
utter_ask_file_report_again =
    { $count ->
        [one] J’ajoute votre fichier au dossier { $report } ? Répondez par oui ou par non, ou choisissez un autre dossier.
       *[other] J’ajoute vos { $count } fichiers au dossier { $report } ? Répondez par oui ou par non, ou choisissez un autre dossier.
    }
utter_ask_which_file_report_again = Je ne suis pas sûr d’avoir compris de quel dossier il s’agit. Choisissez-en un ou écrivez son numéro.
utter_ask_file_dispute =
    { $count ->
        [one] Vous n’avez pas de dossier ouvert auquel l’ajouter. Commençons-nous une contestation ? Votre fichier y sera joint.
       *[other] Vous n’avez pas de dossier ouvert auquel les ajouter. Commençons-nous une contestation ? Vos fichiers y seront joints.
    }
utter_words_with_file = Je transmettrai aussi ce que vous avez écrit.
utter_files_attached =
    { $count ->
        [one] C’est fait : votre fichier est dans le dossier { $report }.
       *[other] C’est fait : vos { $count } fichiers sont dans le dossier { $report }.
    }
utter_files_refused =
    { $count ->
        [one] Notre système n’a pas accepté un fichier pour le dossier { $report }. Le reste est bien enregistré. Un collègue peut vous indiquer un autre moyen de nous le faire parvenir.
       *[other] Notre système n’a pas accepté { $count } fichiers pour le dossier { $report }. Le reste est bien enregistré. Un collègue peut vous indiquer un autre moyen de nous les faire parvenir.
    }
utter_files_gone =
    { $count ->
        [one] Il manque un fichier : je les garde { $hours } heures, et ce délai est passé. Veuillez le renvoyer.
       *[other] Il manque { $count } fichiers : je les garde { $hours } heures, et ce délai est passé. Veuillez les renvoyer.
    }
utter_files_waiting =
    { $count ->
        [one] Un fichier n’est pas encore dans le dossier { $report }, car notre système n’a pas répondu. Je le garde ici. Appuyez sur « Réessayer » dans un instant ; il ne sera pas ajouté deux fois.
       *[other] { $count } fichiers ne sont pas encore dans le dossier { $report }, car notre système n’a pas répondu. Je les garde ici. Appuyez sur « Réessayer » dans un instant ; aucun ne sera ajouté deux fois.
    }
utter_files_left =
    { $count ->
        [one] D’accord. Je garde votre fichier { $hours } heures à compter de son envoi. Il n’a été ajouté à aucun dossier.
       *[other] D’accord. Je garde vos { $count } fichiers { $hours } heures à compter de leur envoi. Ils n’ont été ajoutés à aucun dossier.
    }
utter_files_left_out =
    { $count ->
        [one] D’accord, le fichier ne sera pas envoyé.
       *[other] D’accord, les fichiers ne seront pas envoyés.
    }
utter_report_files =
    { $count ->
        [one] Un fichier de votre part y est joint.
       *[other] { $count } fichiers de votre part y sont joints.
    }
words_and_files =
    { $words }
    { $count ->
        [one] Pièce jointe : un fichier
       *[other] Pièces jointes : { $count } fichiers
    }
only_files =
    { $count ->
        [one] Un fichier de votre part
       *[other] { $count } fichiers de votre part
    }
utter_how_to_send_web = Volontiers. Cliquez sur le trombone à côté de la zone de saisie et choisissez une photo ou un PDF : JPEG, PNG, WebP ou PDF, { $megabytes } Mo au plus par fichier, { $most } fichiers à la fois.
utter_how_to_send_telegram = Volontiers. Envoyez votre fichier ici même, comme photo ou comme fichier : JPEG, PNG, WebP ou PDF, { $megabytes } Mo au plus par fichier, { $most } fichiers à la fois.
utter_how_to_send_whatsapp = Volontiers. Envoyez votre fichier ici même, comme photo ou comme document : JPEG, PNG, WebP ou PDF, { $megabytes } Mo au plus par fichier, { $most } fichiers à la fois.
utter_how_to_send_elsewhere = Je ne peux pas recevoir de fichiers ici. Dites-moi avec vos mots ce qu’on y voit, ou envoyez le fichier à { $email }.
utter_file_too_large = Ce fichier est trop lourd : je peux recevoir jusqu’à { $megabytes } Mo. Pouvez-vous en envoyer un plus léger, ou une photo de la partie utile ?
utter_file_wrong_type = Je ne peux pas recevoir ce type de fichier. Veuillez l’envoyer en photo (JPEG, PNG ou WebP) ou en PDF.
utter_file_too_many = J’ai déjà { $most } fichiers de votre part et je ne peux pas en garder davantage à la fois. Voyons d’abord où vont ceux-là.
utter_file_empty = Ce fichier est vide. Vérifiez-le, puis renvoyez-le.

button_yes_add_file = Oui, ajouter
button_add_file = Ajouter le fichier
button_another_report = Un autre dossier
button_file_dispute = Nouvelle contestation
button_begin_dispute = Oui, commençons
button_not_now = Pas maintenant
button_change_files = Retirer les fichiers
button_only_file = Le fichier seulement
