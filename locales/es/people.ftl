utter_contacts_open =
    Ahora puede atenderle una persona: llame al { $phone } (hasta las { $closes }).
    También puede escribir a { $email }.
utter_contacts_closed =
    Ahora mismo no hay nadie para atenderle. Puede llamar al { $phone } a partir del { $opens }, o escribir a { $email } cuando quiera.
    Mientras tanto puedo tomar nota de su reclamación: tendrá un número al momento.
utter_opening_hours_open = Nuestra atención telefónica está abierta ahora, hasta las { $closes }.
utter_opening_hours_closed = Nuestra atención telefónica está cerrada ahora. Vuelve a abrir el { $opens }.
utter_opening_hours =
    Por teléfono ({ $phone }): { $phone_hours }
    En nuestra oficina ({ $address }), con cita previa: { $office_hours }
    Este asistente y nuestra web: siempre.
    Todas las horas son hora local de { $city }.
hours_weekdays = de lunes a viernes de { $from } a { $to }
hours_saturday = los sábados de { $from } a { $to }
