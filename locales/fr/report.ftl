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
