utter_contacts_open =
    Ahora puede atenderle una persona: llame al { $phone } (hasta las { $closes }).
    También puede escribir a { $email }.
utter_contacts_closed =
    Ahora mismo no hay nadie para atenderle. En el { $phone } volvemos a atender { $opens }, y a { $email } puede escribir cuando quiera.
    Mientras tanto puedo tomar nota de su reclamación: tendrá un número al momento.
utter_opening_hours_open = Nuestra atención telefónica está abierta ahora, hasta las { $closes }.
utter_opening_hours_closed = Nuestra atención telefónica está cerrada ahora. Vuelve a abrir { $opens }.
utter_opening_hours =
    Por teléfono ({ $phone }): { $phone_hours }
    En nuestra oficina ({ $address }), con cita previa: { $office_hours }
    Este asistente y nuestra web: todos los días, a cualquier hora.
    Todas las horas son hora local de { $city }.
hours_weekdays = de lunes a viernes de { $from } a { $to }
hours_saturday = los sábados de { $from } a { $to }
opens_today = hoy a las { $time }
opens_tomorrow = mañana a las { $time }
opens_on = el { $day } a las { $time }
