utter_no_reports = Vous n’avez aucun dossier chez nous pour le moment.
utter_reports =
    { $count ->
        [one] Vous avez un dossier. Voulez-vous le voir ?
       *[other] Vous avez { $count } dossiers. Lequel voulez-vous voir ?
    }
utter_report =
    Dossier { $report } du { $filed } : { $status }
    { $subject }
utter_report_answer_by = Vous aurez une réponse au plus tard le { $answer_by }.
utter_report_note = Notre dernier message à ce sujet, le { $date } : « { $note } »
utter_report_credited = Nous vous avons accordé un avoir de { $amount }.
utter_report_recalculation = La somme vous a été facturée à tort, et nous recalculons votre facture. Le numéro de recalcul est { $number } ; ce sera fait au plus tard le { $date }.
utter_report_question = Nous avons besoin d’une réponse de votre part : « { $question } »
utter_next_step_complaint = Si vous n’êtes pas d’accord avec cette décision, vous pouvez faire une réclamation. Elle sera examinée par quelqu’un qui n’a pas encore traité votre dossier.
utter_next_step_addInformation = Si vous avez un élément que nous n’avons pas encore vu, par exemple un justificatif ou une date, envoyez-le-nous : quelqu’un l’examinera.
utter_next_step_viewBill = Vous trouverez la somme parmi les avoirs de votre facture.
utter_next_step_contactUs = S’il vous reste une question, un conseiller y répondra volontiers.
button_answer_question = Répondre à la question
button_complain = Faire une réclamation
button_add_information = Envoyer un complément
utter_report_not_found = Je ne trouve pas de dossier { $report } à votre nom. Vérifiez le numéro ou choisissez l’un de vos dossiers.
utter_report_number_wrong = { $report } n’est pas un numéro de dossier valable : il semble y avoir une faute de frappe. Vérifiez-le ou choisissez l’un de vos dossiers.
utter_credit_timing =
    Si la facture contestée est déjà payée, la somme accordée est déduite de la prochaine. Si elle ne l’est pas encore, la somme est déduite de la dernière facture qu’il vous reste à payer.
report_title = { $report } · { $filed } · { $status }
subject_calls =
    { $count ->
        [one] Un appel contesté : { $amount }. Motif : { $reason }
       *[other] { $count } appels contestés : { $amount } au total. Motif : { $reason }
    }
subject_payment = Un paiement de { $amount }. Motif : { $reason }
subject_other = Motif : { $reason }
subject_fault = Une panne
subject_request = Une demande
subject_serviceRequest = Une demande
subject_complaint = Une réclamation
subject_message = Un message
subject_fraud = Une fraude
# Accordés avec « le dossier ».
status_acknowledged = reçu, en cours d’examen
status_inProgress = à l’étude
status_pending = en attente de votre réponse
status_held = suspendu
status_resolved = résolu
status_rejected = refusé
status_closed = clos
status_cancelled = retiré
utter_report_offer = Vous contestez { $disputed } : nous pouvons vous en rendre { $offered }. Nous attendons votre réponse.
utter_ask_answered_report_answer_offer = Plusieurs propositions attendent votre réponse. À laquelle voulez-vous répondre ?
utter_ask_answered_report_withdraw_dispute = Quel dossier voulez-vous retirer ?
utter_ask_offer_answer = Dossier { $report } : vous contestez { $disputed } et nous vous proposons un avoir de { $offered }. Si vous acceptez, cette somme vous est créditée et le dossier est réglé. Si vous refusez, nous le réexaminons. Acceptez-vous cette proposition ?
utter_ask_offer_answer_again = Dites-moi simplement « oui » ou « non » : acceptez-vous { $offered } sur { $disputed } pour le dossier { $report } ?
utter_ask_withdraw = Vous allez retirer le dossier { $report }. Plus personne ne s’en occupera. Voulez-vous le retirer ?
utter_ask_withdraw_sum = Vous allez retirer le dossier { $report } ({ $amount }). Plus personne n’examinera votre contestation, et la somme restera due telle qu’elle a été facturée. Voulez-vous le retirer ?
utter_ask_withdraw_offer = Vous allez retirer le dossier { $report } ({ $amount }). Notre proposition de { $offered } ne sera plus valable, plus personne n’examinera votre contestation, et la somme restera due telle qu’elle a été facturée. Voulez-vous le retirer ?
utter_ask_withdraw_again = Dites-moi simplement « oui » ou « non » : je retire le dossier { $report } ?
utter_offer_accepted_next_bill = Merci. Nous déduirons { $amount } de votre prochaine facture. Le dossier { $report } est réglé.
utter_offer_accepted_unpaid_bill = Merci. Nous avons déduit { $amount } de la facture { $bill }, qui reste à payer. Le dossier { $report } est réglé.
utter_offer_refused = C’est noté : vous refusez notre proposition pour le dossier { $report }. Quelqu’un va le réexaminer et vous aurez une réponse au plus tard le { $answer_by }.
utter_offer_refused_undated = C’est noté : vous refusez notre proposition pour le dossier { $report }. Quelqu’un va le réexaminer et vous écrira.
utter_report_withdrawn = C’est fait : le dossier { $report } est retiré.
utter_report_kept = D’accord, le dossier { $report } reste ouvert.
utter_no_offers = Aucune proposition n’attend votre réponse pour le moment.
utter_nothing_to_withdraw = Vous n’avez aucun dossier ouvert qui puisse être retiré.
utter_report_moved_on = Le dossier { $report } a changé entre-temps. Voici où il en est :
utter_report_answer_unsure = Je ne sais pas si votre réponse est bien arrivée. Rien n’est perdu : réessayez, elle ne comptera qu’une fois.
button_answer_offer = Répondre à la proposition
button_accept_offer = Accepter { $amount }
button_refuse_offer = Refuser
button_withdraw = Retirer le dossier
button_keep = Le laisser ouvert
topic_withdraw_dispute = le retrait d’un dossier
topic_answer_offer = la réponse à une proposition
utter_one_report_at_a_time = Un seul à la fois, s’il vous plaît : lequel d’abord ?
utter_left_as_it_is = D’accord, je ne change rien : tout reste comme avant.
utter_report_cannot_be_answered = Il n’y a plus rien à répondre pour le dossier { $report }. Voici où il en est :
answered_report_title = { $report } · { $filed } · { $amount }
utter_report_news = Il y a du nouveau dans l’un de vos dossiers.
utter_report_news_signed_out = Il y a du nouveau dans le dossier { $report }. Pour en prendre connaissance, veuillez vous connecter.
utter_ask_settled = Le dossier { $report } est-il réglé pour vous ?
utter_ask_still_wrong = J’en suis désolé. Dites-moi ce qui ne va toujours pas : la personne qui suit votre dossier vous lira.
utter_ask_still_wrong_again = Dites-moi en une ou deux phrases ce qui ne va toujours pas.
utter_report_closed = Merci de l’avoir confirmé. Le dossier { $report } est clos.
utter_report_reopened = Merci. J’ai transmis votre message, et le dossier { $report } va être réexaminé.
utter_report_words_added = Merci. J’ai ajouté votre message au dossier { $report }.
utter_nothing_to_confirm = Vous n’avez rien à confirmer pour le moment.
utter_ask_answered_report_confirm_report = De quel dossier s’agit-il ?
button_read_news = Voir les nouvelles
button_settled = Oui, c’est réglé
button_not_settled = Non, pas encore
