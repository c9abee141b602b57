# Lo que lee un agente en Chatwoot junto a una conversación que se le pasa.
note_wish = Asunto: { $wish }
note_report = Reclamación n.º { $report }
note_customer = Ha iniciado sesión: { $name }, cuenta { $account }
note_not_signed_in = No ha iniciado sesión
note_language = El cliente escribe en { $language ->
    [fr] francés
    [pl] polaco
    [en] inglés
   *[es] español
}
note_before = Lo que se ha hablado antes:
note_from_customer = Cliente: { $text }
note_from_assistant = Asistente: { $text }
note_customer_left = El cliente ya no está.
note_customer_ended = El cliente ha vuelto con el asistente.
note_closed_for_today = El chat ha cerrado; el cliente ya lo sabe.
note_untold = El cliente no ha recibido este mensaje: la conversación ya había vuelto al asistente.
wish_dispute_charge = un cargo reclamado
wish_view_call_activity = las llamadas de una línea
wish_check_report_status = el estado de una reclamación
wish_confirm_report = una reclamación dada por resuelta
