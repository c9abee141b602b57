# La mesa de atención. Lo que empieza por words_ es un primer borrador de lo que se dice al cliente.

staff_title = Mesa de atención
staff_sign_in_intro = Solo para el personal. Después de la contraseña se pide el código de la aplicación de autenticación.
staff_go_on = Continuar
staff_code_title = Introduzca el código
staff_code_intro = Las seis cifras que muestra ahora mismo su aplicación de autenticación.
staff_code_wrong = El código no es correcto o ya se ha usado. Espere al siguiente, por favor.
staff_other_officer = Entrar con otro usuario
staff_over_title = La sesión ha terminado
staff_over = Ha pasado mucho tiempo sin actividad, así que no se ha enviado nada. Vuelva a iniciar sesión, por favor.
staff_your_words = Lo que había escrito
staff_to_sign_in = Iniciar sesión
staff_to_desk = Ir a la mesa
staff_stale_title = Este formulario ya no sirve
staff_stale = Pertenece a otra sesión. Vuelva atrás, copie lo que ha escrito y cargue la página de nuevo.
staff_unknown_title = Aquí no hay nada
staff_unknown = No existe ninguna reclamación con ese número.
staff_reads_only_title = Solo lectura
staff_reads_only = Su función permite leer las reclamaciones, no responderlas.
staff_no_auditor_title = No disponible para su función
staff_no_auditor = El registro de auditoría es para auditores y supervisores.

staff_queues = Colas
staff_audit = Auditoría
staff_sign_out = Salir
staff_as_role = { $role ->
    [clerk] agente
    [supervisor] supervisión
    [auditor] auditoría
   *[other] { $role }
}
staff_failed_before = { $count ->
    [one] Desde su última sesión alguien intentó entrar una vez con su usuario y no lo consiguió. Si no fue usted, avise a su supervisor.
   *[other] Desde su última sesión alguien intentó entrar { $count } veces con su usuario y no lo consiguió. Si no fue usted, avise a su supervisor.
}
staff_search_label = Número de reclamación, nombre o teléfono
staff_search = Buscar
staff_found = Búsqueda: { $typed }
staff_none_found = No hay resultados. El número de reclamación puede escribirse sin guiones y el teléfono, sin prefijo del país.
staff_most_found = Solo se muestran las { $count } más recientes; escriba más para encontrar las anteriores.
staff_queue_open = Todas las abiertas
staff_queue_overdue = Fuera de plazo
staff_queue_new = Nuevas
staff_queue_waiting = A la espera del cliente
staff_queue_dueSoon = Vencen pronto
staff_queue_mine = Mías
staff_queue_aboveLimits = Para supervisión
staff_none_here = No hay nada pendiente aquí.
staff_pages = Páginas
staff_page_before = Anterior
staff_page_after = Siguiente
staff_page_of = Página { $number } de { $pages }

staff_number = Número
staff_customer = Cliente
staff_kind = Tipo
staff_amount = Importe
staff_status = Estado
staff_due = Plazo
staff_days_left = { $count ->
    [0] hoy
    [1] mañana
   *[other] dentro de { $count } días
}
staff_days_over = { $count ->
    [one] un día de retraso
   *[other] { $count } días de retraso
}
staff_kind_billingDispute = Reclamación de cargos
staff_kind_fraud = Aviso de fraude
staff_kind_fault = Avería
staff_kind_request = Solicitud
staff_kind_serviceRequest = Solicitud de servicio
staff_kind_complaint = Queja
staff_kind_message = Mensaje
staff_about_payment_not_credited = Pago sin registrar
staff_about_payment_plan_denied = Plan de pagos denegado
staff_about_service_lost = Corte del servicio por nuestra causa
staff_about_unrecognised_call = Cargo no reconocido
staff_about_fraud = Llamó otra persona
staff_about_wrong_rate = Tarifa, duración o destino erróneos
staff_about_duplicate_charge = Cobrado dos veces
staff_about_not_contracted = No contratado
staff_about_higher_than_quoted = Más de lo prometido
staff_about_promotion_not_applied = Falta un descuento
staff_about_setup_fee = Cuota de alta no avisada
staff_about_charged_after_cancellation = Cobrado después de la baja
staff_about_roaming = Roaming inesperado
staff_about_not_installed = No entregado o no instalado
staff_about_wrong_plan_or_sim = Plan o tarjeta SIM equivocados
staff_about_other = Otra cosa

staff_what = De qué se trata
staff_reason = Motivo
staff_disputed = Importe en disputa
staff_no_sum = sin indicar
staff_payment = Pago que falta
staff_credit_goes = El abono va
staff_to_bill = a la factura { $bill }
staff_to_next_bill = a la próxima factura
staff_given_back = Abonado
staff_offered = Ofrecido
staff_owner = A cargo de
staff_finding = Conclusión
staff_recalculation = Nuevo cálculo
staff_received = Recibida
staff_calls = Llamadas en disputa
staff_call_when = Cuándo
staff_call_to = Destino
staff_call_length = Duración
staff_call_type_local = fijo
staff_call_type_mobile = móvil
staff_call_type_premium = tarificación adicional
staff_call_type_international = internacional
staff_call_type_roaming = itinerancia
staff_from_line = desde el { $number }
staff_plan = Tarifa
staff_included = incluida en la tarifa
staff_not_included = se cobra aparte
staff_same_number = Mismo número
staff_other_calls = { $count ->
    [0] ninguna otra llamada
    [one] otra llamada
   *[other] otras { $count } llamadas
}
staff_last_before = la anterior: { $when }
staff_bills = Facturas afectadas
staff_bill = Factura
staff_bill_date = Fecha
staff_bill_due = Vencimiento
staff_paid = Pagado
staff_remaining = Pendiente
staff_evidence = Documentos
staff_attached = adjuntado por el cliente, { $when }
staff_signed = pedido firmado el { $when }
staff_history = Historial
staff_wrote = escribió:
staff_operator = Operador
staff_name = Nombre
staff_speaks = Idioma
staff_not_signed_in = Sin identificar
staff_answer_to = Respuesta a
staff_answer_to_chat = aquí, en el chat
staff_answer_there = El cliente quiere la respuesta en esa dirección o en ese teléfono. Lo que escriba aquí lo leerá en el chat; envíeselo también allí o llámele.
staff_account = Cuenta
staff_since = Cliente desde
staff_lines = Líneas
staff_time_of = Todas las horas son las locales de la cuenta: { $place }.
staff_customers = Clientes
staff_reports = Reclamaciones
staff_payments = Pagos y abonos
staff_payment_of = pago { $id }
staff_credit_note = nota de abono { $id }
staff_calls_billed = { $count ->
    [0] Ninguna llamada
    [one] Una llamada
   *[other] { $count } llamadas
}
staff_others = Otras reclamaciones de este cliente

staff_status_acknowledged = nueva
staff_status_inProgress = en curso
staff_status_pending = a la espera del cliente
staff_status_held = en pausa
staff_status_resolved = resuelta
staff_status_rejected = denegada
staff_status_closed = cerrada
staff_status_cancelled = retirada
staff_status_why = { $status } ({ $reason })
staff_reason_credited = abonada
staff_reason_creditOffered = se ha ofrecido una parte
staff_reason_offerAccepted = oferta aceptada
staff_reason_offerRefused = oferta no aceptada
staff_reason_underReview = en revisión
staff_reason_withdrawnByCustomer = por el cliente
staff_reason_confirmedByCustomer = confirmada por el cliente
staff_reason_chargeIsDue = el cargo es correcto
staff_reason_alreadyCredited = ya se abonó
staff_reason_tooLate = reclamada fuera de plazo
staff_reason_evidenceMissing = nada lo demuestra
staff_reason_informationRequired = se han pedido datos
staff_reason_customerAnswered = el cliente ha respondido
staff_reason_recalculation = se está recalculando
staff_reason_resolvedByOperator = por el operador
staff_reason_notResolved = sin resolver según el cliente
staff_reason_notPossible = no es posible
staff_reason_notOurService = no es un servicio nuestro
staff_reason_notReproducible = no se ha podido reproducir
staff_reason_informationMissing = faltan datos
staff_reason_doneAlready = ya está hecho
staff_reason_undue = el cargo era indebido
staff_reason_due = el cargo era correcto

staff_acts = Qué hacer
staff_act_credit = Devolverlo todo
staff_act_offer = Ofrecer una parte
staff_act_refuse = Denegar
staff_act_take = Hacerme cargo
staff_act_resolve = Dar por hecho
staff_act_reject = Rechazar
staff_act_find = Anotar la conclusión
staff_act_ask = Preguntar al cliente
staff_act_note = Escribir al cliente
staff_do_credit = Abonar { $amount }
staff_do_offer = Ofrecer { $amount }
staff_do_refuse = Denegar la reclamación
staff_do_take = Hacerme cargo
staff_do_resolve = Está hecho
staff_do_reject = Rechazar la solicitud
staff_do_find = Anotar la conclusión
staff_do_ask = Preguntar
staff_do_note = Enviar al cliente
staff_done_credit = Se ha hecho el abono y se ha avisado al cliente.
staff_done_offer = Se ha ofrecido una parte. El cliente puede aceptarla o no.
staff_done_refuse = Se ha denegado la reclamación y se ha explicado el motivo al cliente.
staff_done_take = Ahora la reclamación está a su cargo.
staff_done_resolve = Se ha avisado al cliente de que está hecho; puede confirmarlo o no.
staff_done_reject = Se ha rechazado y se ha explicado el motivo al cliente.
staff_done_find = La conclusión queda anotada y se ha avisado al cliente.
staff_done_ask = La pregunta se ha enviado. La reclamación espera la respuesta.
staff_done_note = El mensaje se ha enviado al cliente.
staff_above_limit = Puede abonar hasta { $limit } por su cuenta. Por encima decide un supervisor.
staff_offer_waits = Hay una oferta a la espera de la respuesta del cliente; hasta entonces no se decide nada más.
staff_which_reason = ¿Por qué motivo?
staff_which_sum = ¿Cuánto, en { $currency }? 12,50 o 12.50
staff_other_sum = Otro importe
staff_other_reason = Otro motivo
staff_sum_credit = Va a abonar
staff_sum_offer = Va a ofrecer
staff_words_for_customer = Mensaje para el cliente, en su idioma ({ $name })
staff_words_hint = Ya hay un comienzo: cámbielo como le parezca. El cliente lo lee en el chat.
staff_not_done = Todavía no se ha hecho nada.
staff_choose_reason = Ese motivo no existe.
staff_sum_unclear = Eso no es un importe. Escríbalo como 12,50 o 12.50.
staff_sum_no_part = Una parte es menos que el importe en disputa. Para devolverlo todo, elíjalo en la página de la reclamación.
staff_sum_above_limit = Es más de lo que su función permite abonar.
staff_not_yours = Su función no lo permite.
staff_words_missing = Escriba algo al cliente, por favor: 2000 caracteres como máximo.
staff_other_target = Entretanto ha llegado un pago y el abono va a otro sitio. Revíselo una vez más, por favor.
staff_meanwhile = Alguien se ha adelantado.
staff_meanwhile_over = Por eso ya no se puede hacer. Abajo está lo que había escrito.
staff_meanwhile_look = Lo que había escrito se ha conservado. Si sigue siendo válido, envíelo de nuevo.
staff_to_report = Ver la reclamación

staff_officer = Agente
staff_day = Día
staff_what_was_done = Qué se hizo
staff_entries = { $count ->
    [0] Ninguna entrada.
    [one] Una entrada.
   *[other] { $count } entradas.
}
staff_time_utc = Todas las horas en UTC.
staff_factor = { $factor ->
    [password] contraseña errónea
   *[code] código erróneo
}
staff_action_decide = decidió
staff_action_offer = ofreció una parte
staff_action_answer = respondió
staff_action_take = se hizo cargo
staff_action_ask = preguntó al cliente
staff_action_note = escribió al cliente
staff_action_resolve = lo dio por hecho
staff_action_reject = la rechazó
staff_action_find = anotó la conclusión
staff_action_file = la presentó por el cliente
staff_action_remind = recordó el plazo
staff_action_order = guardó un pedido firmado
staff_action_availability = abonó la indisponibilidad de una línea
staff_action_billCredit = incluyó un abono en una factura
staff_action_logIn = inició sesión
staff_action_logInFailed = no consiguió entrar
staff_action_logOut = cerró sesión
staff_action_officerAdded = añadió un agente
staff_action_officerDisabled = desactivó un agente
staff_action_secondFactorReset = renovó un segundo factor
staff_action_officerPasswordSet = cambió la contraseña de un agente
staff_action_setPassword = cambió la contraseña de un cliente

words_credit_next = Gracias por avisarnos. Hemos comprobado el cargo: no era correcto y le devolvemos { $amount }. Verá el abono en su próxima factura.
words_credit_bill = Gracias por avisarnos. Hemos comprobado el cargo: no era correcto y le devolvemos { $amount }. Descontamos ese importe de su factura { $bill }.
words_offer = Hemos estudiado su reclamación y podemos devolverle { $amount } del importe en disputa. Díganos, por favor, si lo acepta.
words_refuse_chargeIsDue = Hemos comprobado el cargo en nuestros registros. Está bien calculado según su tarifa, por lo que no podemos devolvérselo.
words_refuse_alreadyCredited = Hemos comprobado el cargo. Ese importe ya se le abonó, por lo que no queda nada por devolver.
words_refuse_tooLate = Lo sentimos, pero el plazo para reclamar este cargo ha terminado y ya no podemos devolvérselo.
words_refuse_evidenceMissing = Con los datos que tenemos no vemos que el cargo sea erróneo. Si tiene algo que lo demuestre, envíenoslo y volveremos a estudiarlo.
words_find_undue = Hemos comprobado el cargo y no era correcto. Estamos recalculando su factura y le diremos el resultado.
words_find_due = Hemos comprobado el cargo y está bien calculado según su tarifa.
words_ask = Estamos estudiando su reclamación y necesitamos un dato más:
words_note = Estamos estudiando su reclamación y le responderemos en cuanto tengamos el resultado.
words_resolve = Hemos atendido su solicitud. Si algo sigue sin estar bien, díganoslo, por favor.
words_reject_notPossible = Hemos estudiado su solicitud con atención. Lo sentimos, pero no es posible atenderla.
words_reject_notOurService = Lo que nos cuenta no pertenece a nuestro servicio, por lo que no podemos cambiarlo. Diríjase, por favor, al proveedor correspondiente.
words_reject_notReproducible = Hemos probado su línea y no hemos encontrado ninguna avería. Si vuelve a ocurrir, díganos cuándo y dónde.
words_reject_informationMissing = Sin los datos que le pedimos no podemos continuar. En cuanto los tenga, preséntela de nuevo, por favor.
words_reject_doneAlready = Lo que solicita ya está hecho, por lo que no queda nada pendiente por nuestra parte.
