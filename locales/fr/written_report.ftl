utter_ask_matter = Je transmets votre demande par écrit à un collègue et je vous donne un numéro. Dites-moi avec vos mots de quoi il s’agit et ce qu’il vous faut.
utter_ask_matter_again = Dites-moi en une ou deux phrases de quoi il s’agit. Un collègue vous lira.
utter_block_the_line = Si votre téléphone ou votre carte SIM a été perdu ou volé, prévenez-nous par téléphone au plus vite pour que nous bloquions la ligne.
utter_ask_confirmed_report =
    Voici ce que je vais envoyer :
    Objet : { $topic }
    Avec vos mots : { $words }
    Réponse : { $team }
    S’il manque quelque chose (adresse, numéro, depuis quand), écrivez-le et je l’ajoute.
    Je l’envoie ?
utter_written_report_filed =
    C’est fait. Votre numéro de dossier est { $report }.
    Vous aurez une réponse de { $team } au plus tard le { $answer_by }.
utter_written_report_filed_undated = C’est fait. Votre numéro de dossier est { $report }. Vous aurez une réponse de { $team }.
utter_ask_answer = Écrivez votre réponse ici, s’il vous plaît. Je l’ajouterai au dossier { $report }.
utter_ask_confirmed_answer =
    Voici ce que je vais ajouter au dossier { $report } :
    { $words }
    Je l’envoie ?
utter_added_to_report = Merci, c’est ajouté au dossier { $report }. Nous vous répondrons au plus tard le { $answer_by }.
utter_added_to_report_undated = Merci, c’est ajouté au dossier { $report }. Nous vous répondrons.
utter_written_report_filed_before = C’est déjà envoyé. Votre numéro de dossier est { $report }.
utter_written_report_unsure = Je ne sais pas encore si votre demande est arrivée : notre système n’a pas répondu à temps. Appuyez sur « Réessayer » dans un instant ; elle ne partira pas deux fois.
utter_written_report_rejected = Notre système n’a pas accepté cette demande ; rien n’a donc été envoyé. Quelqu’un peut prendre le relais.
utter_written_report_gone = Je n’ai plus cette demande ici, et rien n’a été envoyé. De quoi s’agit-il ?
utter_one_thing_at_a_time = Terminons d’abord ceci, ou dites « arrêter » ; je m’occuperai volontiers du reste ensuite.

button_other_words = Modifier le texte

team_billing = notre service facturation
team_technical = notre service technique
team_care = notre service clients
team_complaints = notre service réclamations

topic_view_bill = votre facture
topic_explain_bill = une explication de votre facture
topic_payment_options = les moyens de paiement
topic_report_payment = un paiement que vous avez fait
topic_request_invoice = une facture ou un duplicata
topic_add_dispute_information = un complément à une contestation
topic_escalate_complaint = une réclamation
topic_contact_form = un message pour nous
topic_report_fault = une panne
topic_report_lost_equipment = un appareil perdu, volé ou abîmé
topic_request_service = un nouveau service
topic_port_number = l’arrivée de votre numéro chez nous
topic_move_service = un déménagement
topic_change_number = un changement de numéro
topic_update_details = un changement de coordonnées
topic_transfer_ownership = un changement de titulaire
topic_reconnect_service = le rétablissement de votre ligne
topic_cancel_service = la résiliation du contrat
topic_track_order = une commande ou une installation
topic_coverage_plans = les forfaits et la couverture
topic_login_problem = un problème de connexion
topic_view_account = les données de votre compte
topic_credit_timing = la date d’un avoir
topic_report_fraud = une fraude
topic_after = { $topic }, à la suite du dossier { $report }
