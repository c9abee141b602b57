utter_ask_disputed_calls =
    Quels appels posent problème ? Sélectionnez-les ou dites-moi leur numéro dans la liste, par exemple « 2 et 4 » ou « tous sauf le troisième ».
    Les appels inclus dans votre forfait n’apparaissent pas.
utter_ask_disputed_calls_by_number =
    Quels appels posent problème ? Dites-moi leur numéro dans la liste, par exemple « 2 et 4 » ou « tous sauf le troisième ».
    Les appels inclus dans votre forfait n’apparaissent pas.
utter_ask_disputed_calls_again = Je n’ai pas compris de quels appels il s’agit. Sélectionnez-les ou dites-moi leur numéro dans la liste, par exemple « 2 et 4 ».
utter_ask_disputed_calls_again_by_number = Je n’ai pas compris de quels appels il s’agit. Dites-moi leur numéro dans la liste, par exemple « 2 et 4 ».
utter_calls_not_on_list =
    { $count ->
        [one] Il n’y a pas de numéro { $positions } dans la liste : elle va jusqu’au { $last }. Je n’ai sélectionné aucun appel. Desquels s’agit-il ?
       *[other] Il n’y a pas de numéros { $positions } dans la liste : elle va jusqu’au { $last }. Je n’ai sélectionné aucun appel. Desquels s’agit-il ?
    }
utter_no_call_matches = Aucun appel ne correspond. De quels appels s’agit-il ?
utter_no_call_chosen = Je n’ai sélectionné aucun de ces appels. Voulez-vous voir une autre période, ou s’agit-il d’autre chose ?
utter_no_disputable_calls = Il n’y a aucun appel payant depuis { $line } (période { $period }). Voulez-vous voir une autre période, ou s’agit-il d’autre chose ?
utter_calls_not_eligible =
    { $count ->
        [one] Je laisse de côté cet appel, qui ne peut pas être contesté :
       *[other] Je laisse de côté ces appels, qui ne peuvent pas être contestés :
    }
    { $calls }
utter_no_eligible_call_chosen = Aucun des appels choisis ne peut être contesté. Vous pouvez en choisir d’autres ou me dire qu’il s’agit d’autre chose.
utter_no_eligible_call_chosen_yet = Aucun des appels choisis ne peut être contesté. Ce qui n’est pas encore facturé pourra être contesté dès que la facture sera là. Vous pouvez en choisir d’autres ou me dire qu’il s’agit d’autre chose.
utter_no_eligible_call_listed = Aucun de ces appels ne peut être contesté ; la raison est indiquée à côté de chacun. Voulez-vous voir une autre période, ou s’agit-il d’autre chose ?
utter_no_eligible_call_listed_yet = Aucun de ces appels ne peut encore être contesté : vous pourrez le faire dès qu’ils seront facturés. Voulez-vous voir une autre période ou s’agit-il d’autre chose ?
ineligible_call = { $call } : { $reason }
utter_calls_chosen =
    { $count ->
        [one] Un appel sélectionné : { $amount }.
       *[other] { $count } appels sélectionnés : { $amount } au total.
    }
utter_ask_dispute_reason = Qu’est-ce qui ne va pas ? Choisissez un motif ou dites-le avec vos mots.
utter_ask_dispute_reason_again = Je ne sais pas trop quel motif retenir. Lequel s’en rapproche le plus ?
utter_reason_understood = C’est noté. Motif : { $reason }.
utter_ask_disputed_bill = De quelle facture s’agit-il ?
utter_ask_disputed_bill_again = Je ne trouve pas cette facture. Laquelle est-ce ?
utter_ask_payment_amount = Combien avez-vous payé ?
utter_ask_payment_amount_again = Je ne vois pas de montant dans votre réponse. Combien avez-vous payé ? Par exemple : { $example }
utter_ask_payment_date = Quel jour avez-vous payé ?
utter_ask_payment_date_again = Je ne vois pas de date dans votre réponse. Quel jour avez-vous payé ? Par exemple : { $example }
utter_payment_date_in_future = Ce jour n’est pas encore arrivé. Quel jour avez-vous payé ?
utter_ask_payment_means = Comment avez-vous payé ?
utter_ask_payment_means_again = Je n’ai pas bien saisi. Comment avez-vous payé ?
utter_ask_own_words = Voulez-vous ajouter quelque chose avec vos mots ? Cela aide la personne qui examinera votre dossier.
utter_ask_own_words_needed = Racontez-moi avec vos mots ce qui s’est passé. La personne qui examinera votre dossier vous lira.
utter_ask_own_words_payment_plan_denied = Quand avez-vous demandé l’étalement ou le report, et que vous a-t-on répondu ?
utter_ask_own_words_service_lost = Sur quelle ligne le service a-t-il été coupé, et de quand à quand ?
utter_own_words_too_long = C’est plus long que ce que je peux transmettre. Pouvez-vous le dire en { $limit } caractères au plus ?
utter_ask_confirmed_calls =
    Voici ce que je vais envoyer :
    { $count ->
        [one] Un appel depuis { $line } :
       *[other] { $count } appels depuis { $line } :
    }
    { $calls }
    Montant : { $amount }
    Motif : { $reason }
    Votre commentaire : { $words }
    Le titulaire du compte répond des frais de la facture, y compris des appels passés par d’autres ; c’est pourquoi chaque appel est examiné.
    Je l’envoie ?
utter_ask_confirmed_payment =
    Voici ce que je vais envoyer :
    Paiement : { $amount }, le { $date }
    Moyen de paiement : { $means }
    Motif : { $reason }
    Votre commentaire : { $words }
    Je l’envoie ?
utter_ask_confirmed_bill =
    Voici ce que je vais envoyer :
    Facture : { $bill }
    Motif : { $reason }
    Votre commentaire : { $words }
    Je l’envoie ?
utter_ask_confirmed_again = Je l’envoie ? Répondez oui ou non, ou dites-moi ce qu’il faut changer.
utter_ask_what_to_change = Rien n’est encore parti. Que souhaitez-vous modifier ?
own_words = « { $words } »
no_own_words = aucun
call_in_summary = { $when }, { $number } : { $price }
bill_in_summary = { $number } ({ $month }, { $amount })
more_calls =
    { $count ->
        [one] et un autre
       *[other] et { $count } autres
    }

utter_dispute_filed =
    C’est fait. Votre numéro de dossier est { $report }. Nous avons bien reçu votre contestation et nous l’examinons.
    Vous aurez une réponse au plus tard le { $answer_by }.
utter_dispute_filed_undated = C’est fait. Votre numéro de dossier est { $report }. Nous avons bien reçu votre contestation et nous l’examinons.
utter_dispute_filed_before_undated = C’est déjà envoyé. Votre numéro de dossier est { $report }.
utter_dispute_filed_before = C’est déjà envoyé. Votre numéro de dossier est { $report } et vous aurez une réponse au plus tard le { $answer_by }.
utter_credit_next_bill = Si nous vous donnons raison, la somme sera déduite de votre prochaine facture, puisque la facture contestée est déjà payée.
utter_credit_unpaid_bill = Si nous vous donnons raison, la somme sera déduite de la facture { $bill }, qui reste à payer.
utter_pay_meanwhile = D’ici là, merci de payer avant l’échéance la partie de la facture que vous ne contestez pas.
utter_dispute_not_eligible = Quelque chose a changé depuis votre choix : l’un de ces appels ne peut plus être contesté. Rien n’a été envoyé. Veuillez choisir à nouveau.
utter_dispute_rejected = Notre système de facturation n’a pas accepté cette contestation ; rien n’a donc été envoyé. Vous pouvez changer vos réponses ou parler à quelqu’un.
utter_dispute_unsure = Je ne sais pas encore si votre contestation est arrivée : notre système de facturation n’a pas répondu à temps. Appuyez sur « Réessayer » dans un instant ; elle ne partira pas deux fois.
utter_draft_gone = Je n’ai plus cette contestation ici, et rien n’a été envoyé. Voulez-vous recommencer ?

reason_payment_not_credited = J’ai payé, mais mon paiement n’apparaît pas
reason_payment_plan_denied = On m’a refusé un étalement ou un report de paiement
reason_service_lost = Coupure de service due à { -operator }
reason_unrecognised_call = Je ne reconnais pas ces frais
reason_fraud = Quelqu’un d’autre a appelé
reason_wrong_rate = Erreur de tarif, de durée ou de destination
reason_duplicate_charge = C’est facturé deux fois
reason_not_contracted = Je n’ai jamais demandé cette ligne ou ce service
reason_higher_than_quoted = C’est plus cher que promis
reason_promotion_not_applied = Il manque une réduction convenue
reason_setup_fee = Frais d’installation ou d’activation non annoncés
reason_charged_after_cancellation = On me facture encore après ma résiliation
reason_roaming = Frais imprévus d’itinérance ou hors forfait
reason_not_installed = Rien n’a été livré ni installé
reason_wrong_plan_or_sim = La ligne n’a pas le bon forfait ou la bonne carte SIM
reason_other = Autre chose

means_card = Carte bancaire
means_transfer = Virement
means_direct_debit = Prélèvement automatique
means_cash = Espèces
means_other = Autre moyen

button_submit = Envoyer
button_change = Changer quelque chose
button_change_calls = Les appels
button_change_reason = Le motif
button_change_words = Mon commentaire
button_change_payment = Le paiement
button_change_bill = La facture
button_no_words = Non, c’est tout
button_not_a_call = Il ne s’agit pas d’un appel
button_already_filed = J’ai déjà un dossier
button_more_reasons = Autres motifs
button_dispute_again = Recommencer
button_today = Aujourd’hui
button_yesterday = Hier
button_follow_up = Voir où il en est
