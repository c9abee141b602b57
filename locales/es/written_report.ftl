utter_ask_matter = Se lo paso por escrito a un compañero y le doy un número. Cuénteme con sus palabras de qué se trata y qué necesita, por favor.
utter_ask_matter_again = Cuénteme en una o dos frases de qué se trata, por favor. Lo leerá un compañero.
utter_block_the_line = Si ha perdido el teléfono o la tarjeta SIM, o se los han robado, avísenos por teléfono cuanto antes para que bloqueemos la línea.
utter_ask_confirmed_report =
    Esto es lo que voy a enviar:
    Asunto: { $topic }
    Con sus palabras: { $words }
    Le responde: { $team }
    Si falta algo (la dirección, un número, desde cuándo), escríbalo y lo añado.
    ¿Lo envío?
utter_written_report_filed =
    Listo. Su número de gestión es { $report }.
    Le responderá { $team } a más tardar el { $answer_by }.
utter_written_report_filed_undated = Listo. Su número de gestión es { $report }. Le responderá { $team }.
utter_ask_answer = Escriba aquí su respuesta, por favor. La añadiré a la gestión { $report }.
utter_ask_confirmed_answer =
    Esto es lo que añadiré a la gestión { $report }:
    { $words }
    ¿Lo envío?
utter_added_to_report = Gracias. Queda añadido a la gestión { $report }. Tendrá noticias nuestras a más tardar el { $answer_by }.
utter_added_to_report_undated = Gracias. Queda añadido a la gestión { $report }. Tendrá noticias nuestras.
utter_written_report_filed_before = Ya estaba enviado. Su número de gestión es { $report }.
utter_written_report_unsure = Aún no sé si su mensaje ha llegado: nuestro sistema no respondió a tiempo. Pulse “Intentar de nuevo” dentro de un momento; no se enviará dos veces.
utter_written_report_rejected = Nuestro sistema no ha aceptado el mensaje, así que no se ha enviado nada. Una persona puede atenderle.
utter_written_report_gone = Ya no tengo aquí ese mensaje y no se ha enviado nada. ¿De qué se trata?
utter_one_thing_at_a_time = Terminemos primero con esto, por favor, o diga “parar”; después me ocupo con mucho gusto de lo otro.

button_other_words = Cambiar el texto

team_billing = nuestro equipo de facturación
team_technical = nuestro servicio técnico
team_care = nuestro servicio de atención al cliente
team_complaints = nuestro departamento de reclamaciones

topic_view_bill = su factura
topic_explain_bill = una explicación de su factura
topic_payment_options = formas de pago
topic_report_payment = un pago que hizo
topic_request_invoice = una factura fiscal o una copia
topic_add_dispute_information = más datos para una reclamación
topic_escalate_complaint = una queja formal
topic_contact_form = un mensaje para nosotros
topic_report_fault = una avería
topic_report_lost_equipment = un equipo perdido, robado o roto
topic_request_service = un servicio nuevo
topic_port_number = traer su número de otra compañía
topic_move_service = un cambio de domicilio
topic_change_number = un cambio de número
topic_update_details = un cambio de sus datos
topic_transfer_ownership = un cambio de titular
topic_reconnect_service = recuperar el servicio
topic_cancel_service = dar de baja el contrato
topic_track_order = un pedido o una instalación
topic_coverage_plans = planes y cobertura
topic_login_problem = problemas para iniciar sesión
topic_view_account = los datos de su cuenta
topic_credit_timing = cuándo llega un abono
topic_report_fraud = un fraude
topic_after = { $topic }, a raíz de { $report }
