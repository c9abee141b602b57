utter_no_reports = Ahora mismo no tiene ninguna gestión.
utter_reports =
    { $count ->
        [one] Tiene una gestión. ¿Quiere verla?
       *[other] Tiene { $count } gestiones. ¿Cuál quiere ver?
    }
utter_report =
    Gestión { $report } del { $filed }: { $status }
    { $subject }
utter_report_answer_by = Tendrá una respuesta a más tardar el { $answer_by }.
utter_report_note = Nuestro último mensaje sobre ella, del { $date }: “{ $note }”
utter_report_credited = Le hemos hecho un abono de { $amount }.
utter_report_recalculation = Le cobramos de más y estamos recalculando su factura. El número de recálculo es { $number } y estará listo a más tardar el { $date }.
utter_report_question = Necesitamos que nos responda a esto: “{ $question }”
utter_next_step_complaint = Si no está de acuerdo con la decisión, puede presentar una queja. La revisará alguien que no ha intervenido hasta ahora.
utter_next_step_addInformation = Si tiene algo que aún no hayamos visto, por ejemplo un justificante o una fecha, envíenoslo y una persona lo revisará.
utter_next_step_viewBill = Encontrará el importe entre los abonos de su factura.
utter_next_step_contactUs = Si le queda alguna duda, una persona se la aclarará con mucho gusto.
button_answer_question = Responder a la pregunta
button_complain = Presentar una queja
button_add_information = Enviar más datos
utter_report_not_found = No encuentro la gestión { $report } a su nombre. Compruebe el número o elija una de las suyas, por favor.
utter_report_number_wrong = { $report } no es un número de gestión válido; revise si hay alguna errata o elija una de las suyas, por favor.
utter_credit_timing =
    Si la factura reclamada ya está pagada, el abono aprobado se descuenta de su próxima factura. Si aún no lo está, se descuenta de la última factura que tenga por pagar.
report_title = { $report } · { $filed } · { $status }
subject_calls =
    { $count ->
        [one] Una llamada reclamada: { $amount }. Motivo: { $reason }
       *[other] { $count } llamadas reclamadas: { $amount } en total. Motivo: { $reason }
    }
subject_payment = Un pago de { $amount }. Motivo: { $reason }
subject_other = Motivo: { $reason }
subject_fault = Una avería
subject_request = Una solicitud
subject_serviceRequest = Una solicitud
subject_complaint = Una queja
subject_message = Un mensaje
subject_fraud = Un fraude
status_acknowledged = recibida y en revisión
status_inProgress = en estudio
status_pending = a la espera de su respuesta
status_held = en pausa
status_resolved = resuelta
status_rejected = rechazada
status_closed = cerrada
status_cancelled = retirada
utter_report_offer = Usted reclama { $disputed } y podemos abonarle { $offered }. Falta su respuesta.
utter_ask_answered_report_answer_offer = Tiene más de una oferta nuestra. ¿A cuál quiere responder?
utter_ask_answered_report_withdraw_dispute = ¿Cuál quiere retirar?
utter_ask_offer_answer = Usted reclama { $disputed } ({ $report }) y le ofrecemos devolverle { $offered }. Si acepta, se lo descontamos y la reclamación queda resuelta. Si no acepta, una persona vuelve a revisarla. ¿Acepta la oferta?
utter_ask_offer_answer_again = Responda “sí” o “no”, por favor: ¿acepta { $offered } de los { $disputed } de la reclamación { $report }?
utter_ask_withdraw = Va a retirar la gestión { $report }. Ya nadie se ocupará de ella. ¿Quiere retirarla?
utter_ask_withdraw_sum = Va a retirar la reclamación { $report }, de { $amount }. Ya nadie la revisará y el importe se paga tal como se facturó. ¿Quiere retirarla?
utter_ask_withdraw_offer = Va a retirar la reclamación { $report }, de { $amount }. Nuestra oferta de { $offered } dejará de estar en pie, ya nadie revisará la reclamación y el importe se paga tal como se facturó. ¿Quiere retirarla?
utter_ask_withdraw_again = Responda “sí” o “no”, por favor: ¿retiro { $report }?
utter_offer_accepted_next_bill = Gracias. Descontaremos { $amount } de su próxima factura. La reclamación { $report } queda resuelta.
utter_offer_accepted_unpaid_bill = Gracias. Hemos descontado { $amount } de la factura { $bill }, que aún está por pagar. La reclamación { $report } queda resuelta.
utter_offer_refused = Entendido: no acepta la oferta por la reclamación { $report }. Una persona volverá a revisarla y usted tendrá una respuesta a más tardar el { $answer_by }.
utter_offer_refused_undated = Entendido: no acepta la oferta por la reclamación { $report }. Una persona volverá a revisarla y le escribirá.
utter_report_withdrawn = Listo: { $report } queda retirada.
utter_report_kept = De acuerdo, { $report } sigue abierta.
utter_no_offers = No tiene ninguna oferta pendiente de respuesta.
utter_nothing_to_withdraw = No tiene nada abierto que se pueda retirar.
utter_report_moved_on = Algo ha cambiado mientras tanto en { $report }. Ahora está así:
utter_report_answer_unsure = Aún no sé si su respuesta ha llegado. No se ha perdido nada: inténtelo de nuevo, por favor; contará una sola vez.
button_answer_offer = Responder a la oferta
button_accept_offer = Aceptar { $amount }
button_refuse_offer = Rechazar
button_withdraw = Retirarla
button_keep = Dejarla abierta
topic_withdraw_dispute = retirar una reclamación
topic_answer_offer = responder a una oferta de abono
utter_one_report_at_a_time = De una en una, por favor: ¿cuál primero?
utter_left_as_it_is = De acuerdo, no cambio nada: todo sigue como estaba.
utter_report_cannot_be_answered = En { $report } ya no hay nada que responder. Así está:
answered_report_title = { $report } · { $filed } · { $amount }
utter_report_news = Hay novedades sobre algo que usted nos comunicó.
utter_report_news_signed_out = Hay novedades sobre { $report }. Para verlas, inicie sesión, por favor.
utter_ask_settled = ¿Queda resuelto para usted el asunto de { $report }?
utter_ask_still_wrong = Lo siento. Cuénteme qué es lo que sigue mal, por favor; lo leerá la persona que lleva su caso.
utter_ask_still_wrong_again = Cuénteme en una o dos frases qué es lo que sigue mal, por favor.
utter_report_closed = Gracias por confirmarlo. { $report } queda cerrada.
utter_report_reopened = Gracias. Ya lo he pasado: se volverá a revisar { $report }.
utter_report_words_added = Gracias. He añadido a { $report } lo que me ha escrito.
utter_nothing_to_confirm = Ahora mismo no hay nada que deba confirmar.
utter_ask_answered_report_confirm_report = ¿De cuál se trata?
button_read_news = Ver las novedades
button_settled = Sí, resuelto
button_not_settled = No, todavía no
