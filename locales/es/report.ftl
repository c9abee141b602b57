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
