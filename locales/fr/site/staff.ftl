# Le bureau du service clients. Ce qui commence par words_ est une première version de ce que lit le client.

staff_title = Bureau du service clients
staff_sign_in_intro = Réservé au personnel. Après le mot de passe, le code de votre application d’authentification vous sera demandé.
staff_go_on = Continuer
staff_code_title = Saisissez le code
staff_code_intro = Les six chiffres que votre application d’authentification affiche en ce moment.
staff_code_wrong = Ce code est erroné ou a déjà servi. Veuillez attendre le suivant.
staff_other_officer = Se connecter avec un autre identifiant
staff_over_title = Vous êtes déconnecté
staff_over = Votre session est restée longtemps inactive : rien n’a été envoyé. Veuillez vous reconnecter.
staff_your_words = Ce que vous aviez écrit
staff_to_sign_in = Se connecter
staff_to_desk = Aller au bureau
staff_stale_title = Ce formulaire n’est plus à jour
staff_stale = Il appartient à une autre session. Revenez en arrière, copiez ce que vous avez écrit et rechargez la page.
staff_unknown_title = Rien ici
staff_unknown = Aucun dossier ne porte ce numéro.
staff_reads_only_title = Lecture seule
staff_reads_only = Votre rôle permet de lire les dossiers, pas d’y répondre.
staff_no_auditor_title = Pas pour votre rôle
staff_no_auditor = Le journal d’audit est réservé aux auditeurs et aux superviseurs.

staff_queues = Files d’attente
staff_audit = Journal d’audit
staff_sign_out = Se déconnecter
staff_as_role = { $role ->
    [clerk] conseiller
    [supervisor] superviseur
    [auditor] auditeur
   *[other] { $role }
}
staff_failed_before = { $count ->
    [one] Depuis votre dernière connexion, quelqu’un a tenté une fois de se connecter à votre place, sans succès. Si ce n’était pas vous, prévenez votre superviseur.
   *[other] Depuis votre dernière connexion, quelqu’un a tenté { $count } fois de se connecter à votre place, sans succès. Si ce n’était pas vous, prévenez votre superviseur.
}
staff_search_label = Numéro de dossier, nom ou téléphone
staff_search = Rechercher
staff_found = Recherche : { $typed }
staff_none_found = Aucun résultat. Un numéro de dossier peut s’écrire sans tirets, un numéro de téléphone sans indicatif du pays.
staff_most_found = Seuls les { $count } plus récents sont affichés ; précisez la recherche pour trouver les autres.
staff_queue_open = Tous les dossiers ouverts
staff_queue_overdue = En retard
staff_queue_new = Nouveaux
staff_queue_waiting = En attente du client
staff_queue_dueSoon = Échéance proche
staff_queue_mine = Les miens
staff_queue_aboveLimits = Pour les superviseurs
staff_none_here = Rien n’attend ici.
staff_pages = Pages
staff_page_before = Précédente
staff_page_after = Suivante
staff_page_of = Page { $number } sur { $pages }

staff_number = Dossier
staff_customer = Client
staff_kind = Type
staff_amount = Montant
staff_status = État
staff_due = Échéance
staff_days_left = { $count ->
    [0] aujourd’hui
    [1] demain
   *[other] dans { $count } jours
}
staff_days_over = { $count ->
    [one] un jour de retard
   *[other] { $count } jours de retard
}
staff_kind_billingDispute = Contestation
staff_kind_fraud = Signalement de fraude
staff_kind_fault = Panne
staff_kind_request = Demande
staff_kind_serviceRequest = Demande de service
staff_kind_complaint = Réclamation
staff_kind_message = Message
staff_about_payment_not_credited = Paiement non enregistré
staff_about_payment_plan_denied = Étalement refusé
staff_about_service_lost = Coupure de notre fait
staff_about_unrecognised_call = Frais non reconnus
staff_about_fraud = Quelqu’un d’autre a appelé
staff_about_wrong_rate = Tarif, durée ou destination erronés
staff_about_duplicate_charge = Facturé deux fois
staff_about_not_contracted = Jamais commandé
staff_about_higher_than_quoted = Plus cher que promis
staff_about_promotion_not_applied = Réduction manquante
staff_about_setup_fee = Frais d’activation non annoncés
staff_about_charged_after_cancellation = Facturé après résiliation
staff_about_roaming = Itinérance imprévue
staff_about_not_installed = Ni livré ni installé
staff_about_wrong_plan_or_sim = Forfait ou carte SIM erronés
staff_about_other = Autre chose

staff_what = De quoi il s’agit
staff_reason = Motif
staff_disputed = Montant contesté
staff_no_sum = non précisé
staff_payment = Paiement manquant
staff_credit_goes = L’avoir ira
staff_to_bill = sur la facture { $bill }
staff_to_next_bill = sur la prochaine facture
staff_given_back = Remboursé
staff_offered = Proposé
staff_owner = Suivi par
staff_finding = Constat
staff_recalculation = Nouveau calcul
staff_received = Reçu
staff_calls = Appels contestés
staff_call_when = Quand
staff_call_to = Vers
staff_call_length = Durée
staff_call_type_local = fixe
staff_call_type_mobile = mobile
staff_call_type_premium = numéro surtaxé
staff_call_type_international = international
staff_call_type_roaming = itinérance
staff_from_line = depuis le { $number }
staff_plan = Forfait
staff_included = compris dans le forfait
staff_not_included = hors forfait
staff_same_number = Même numéro
staff_other_calls = { $count ->
    [0] aucun autre appel
    [one] un autre appel
   *[other] { $count } autres appels
}
staff_last_before = le précédent : { $when }
staff_bills = Factures concernées
staff_bill = Facture
staff_bill_date = Date
staff_bill_due = Échéance
staff_paid = Payé
staff_remaining = Reste dû
staff_evidence = Documents joints
staff_attached = joint par le client, { $when }
staff_signed = commande signée le { $when }
staff_history = Historique
staff_wrote = a écrit :
staff_operator = Opérateur
staff_name = Nom
staff_speaks = Langue
staff_not_signed_in = Non identifié
staff_answer_to = Réponse à
staff_answer_to_chat = ici, dans le chat
staff_answer_there = Le client souhaite la réponse à cette adresse ou à ce numéro. Il lira dans le chat ce que vous écrivez ici ; envoyez‑le‑lui aussi, ou appelez‑le.
staff_account = Compte
staff_since = Client depuis
staff_lines = Lignes
staff_time_of = Toutes les heures sont celles du compte : { $place }.
staff_customers = Clients
staff_reports = Dossiers
staff_payments = Paiements et avoirs
staff_payment_of = paiement { $id }
staff_credit_note = avoir { $id }
staff_calls_billed = { $count ->
    [0] Aucun appel
    [one] Un appel
   *[other] { $count } appels
}
staff_others = Autres dossiers de ce client

staff_status_acknowledged = nouveau
staff_status_inProgress = en cours
staff_status_pending = en attente du client
staff_status_held = suspendu
staff_status_resolved = résolu
staff_status_rejected = refusé
staff_status_closed = clos
staff_status_cancelled = retiré
staff_status_why = { $status } ({ $reason })
staff_reason_credited = avoir accordé
staff_reason_creditOffered = une partie est proposée
staff_reason_offerAccepted = proposition acceptée
staff_reason_offerRefused = proposition déclinée
staff_reason_underReview = à l’étude
staff_reason_withdrawnByCustomer = par le client
staff_reason_confirmedByCustomer = confirmé par le client
staff_reason_chargeIsDue = les frais sont dus
staff_reason_alreadyCredited = avoir déjà accordé
staff_reason_tooLate = contesté hors délai
staff_reason_evidenceMissing = rien ne l’établit
staff_reason_informationRequired = précisions demandées
staff_reason_customerAnswered = le client a répondu
staff_reason_recalculation = en cours de recalcul
staff_reason_resolvedByOperator = par l’opérateur
staff_reason_notResolved = non résolu selon le client
staff_reason_notPossible = impossible
staff_reason_notOurService = hors de notre service
staff_reason_notReproducible = non reproduit
staff_reason_informationMissing = précisions manquantes
staff_reason_doneAlready = déjà fait
staff_reason_undue = les frais étaient indus
staff_reason_due = les frais étaient justifiés

staff_acts = Que faire
staff_act_credit = Tout rembourser
staff_act_offer = Proposer une partie
staff_act_refuse = Refuser
staff_act_take = Prendre le dossier
staff_act_resolve = Déclarer résolu
staff_act_reject = Rejeter
staff_act_find = Noter le constat
staff_act_ask = Interroger le client
staff_act_note = Écrire au client
staff_do_credit = Accorder un avoir de { $amount }
staff_do_offer = Proposer { $amount }
staff_do_refuse = Refuser la contestation
staff_do_take = Prendre le dossier
staff_do_resolve = C’est résolu
staff_do_reject = Rejeter la demande
staff_do_find = Noter le constat
staff_do_ask = Poser la question
staff_do_note = Envoyer au client
staff_done_credit = L’avoir est accordé et le client est prévenu.
staff_done_offer = La proposition est faite. Le client peut l’accepter ou la décliner.
staff_done_refuse = La contestation est refusée et le client en connaît le motif.
staff_done_take = Ce dossier est désormais suivi par vous.
staff_done_resolve = Le client est prévenu que c’est résolu ; il le confirme ou non.
staff_done_reject = La demande est rejetée et le client en connaît le motif.
staff_done_find = Le constat est noté et le client est prévenu.
staff_done_ask = La question est partie. Le dossier attend la réponse.
staff_done_note = Le message est envoyé au client.
staff_above_limit = Vous pouvez accorder jusqu’à { $limit } de votre propre chef. Au‑delà, un superviseur décide.
staff_offer_waits = Une proposition attend la réponse du client ; d’ici là, rien d’autre ne se décide.
staff_which_reason = Pour quel motif ?
staff_which_sum = Combien, en { $currency } ? 12,50 ou 12.50
staff_other_sum = Un autre montant
staff_other_reason = Un autre motif
staff_sum_credit = Vous accordez
staff_sum_offer = Vous proposez
staff_words_for_customer = Message au client, dans sa langue ({ $name })
staff_words_hint = Le début est écrit : modifiez‑le à votre guise. Le client le lira dans le chat.
staff_not_done = Rien n’a encore été fait.
staff_choose_reason = Ce motif n’existe pas.
staff_sum_unclear = Ce n’est pas un montant. Écrivez 12,50 ou 12.50.
staff_sum_no_part = Une partie est inférieure au montant contesté. Pour tout rembourser, choisissez‑le sur la page du dossier.
staff_sum_above_limit = C’est plus que ce que votre rôle permet d’accorder.
staff_not_yours = Votre rôle ne le permet pas.
staff_words_missing = Écrivez quelque chose au client, en 2 000 caractères au plus.
staff_other_target = Un paiement est arrivé entre‑temps et l’avoir ira ailleurs. Veuillez vérifier encore une fois.
staff_meanwhile = Quelqu’un a été plus rapide.
staff_meanwhile_over = Ce n’est donc plus possible. Ce que vous aviez écrit figure ci‑dessous.
staff_meanwhile_look = Ce que vous aviez écrit est conservé. Si cela convient toujours, envoyez‑le à nouveau.
staff_to_report = Voir le dossier

staff_officer = Agent
staff_day = Jour
staff_what_was_done = Ce qui a été fait
staff_entries = { $count ->
    [0] Aucune entrée.
    [one] Une entrée.
   *[other] { $count } entrées.
}
staff_time_utc = Toutes les heures sont en UTC.
staff_factor = { $factor ->
    [password] mot de passe erroné
   *[code] code erroné
}
staff_action_decide = a décidé
staff_action_offer = a proposé une partie
staff_action_answer = a répondu
staff_action_take = a pris le dossier
staff_action_ask = a interrogé le client
staff_action_note = a écrit au client
staff_action_resolve = a déclaré le dossier résolu
staff_action_reject = a rejeté la demande
staff_action_find = a noté un constat
staff_action_file = l’a déposé pour le client
staff_action_remind = a rappelé l’échéance
staff_action_order = a conservé une commande signée
staff_action_availability = a crédité l’indisponibilité d’une ligne
staff_action_billCredit = a porté un crédit sur une facture
staff_action_logIn = s’est connecté
staff_action_logInFailed = n’a pas pu se connecter
staff_action_logOut = s’est déconnecté
staff_action_officerAdded = a ajouté un agent
staff_action_officerDisabled = a désactivé un agent
staff_action_secondFactorReset = a renouvelé un second facteur
staff_action_officerPasswordSet = a changé le mot de passe d’un agent
staff_action_setPassword = a changé le mot de passe d’un client

words_credit_next = Merci de nous avoir prévenus. Nous avons vérifié ces frais : ils étaient erronés et nous vous accordons un avoir de { $amount }. Il figurera sur votre prochaine facture.
words_credit_bill = Merci de nous avoir prévenus. Nous avons vérifié ces frais : ils étaient erronés et nous vous accordons un avoir de { $amount }, déduit de votre facture { $bill }.
words_offer = Nous avons étudié votre contestation et pouvons vous rembourser { $amount } sur le montant contesté. Merci de nous dire si vous acceptez.
words_refuse_chargeIsDue = Nous avons vérifié ces frais dans nos relevés. Ils ont été calculés correctement selon votre forfait, et nous ne pouvons donc pas les rembourser.
words_refuse_alreadyCredited = Nous avons vérifié ces frais. Un avoir vous a déjà été accordé pour ce montant : il ne reste rien à rembourser.
words_refuse_tooLate = Nous sommes désolés, mais le délai pour contester ces frais est passé et nous ne pouvons plus les rembourser.
words_refuse_evidenceMissing = D’après les éléments dont nous disposons, rien n’indique que ces frais sont erronés. Si vous avez de quoi l’établir, envoyez‑le‑nous et nous reprendrons l’étude de votre dossier.
words_find_undue = Nous avons vérifié ces frais : ils étaient erronés. Nous recalculons votre facture et vous communiquerons le résultat.
words_find_due = Nous avons vérifié ces frais : ils ont été calculés correctement selon votre forfait.
words_ask = Nous étudions votre dossier et avons besoin d’une précision :
words_note = Nous étudions votre dossier et reviendrons vers vous dès que nous aurons un résultat.
words_resolve = Nous avons traité votre demande. S’il reste quelque chose à régler, dites‑le‑nous.
words_reject_notPossible = Nous avons étudié votre demande avec attention. Nous regrettons de ne pas pouvoir y donner suite.
words_reject_notOurService = Ce que vous décrivez ne relève pas de notre service et nous ne pouvons pas le modifier. Veuillez vous adresser au fournisseur concerné.
words_reject_notReproducible = Nous avons testé votre ligne sans constater de panne. Si cela se reproduit, dites‑nous quand et où.
words_reject_informationMissing = Sans les précisions demandées, nous ne pouvons pas poursuivre. Dès que vous les aurez, adressez‑nous une nouvelle demande.
words_reject_doneAlready = Ce que vous demandez est déjà fait : il ne nous reste rien à faire.
