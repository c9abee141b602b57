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
    Chat con una persona: { $chat_hours }
    Este asistente y nuestra web: todos los días, a cualquier hora.
    Todas las horas son hora local de { $city }.
hours_weekdays = de lunes a viernes de { $from } a { $to }
hours_saturday = los sábados de { $from } a { $to }
opens_today = hoy a las { $time }
opens_tomorrow = mañana a las { $time }
opens_on = el { $day } a las { $time }
with_your_time = { $at }, { $yours } en su hora local
by_today = hoy antes de las { $time }
by_tomorrow = mañana antes de las { $time }
by_on = el { $day } antes de las { $time }
by_day = a más tardar el { $day }
by_soon = lo antes posible
hours_monday = los lunes de { $from } a { $to }
hours_tuesday = los martes de { $from } a { $to }
hours_wednesday = los miércoles de { $from } a { $to }
hours_thursday = los jueves de { $from } a { $to }
hours_friday = los viernes de { $from } a { $to }
hours_sunday = los domingos de { $from } a { $to }
hours_always = todos los días, a cualquier hora
way_phone = teléfono
way_office = oficina
way_chat = chat con una persona
utter_special_day = Tenga en cuenta que el { $day } estará cerrado ({ $ways }).
utter_special_day_because = Tenga en cuenta que el { $day }, { $reason }, estará cerrado ({ $ways }).
utter_special_day_hours = Tenga en cuenta que el { $day } el horario será de { $from } a { $to } ({ $ways }).
utter_special_day_hours_because = Tenga en cuenta que el { $day }, { $reason }, el horario será de { $from } a { $to } ({ $ways }).
utter_clocks = En { $city } son ahora las { $there }; donde está usted, las { $here }.
utter_closed_because = Hoy está cerrado: { $reason }.
utter_closed_holiday = Hoy es festivo aquí y está cerrado.
utter_nobody_free = En este momento todos mis compañeros están ocupados.
utter_nobody_free_phone = En este momento todos mis compañeros están ocupados. También puede llamar al { $phone } (hasta las { $closes }).
utter_chat_closed = Ahora mismo no hay nadie en el chat. Volvemos a atender { $opens }, también en el { $phone }.
utter_chat_closed_phone = Ahora mismo no hay nadie en el chat; volvemos a atender { $opens }. Puede llamar ya al { $phone } (hasta las { $closes }).
utter_chat_and_phone_closed = Ahora mismo no hay nadie en el chat: vuelve a abrir { $opens }. En el { $phone } volvemos a atender { $phone_opens }.
