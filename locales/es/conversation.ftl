utter_greet =
    Hola, soy el asistente de { -operator }. Puedo mostrarle sus llamadas, ayudarle a reclamar un cargo y decirle cómo va una reclamación.
    ¿Qué desea hacer?
utter_goodbye = Hasta pronto y gracias por escribir. Aquí estoy a cualquier hora.
utter_thank = De nada. ¿Puedo ayudarle en algo más?
utter_thank_meanwhile = De nada.
utter_help =
    Esto es lo que puedo hacer por usted:
    • mostrarle las llamadas de un periodo de facturación
    • ayudarle a reclamar una llamada o un cargo y darle un número de reclamación
    • decirle cómo va una reclamación
    • pasar por escrito cualquier otro asunto (averías, altas, cambios) y decirle quién le responde y cuándo
    • darle nuestros datos de contacto y horarios
    Escriba con sus palabras o use los botones. En cualquier momento puede parar, volver atrás o cambiar de idioma.
utter_bot_challenge = Soy un asistente automático, no una persona. Si prefiere hablar con alguien, dígamelo.
utter_complain_about_bot = Siento no ser de más ayuda. ¿Probamos de otra manera o prefiere hablar con una persona?
utter_out_of_scope = Lo siento, en eso no puedo ayudarle: no tiene que ver con su cuenta de { -operator }. Esto es lo que sí puedo hacer por usted.
utter_language_changed = Claro, sigamos en español.
utter_languages = Hablo español, francés, polaco e inglés. ¿Cuál prefiere?
utter_ask_meaning = No estoy seguro de haberle entendido. ¿Se trata de algo de esto?
utter_not_understood = Perdone, no he entendido su mensaje. ¿Puede decirlo de otra manera o elegir una de estas opciones?
utter_not_understood_again = Lo siento, sigo sin entender. No quiero hacerle perder tiempo: ¿prefiere hablar con una persona?
utter_what_next = ¿Qué desea hacer?
utter_question_closed = Esa pregunta ya está cerrada. ¿Qué desea hacer?
utter_stopped = De acuerdo, lo dejamos aquí. No se ha enviado nada.
utter_nothing_to_stop = Ahora mismo no hay nada en marcha. ¿Qué desea hacer?
utter_nothing_to_go_back_to = No hay ninguna respuesta anterior que cambiar. ¿Qué desea hacer?
utter_restart = De acuerdo, empecemos de nuevo. ¿Qué desea hacer?
utter_back_to_dispute = Volvamos a la reclamación que estaba preparando.
# Before the first answer to somebody who complains angrily. It admits nothing.
regret = Siento que esté pasando por esto.
utter_too_long = Su mensaje es muy largo y no puedo leerlo entero. ¿Puede decirlo en menos palabras, con { $limit } caracteres como máximo?
utter_not_text = No entiendo ese mensaje. ¿Puede escribirlo con palabras?

button_dispute = Reclamar un cargo
button_view_calls = Ver mis llamadas
button_check_report = Consultar una reclamación
button_something_else = Otra cosa
button_opening_hours = Horarios
# El nombre del idioma llega escrito en ese mismo idioma.
button_in_language = { $language }
