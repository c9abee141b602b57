utter_ask_disputed_calls =
    ¿Qué llamadas están mal? Márquelas o dígame sus números, por ejemplo “2 y 4” o “todas menos la tercera”.
    No se muestran las llamadas incluidas en su plan.
utter_ask_disputed_calls_by_number =
    ¿Qué llamadas están mal? Dígame sus números en la lista, por ejemplo “2 y 4” o “todas menos la tercera”.
    No se muestran las llamadas incluidas en su plan.
utter_ask_disputed_calls_again = No sé a qué llamadas se refiere. Márquelas en la lista o dígame sus números, por ejemplo “2 y 4”.
utter_ask_disputed_calls_again_by_number = No sé a qué llamadas se refiere. Dígame sus números en la lista, por ejemplo “2 y 4”.
utter_calls_not_on_list =
    { $count ->
        [one] La lista no tiene el número { $positions }: llega hasta el { $last }. No he marcado ninguna llamada. ¿A cuáles se refiere?
       *[other] La lista no tiene los números { $positions }: llega hasta el { $last }. No he marcado ninguna llamada. ¿A cuáles se refiere?
    }
utter_no_call_matches = Ninguna de estas llamadas coincide con eso. ¿A cuáles se refiere?
utter_no_call_chosen = No he marcado ninguna de estas llamadas. ¿Quiere ver otro periodo o se trata de otra cosa?
utter_no_disputable_calls = No hay ninguna llamada con cargo desde { $line } en el periodo { $period }. ¿Quiere ver otro periodo o se trata de otra cosa?
utter_calls_not_eligible =
    { $count ->
        [one] Esta llamada no la incluyo, porque no se puede pedir un abono por ella:
       *[other] Estas llamadas no las incluyo, porque no se puede pedir un abono por ellas:
    }
    { $calls }
utter_no_eligible_call_chosen = No se puede pedir un abono por ninguna de las llamadas elegidas. Puede elegir otras o decirme que se trata de otra cosa.
utter_no_eligible_call_chosen_yet = No se puede pedir un abono por ninguna de las llamadas elegidas. Lo que aún no se ha facturado podrá reclamarlo en cuanto llegue la factura. Puede elegir otras o decirme que se trata de otra cosa.
utter_no_eligible_call_listed = Por ninguna de estas llamadas se puede pedir un abono; al lado de cada una verá por qué. ¿Quiere ver otro periodo o se trata de otra cosa?
utter_no_eligible_call_listed_yet = Por ninguna de estas llamadas se puede pedir un abono todavía: podrá reclamarlas en cuanto llegue su factura. ¿Quiere ver otro periodo o se trata de otra cosa?
ineligible_call = { $call }: { $reason }
utter_calls_chosen =
    { $count ->
        [one] Una llamada marcada: { $amount }.
       *[other] { $count } llamadas marcadas: { $amount } en total.
    }
utter_ask_dispute_reason = ¿Qué ha pasado? Elija un motivo o cuéntemelo con sus palabras.
utter_ask_dispute_reason_again = No tengo claro cuál es el motivo. ¿Cuál de estos se acerca más?
utter_reason_understood = Entendido. Motivo: “{ $reason }”.
utter_ask_disputed_bill = ¿De qué factura se trata?
utter_ask_disputed_bill_again = No encuentro esa factura. ¿Cuál de estas es?
utter_ask_payment_amount = ¿Cuánto pagó?
utter_ask_payment_amount_again = No encuentro ahí ninguna cantidad. ¿Cuánto pagó? Por ejemplo: { $example }
utter_ask_payment_date = ¿Qué día pagó?
utter_ask_payment_date_again = No encuentro ahí ninguna fecha. ¿Qué día pagó? Por ejemplo: { $example }
utter_payment_date_in_future = Ese día aún no ha llegado. ¿Qué día pagó?
utter_ask_payment_means = ¿Cómo pagó?
utter_ask_payment_means_again = Perdone, no lo he entendido. ¿Cómo pagó?
utter_ask_own_words = ¿Quiere añadir algo con sus palabras? Ayuda a quien lo revise.
utter_ask_own_words_needed = Cuénteme con sus palabras qué pasó, por favor. Lo leerá la persona que lo revise.
utter_ask_own_words_payment_plan_denied = ¿Cuándo pidió el plan de pagos o el aplazamiento y qué le respondieron?
utter_ask_own_words_service_lost = ¿En qué línea se quedó sin servicio y desde cuándo hasta cuándo?
utter_own_words_too_long = Es más largo de lo que puedo enviar. ¿Puede decirlo con { $limit } caracteres como máximo?
utter_ask_confirmed_calls =
    Esto es lo que voy a enviar:
    { $count ->
        [one] Una llamada desde { $line }:
       *[other] { $count } llamadas desde { $line }:
    }
    { $calls }
    Importe: { $amount }
    Motivo: { $reason }
    Su comentario: { $words }
    El titular de la cuenta responde de los cargos de la factura, también de las llamadas que hicieron otras personas; por eso se revisa cada una.
    ¿Lo envío?
utter_ask_confirmed_payment =
    Esto es lo que voy a enviar:
    Pago: { $amount }, { $date }
    Forma de pago: { $means }
    Motivo: { $reason }
    Su comentario: { $words }
    ¿Lo envío?
utter_ask_confirmed_bill =
    Esto es lo que voy a enviar:
    Factura: { $bill }
    Motivo: { $reason }
    Su comentario: { $words }
    ¿Lo envío?
utter_ask_confirmed_again = ¿Lo envío? Responda sí o no, o dígame qué quiere cambiar.
utter_ask_what_to_change = Todavía no he enviado nada. ¿Qué quiere cambiar?
own_words = “{ $words }”
no_own_words = ninguno
call_in_summary = { $when }, { $number }: { $price }
bill_in_summary = { $number } ({ $month }, { $amount })
more_calls =
    { $count ->
        [one] y una más
       *[other] y { $count } más
    }

utter_dispute_filed =
    Listo. Su número de reclamación es { $report }. La hemos recibido y está en revisión.
    Tendrá una respuesta a más tardar el { $answer_by }.
utter_dispute_filed_undated = Listo. Su número de reclamación es { $report }. La hemos recibido y está en revisión.
utter_dispute_filed_before_undated = Ya estaba enviada. Su número de reclamación es { $report }.
utter_dispute_filed_before = Ya estaba enviada. Su número de reclamación es { $report } y tendrá una respuesta a más tardar el { $answer_by }.
utter_credit_next_bill = Si le damos la razón, el abono se descontará de su próxima factura, porque esta ya está pagada.
utter_credit_unpaid_bill = Si le damos la razón, el abono se descontará de la factura { $bill }, que aún está por pagar.
utter_pay_meanwhile = Mientras tanto, pague antes de su vencimiento la parte de la factura que no reclama, por favor.
utter_dispute_not_eligible = Algo ha cambiado desde que eligió: por una de estas llamadas ya no se puede pedir un abono. No se ha enviado nada. Elija de nuevo, por favor.
utter_dispute_rejected = Nuestro sistema de facturación no ha aceptado la reclamación, así que no se ha enviado nada. Puede cambiar sus respuestas o hablar con una persona.
utter_dispute_unsure = Aún no sé si su reclamación ha llegado: nuestro sistema de facturación no respondió a tiempo. Pulse “Intentar de nuevo” dentro de un momento; no se enviará dos veces.
utter_draft_gone = Ya no tengo aquí esa reclamación y no se ha enviado nada. ¿Quiere empezar de nuevo?

reason_payment_not_credited = Pagué, pero mi pago no aparece
reason_payment_plan_denied = Me negaron un plan de pagos o un aplazamiento
reason_service_lost = Me quedé sin servicio por culpa de { -operator }
reason_unrecognised_call = No reconozco el cargo
reason_fraud = Llamó otra persona
reason_wrong_rate = La tarifa, la duración o el destino están mal
reason_duplicate_charge = Me lo cobraron dos veces
reason_not_contracted = Nunca contraté esa línea o ese servicio
reason_higher_than_quoted = Es más de lo que me prometieron
reason_promotion_not_applied = Falta un descuento acordado
reason_setup_fee = Cuota de alta o instalación sin previo aviso
reason_charged_after_cancellation = Me siguen cobrando después de darme de baja
reason_roaming = Roaming o consumo inesperado fuera de mi plan
reason_not_installed = Nunca me lo entregaron ni lo instalaron
reason_wrong_plan_or_sim = La línea tiene mal el plan o la tarjeta SIM
reason_other = Otra cosa

means_card = Tarjeta
means_transfer = Transferencia
means_direct_debit = Domiciliación bancaria
means_cash = Efectivo
means_other = Otro medio

button_submit = Enviar
button_change = Cambiar algo
button_change_calls = Las llamadas
button_change_reason = El motivo
button_change_words = El comentario
button_change_payment = El pago
button_change_bill = La factura
button_no_words = No, eso es todo
button_not_a_call = No es por una llamada
button_already_filed = Ya presenté una reclamación
button_more_reasons = Otros motivos
button_dispute_again = Empezar de nuevo
button_today = Hoy
button_yesterday = Ayer
button_follow_up = Ver cómo va
