# Ce que lit un conseiller dans Chatwoot à côté d’une conversation qui lui est passée.
note_wish = Objet : { $wish }
note_report = Dossier { $report }
note_customer = Identifié : { $name }, compte { $account }
note_not_signed_in = Client non identifié
note_language = Le client écrit en { $language ->
    [es] espagnol
    [pl] polonais
    [en] anglais
   *[fr] français
}
note_before = Ce qui a été dit avant :
note_from_customer = Client : { $text }
note_from_assistant = Assistant : { $text }
note_customer_left = Le client n’est plus là.
note_customer_ended = Le client est revenu à l’assistant.
note_closed_for_today = Le chat a fermé ; le client le sait.
note_untold = Le client n’a pas reçu ce message : la conversation est revenue à l’assistant.
wish_dispute_charge = des frais contestés
wish_view_call_activity = les appels d’une ligne
wish_check_report_status = où en est un dossier
wish_confirm_report = un dossier annoncé comme résolu
