# Les clients qui veulent parler à quelqu’un, au bureau du service clients. Le client lit ce qui commence par words_.

staff_talks = Conversations
staff_talks_waiting = { $count ->
    [0] personne n’attend
    [one] un client attend
   *[other] { $count } clients attendent
}
staff_talks_wait = En attente
staff_talks_taken = Avec un conseiller
staff_nobody_waits = Aucun client n’attend de conseiller.
staff_wish = Souhait
staff_channel = Canal
staff_waits_for = Attend depuis
staff_taken_for = En conversation depuis
staff_waits_since = Conseiller demandé
staff_minutes = { $count ->
    [0] moins d’une minute
    [one] une minute
   *[other] { $count } minutes
}
staff_owed = { $count ->
    [0] attend une réponse
    [one] attend une réponse depuis une minute
   *[other] attend une réponse depuis { $count } minutes
}
staff_assistant = Assistant
staff_you_are_there = Vous êtes disponible pour les clients.
staff_you_are_away = Vous n’êtes pas disponible.
staff_present = { $count ->
    [0] Aucun conseiller n’est disponible.
    [one] Un conseiller est disponible.
   *[other] { $count } conseillers sont disponibles.
}
staff_be_there = Je suis disponible
staff_be_away = Je m’absente

staff_talk = Conversation
staff_summary = Résumé
staff_no_talk_title = Rien à cette adresse
staff_no_talk = Cette conversation n’existe pas.
staff_talk_waits = en attente d’un conseiller
staff_talk_is_yours = vous parlez avec le client
staff_talk_is_of = { $name } parle avec le client
staff_talk_over = la conversation est terminée
staff_step_taken = { $name } a pris en charge la conversation.
staff_step_handed_back = { $name } a rendu la conversation à l’assistant.
staff_step_ended = { $name } a mis fin à la conversation.
staff_step_unanswered = Personne n’a répondu à temps : l’assistant a repris la conversation.
staff_step_customer_left = Le client est parti.
staff_step_customer_ended = Le client a mis fin à la conversation.
staff_step_closed_for_today = Le service a fermé pour aujourd’hui.
staff_talk_take = Prendre en charge
staff_talk_take_from = Prendre le relais de { $name }
staff_talk_hand_back = Rendre à l’assistant
staff_talk_hand_back_hint = L’assistant poursuit avec ce qui reste en suspens.
staff_talk_end = Mettre fin à la conversation
staff_talk_end_hint = Quand tout est réglé. L’assistant répond de nouveau aux autres questions.
staff_talk_done_handed_back = L’assistant a repris la conversation.
staff_talk_done_ended = Vous avez mis fin à la conversation.
staff_talk_over_already = La conversation est terminée : plus rien ne peut être envoyé.
staff_talk_not_yours = Vous n’avez pas cette conversation : un autre conseiller a été plus rapide, ou personne ne l’a encore prise.
staff_talk_offline = La connexion a été perdue ; elle est en cours de rétablissement. Vous pouvez tout de même envoyer ce que vous écrivez.
staff_talk_changed = Il s’est passé quelque chose que cette page ne montre pas encore.
staff_talk_look_again = Actualiser la page
staff_talk_keys = Entrée envoie, Maj + Entrée commence une ligne.
staff_canned = Réponse toute prête
staff_canned_insert = Insérer
staff_canned_hello = Salutation
staff_canned_moment = Un instant
staff_canned_checking = Vérification en cours
staff_canned_details = Demander des précisions
staff_canned_recorded = C’est noté
staff_canned_anything = Autre chose ?
staff_canned_back = Retour à l’assistant
staff_canned_goodbye = Au revoir

staff_channel_web = Chat du site
staff_channel_telegram = Telegram
staff_channel_whatsapp = WhatsApp
staff_wish_none = non précisé
staff_wants_why = { $wish } ({ $reason })
staff_wish_human_handoff = parler à quelqu’un
staff_wish_complain_about_bot = se plaindre de l’assistant
staff_wish_log_in = se connecter
staff_wish_login_problem = un problème de connexion
staff_wish_view_account = les données du compte
staff_wish_view_call_activity = la liste des appels
staff_wish_dispute_charge = contester un montant
staff_wish_report_fraud = signaler une fraude
staff_wish_check_report_status = l’état d’un dossier
staff_wish_credit_timing = la date d’un avoir
staff_wish_opening_hours = les horaires
staff_wish_view_bill = voir une facture
staff_wish_explain_bill = l’explication d’une facture
staff_wish_payment_options = les moyens de paiement
staff_wish_report_payment = un paiement déjà fait
staff_wish_request_invoice = une facture ou un duplicata
staff_wish_add_dispute_information = compléter un dossier
staff_wish_send_file = joindre une photo ou un document
staff_wish_escalate_complaint = faire une réclamation
staff_wish_contact_form = laisser un message
staff_wish_report_fault = une panne
staff_wish_report_lost_equipment = un appareil perdu, volé ou abîmé
staff_wish_request_service = un nouveau service
staff_wish_port_number = l’arrivée de son numéro chez nous
staff_wish_move_service = un déménagement
staff_wish_change_number = un changement de numéro
staff_wish_update_details = un changement de coordonnées
staff_wish_transfer_ownership = un changement de titulaire
staff_wish_reconnect_service = le rétablissement de la ligne
staff_wish_cancel_service = la résiliation du contrat
staff_wish_track_order = une commande ou une installation
staff_wish_coverage_plans = les forfaits et la couverture
staff_wish_withdraw_dispute = retirer un dossier
staff_wish_answer_offer = répondre à une proposition

staff_action_handoffThere = s’est rendu disponible
staff_action_handoffAway = s’est absenté
staff_action_handoffTake = a pris une conversation
staff_action_handoffSay = a écrit dans une conversation
staff_action_handoffHandBack = a rendu une conversation à l’assistant
staff_action_handoffEnd = a mis fin à une conversation
staff_action_handoffUnanswered = a laissé une conversation sans réponse, reprise par l’assistant

words_canned_hello = Bonjour, je suis { $name }. J’ai lu ce que vous avez écrit et je m’en occupe tout de suite.
words_canned_moment = Un instant, je vous prie. Je reviens tout de suite vers vous.
words_canned_checking = Je vérifie cela pour vous. Il me faut une à deux minutes.
words_canned_details = Pour que je puisse vérifier : de quel appel ou de quelle facture s’agit‑il, et que s’est‑il passé exactement ?
words_canned_recorded = Je l’ai ajouté à votre dossier. Vous pouvez demander à tout moment à l’assistant où il en est.
words_canned_anything = Puis‑je faire autre chose pour vous ?
words_canned_back = Je vous laisse avec l’assistant, qui poursuit avec vous.
words_canned_goodbye = Merci de nous avoir contactés. Au revoir et à bientôt !
