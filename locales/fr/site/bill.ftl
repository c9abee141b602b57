# Le document d’une facture.

bill_title = Facture n° { $number }
bill_customer = Client
bill_account = Compte
bill_period = Période de facturation
bill_issued = Date d’émission
bill_due = À régler au plus tard le
bill_times = Heures indiquées en

bill_charges = Montants facturés
bill_fee = Abonnement mensuel
bill_calls = Appels
bill_calls_counted = { $count ->
    [one] { $count } appel
   *[other] { $count } appels
}
bill_before_tax = Total hors taxes
bill_tax = TVA ({ $rate })
bill_amount_due = Total à payer, TVA comprise

bill_settlement = Avoirs et paiements
bill_credit = Avoir { $number }
bill_credit_for_report = Avoir { $number } pour votre dossier { $report }
bill_payment = { $means ->
    [direct_debit] Paiement par prélèvement
    [bank_transfer] Paiement par virement
    [card] Paiement par carte
   *[other] Paiement
}
bill_remaining = Reste à payer

bill_dispute = Une erreur ?
bill_dispute_text = Si vous ne reconnaissez pas un montant ou le jugez erroné, dites‑le à notre assistant sur { $address }, à toute heure, ou appelez‑nous : { $phone }. Vous pouvez demander un avoir pour les appels de cette facture jusqu’au { $until }.

bill_calls_of = Appels depuis le { $number }
bill_when = Date et heure
bill_called = Numéro appelé
bill_kind = Type d’appel
bill_duration = Durée
bill_price = Montant
bill_call_type = { $type ->
    [local] Appel local
    [mobile] Vers un mobile
    [international] Vers l’étranger
    [premium] Numéro surtaxé
    [roaming] En itinérance
   *[other] { $type }
}
bill_carried = À reporter
bill_brought = Report
bill_line_total = Total de cette ligne
bill_page = Page { $page } sur { $pages }
