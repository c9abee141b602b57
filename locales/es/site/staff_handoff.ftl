# Clientes que quieren hablar con una persona, en la mesa de atención. Lo que empieza por words_ lo lee el cliente.

staff_talks = Conversaciones
staff_talks_waiting = { $count ->
    [0] no espera nadie
    [one] espera un cliente
   *[other] esperan { $count } clientes
}
staff_talks_wait = En espera
staff_talks_taken = Con un agente
staff_nobody_waits = Nadie está esperando para hablar con una persona.
staff_wish = Qué quiere
staff_channel = Canal
staff_waits_for = Espera desde hace
staff_taken_for = Hablan desde hace
staff_waits_since = Pidió hablar con alguien
staff_minutes = { $count ->
    [0] menos de un minuto
    [one] un minuto
   *[other] { $count } minutos
}
staff_owed = { $count ->
    [0] espera respuesta
    [one] espera respuesta desde hace un minuto
   *[other] espera respuesta desde hace { $count } minutos
}
staff_assistant = Asistente
staff_you_are_there = Está disponible para los clientes.
staff_you_are_away = No está disponible.
staff_present = { $count ->
    [0] No hay ningún agente disponible.
    [one] Hay un agente disponible.
   *[other] Hay { $count } agentes disponibles.
}
staff_be_there = Ya estoy disponible
staff_be_away = Me ausento

staff_talk = Conversación
staff_summary = Resumen
staff_no_talk_title = No hay nada aquí
staff_no_talk = No existe ninguna conversación con ese identificador.
staff_talk_waits = a la espera de un agente
staff_talk_is_yours = está hablando usted con el cliente
staff_talk_is_of = { $name } está hablando con el cliente
staff_talk_over = la conversación ha terminado
staff_step_taken = { $name } se ha hecho cargo de la conversación.
staff_step_handed_back = { $name } ha devuelto la conversación al asistente.
staff_step_ended = { $name } ha terminado la conversación.
staff_step_unanswered = Nadie respondió a tiempo, así que ha seguido el asistente.
staff_step_customer_left = El cliente se ha ido.
staff_step_customer_ended = El cliente ha terminado la conversación.
staff_step_closed_for_today = El servicio de atención ha cerrado por hoy.
staff_talk_take = Hacerme cargo
staff_talk_take_from = Relevar a { $name }
staff_talk_hand_back = Devolver al asistente
staff_talk_hand_back_hint = El asistente sigue con lo que haya quedado pendiente.
staff_talk_end = Terminar la conversación
staff_talk_end_hint = Cuando todo está resuelto. El asistente vuelve a atender las preguntas nuevas.
staff_talk_done_handed_back = La conversación vuelve a estar con el asistente.
staff_talk_done_ended = Ha terminado usted la conversación.
staff_talk_over_already = La conversación ya ha terminado, así que no se puede enviar nada más.
staff_talk_not_yours = La conversación no está a su cargo: otro agente se ha adelantado o todavía no la lleva nadie.
staff_talk_offline = Se ha perdido la conexión y se está recuperando. Lo que escriba se puede enviar igualmente.
staff_talk_changed = Aquí ha pasado algo que esta página todavía no muestra.
staff_talk_look_again = Actualizar la página
staff_talk_keys = Intro envía; Mayús + Intro empieza otra línea.
staff_canned = Respuesta preparada
staff_canned_insert = Insertar
staff_canned_hello = Saludo
staff_canned_moment = Un momento
staff_canned_checking = Lo estoy mirando
staff_canned_details = Pedir detalles
staff_canned_recorded = Ha quedado anotado
staff_canned_anything = ¿Algo más?
staff_canned_back = Vuelta al asistente
staff_canned_goodbye = Despedida

staff_channel_web = Chat de la web
staff_channel_telegram = Telegram
staff_channel_whatsapp = WhatsApp
staff_wish_none = no lo ha dicho
staff_wants_why = { $wish } ({ $reason })
staff_wish_human_handoff = hablar con una persona
staff_wish_complain_about_bot = queja del asistente
staff_wish_log_in = iniciar sesión
staff_wish_login_problem = problemas para iniciar sesión
staff_wish_view_account = datos de la cuenta
staff_wish_view_call_activity = lista de llamadas
staff_wish_dispute_charge = reclamar un cargo
staff_wish_report_fraud = avisar de un fraude
staff_wish_check_report_status = estado de una reclamación
staff_wish_credit_timing = cuándo llega un abono
staff_wish_opening_hours = horarios
staff_wish_view_bill = ver una factura
staff_wish_explain_bill = explicación de una factura
staff_wish_payment_options = formas de pago
staff_wish_report_payment = un pago ya hecho
staff_wish_request_invoice = una factura fiscal o una copia
staff_wish_add_dispute_information = añadir datos a una reclamación
staff_wish_send_file = añadir una foto o un documento
staff_wish_escalate_complaint = poner una queja
staff_wish_contact_form = dejar un mensaje
staff_wish_report_fault = una avería
staff_wish_report_lost_equipment = un equipo perdido, robado o roto
staff_wish_request_service = un servicio nuevo
staff_wish_port_number = traer el número de otra compañía
staff_wish_move_service = un cambio de domicilio
staff_wish_change_number = un cambio de número
staff_wish_update_details = un cambio de datos
staff_wish_transfer_ownership = un cambio de titular
staff_wish_reconnect_service = recuperar el servicio
staff_wish_cancel_service = dar de baja el contrato
staff_wish_track_order = un pedido o una instalación
staff_wish_coverage_plans = planes y cobertura
staff_wish_withdraw_dispute = retirar una reclamación
staff_wish_answer_offer = responder a una oferta

staff_action_handoffThere = se puso disponible
staff_action_handoffAway = dejó de estar disponible
staff_action_handoffTake = se hizo cargo de una conversación
staff_action_handoffSay = escribió en una conversación
staff_action_handoffHandBack = devolvió una conversación al asistente
staff_action_handoffEnd = terminó una conversación
staff_action_handoffUnanswered = dejó una conversación sin responder, y siguió el asistente

words_canned_hello = Hola, soy { $name }. He leído lo que ha escrito y me ocupo ahora mismo.
words_canned_moment = Un momento, por favor. Enseguida estoy con usted.
words_canned_checking = Permítame comprobarlo. Tardaré uno o dos minutos.
words_canned_details = Para poder comprobarlo: ¿de qué llamada o de qué factura se trata, y qué ha ocurrido exactamente?
words_canned_recorded = Lo he añadido a su reclamación. Puede preguntarle al asistente cómo va cuando quiera.
words_canned_anything = ¿Puedo ayudarle en algo más?
words_canned_back = Le dejo de nuevo con el asistente, que seguirá con usted desde aquí.
words_canned_goodbye = Gracias por ponerse en contacto con nosotros. ¡Hasta pronto!
