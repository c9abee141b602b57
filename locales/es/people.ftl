utter_contacts_open =
    Ahora puede atenderle una persona: llame al { $phone } (hasta las { $closes }).
    También puede escribir a { $email }.
utter_contacts_closed =
    Ahora mismo no hay nadie para atenderle. En el { $phone } volvemos a atender { $opens }, y a { $email } puede escribir cuando quiera.
    Mientras tanto puedo tomar nota de lo que necesita: tendrá un número al momento.
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

# Una persona en el chat. $ahead son los clientes que hay delante.
utter_person_called =
    { $ahead ->
        [0] He pedido que le atienda una persona en este chat. Su turno es el siguiente.
        [one] He pedido que le atienda una persona en este chat. Tiene un cliente delante.
       *[other] He pedido que le atienda una persona en este chat. Tiene { $ahead } clientes delante.
    }
    Verá lo que hemos hablado hasta ahora. Mientras espera, puede seguir conmigo.
utter_place_in_queue =
    { $ahead ->
        [0] El siguiente turno es el suyo: enseguida le atiende una persona.
        [one] Tiene un cliente delante.
       *[other] Tiene { $ahead } clientes delante.
    }
utter_still_waiting = Sigue esperando a que le atienda una persona. Ahora mismo no puedo ver su turno, pero no lo ha perdido.
utter_person_is_coming = Una persona está entrando en el chat.
utter_stopped_waiting = De acuerdo, ya no espera a ninguna persona. Yo sigo aquí.
utter_not_waiting = En este momento no está esperando a ninguna persona.
utter_person_here =
    { $name } está aquí y le atiende a partir de ahora. Lo que escriba le llega a { $name }.
    Cuando terminen, vuelva conmigo cuando quiera.
utter_person_still_there = ¿Sigue ahí? { $name } espera su respuesta.
utter_person_late = Lo que ha escrito todavía no le ha llegado a { $name }. Lo guardo y se lo paso en cuanto sea posible.
utter_person_missed = Su último mensaje llegó cuando { $name } ya no estaba, así que nadie lo ha leído. Si aún hace falta, escríbalo otra vez, por favor.
utter_handed_back = { $name } ha terminado y vuelvo a atenderle yo. ¿Puedo ayudarle en algo más?
utter_back_with_assistant = Vuelve a hablar conmigo, el asistente. { $name } sabe que ha salido de la conversación.
utter_person_gone_for_silence = Como llevaba un rato sin escribir, he cerrado la conversación con { $name }. Aquí estoy para cuando quiera seguir.
utter_person_silent = Lo siento: { $name } lleva un rato sin responder, así que vuelvo yo. Puede pedir otra vez una persona o llamar al { $phone }.
utter_nobody_came = Lo siento, no ha quedado nadie libre para atenderle. Puede volver a pedirlo más tarde o llamar al { $phone }.
utter_chat_has_closed = Lo siento, el chat ha cerrado por hoy antes de que alguien pudiera atenderle.
button_back_to_assistant = Volver al asistente
button_my_place = ¿Qué turno tengo?
button_stop_waiting = Dejar de esperar
button_leave_message = Dejar un mensaje
