utter_file_received =
    { $count ->
        [one] Gracias, ya tengo su archivo.
       *[other] Gracias, ya tengo sus { $count } archivos.
    }
utter_file_with_draft =
    { $count ->
        [one] Gracias, ya tengo su archivo. Irá con lo que estamos preparando.
       *[other] Gracias. Con lo que estamos preparando irán ya { $count } archivos.
    }
utter_file_with_unsent = Gracias, ya tengo su archivo. Lo que preparamos aún no se ha enviado, porque nuestro sistema no respondió. El archivo irá con ello. ¿Lo intento de nuevo?
utter_file_kept = Gracias, ya tengo su archivo y lo guardo { $hours } horas. Terminemos primero con esto. Después escriba “añadir el archivo”, o empiece una reclamación y lo enviaré con ella.
utter_file_gone = Ya no tengo ese archivo: los guardo { $hours } horas. Envíemelo otra vez, por favor.
utter_files_go_along =
    { $count ->
        [one] El archivo que me envió irá con esto.
       *[other] Los { $count } archivos que me envió irán con esto.
    }
utter_ask_file_report =
    { $count ->
        [one] ¿Lo añado a la gestión { $report }?
       *[other] ¿Los añado a la gestión { $report }?
    }
utter_ask_which_file_report =
    { $count ->
        [one] ¿A qué gestión añado su archivo?
       *[other] ¿A qué gestión añado sus { $count } archivos?
    }
utter_ask_file_report_again =
    { $count ->
        [one] ¿Añado su archivo a la gestión { $report }? Responda sí o no, por favor, o elija otra gestión.
       *[other] ¿Añado sus { $count } archivos a la gestión { $report }? Responda sí o no, por favor, o elija otra gestión.
    }
utter_ask_which_file_report_again = No sé bien a qué gestión se refiere. Elija una o escriba su número, por favor.
utter_ask_file_dispute =
    { $count ->
        [one] No tiene ninguna gestión abierta a la que añadirlo. ¿Empezamos una reclamación? Su archivo irá con ella.
       *[other] No tiene ninguna gestión abierta a la que añadirlos. ¿Empezamos una reclamación? Sus archivos irán con ella.
    }
utter_words_with_file = Pasaré también lo que me ha escrito.
utter_files_attached =
    { $count ->
        [one] Hecho: su archivo ya está en la gestión { $report }.
       *[other] Hecho: sus { $count } archivos ya están en la gestión { $report }.
    }
utter_files_refused =
    { $count ->
        [one] Nuestro sistema no ha aceptado un archivo para la gestión { $report }. Lo demás sigue en pie. Un compañero puede decirle cómo hacérnoslo llegar.
       *[other] Nuestro sistema no ha aceptado { $count } archivos para la gestión { $report }. Lo demás sigue en pie. Un compañero puede decirle cómo hacérnoslos llegar.
    }
utter_files_gone =
    { $count ->
        [one] Falta un archivo: los guardo { $hours } horas y ese tiempo ya ha pasado. Envíelo otra vez, por favor.
       *[other] Faltan { $count } archivos: los guardo { $hours } horas y ese tiempo ya ha pasado. Envíelos otra vez, por favor.
    }
utter_files_waiting =
    { $count ->
        [one] Queda un archivo por añadir a la gestión { $report }, porque nuestro sistema no ha respondido. Lo guardo aquí. Pulse “Intentar de nuevo” dentro de un momento; no se añadirá dos veces.
       *[other] Quedan { $count } archivos por añadir a la gestión { $report }, porque nuestro sistema no ha respondido. Los guardo aquí. Pulse “Intentar de nuevo” dentro de un momento; ninguno se añadirá dos veces.
    }
utter_files_left =
    { $count ->
        [one] De acuerdo. Guardo su archivo { $hours } horas desde que lo envió. No se ha añadido a ninguna gestión.
       *[other] De acuerdo. Guardo sus { $count } archivos { $hours } horas desde que los envió. No se han añadido a ninguna gestión.
    }
utter_files_left_out =
    { $count ->
        [one] De acuerdo, el archivo no se enviará.
       *[other] De acuerdo, los archivos no se enviarán.
    }
utter_report_files =
    { $count ->
        [one] Lleva un archivo suyo.
       *[other] Lleva { $count } archivos suyos.
    }
words_and_files =
    { $words }
    { $count ->
        [one] Adjunto: un archivo
       *[other] Adjuntos: { $count } archivos
    }
only_files =
    { $count ->
        [one] Un archivo suyo
       *[other] { $count } archivos suyos
    }
utter_how_to_send_web = Claro que sí. Pulse el clip que hay junto al cuadro de texto y elija una foto o un PDF: JPEG, PNG, WebP o PDF, de hasta { $megabytes } MB cada uno y { $most } archivos a la vez.
utter_how_to_send_telegram = Claro que sí. Envíelo aquí mismo como foto o como archivo: JPEG, PNG, WebP o PDF, de hasta { $megabytes } MB cada uno y { $most } archivos a la vez.
utter_how_to_send_whatsapp = Claro que sí. Envíelo aquí mismo como foto o como documento: JPEG, PNG, WebP o PDF, de hasta { $megabytes } MB cada uno y { $most } archivos a la vez.
utter_how_to_send_elsewhere = Aquí no puedo recibir archivos. Cuénteme con palabras qué se ve, o envíe el archivo a { $email }, por favor.
utter_file_too_large = Ese archivo es demasiado grande: puedo recibir hasta { $megabytes } MB. ¿Puede enviar uno más pequeño o una foto de la parte que importa?
utter_file_wrong_type = No puedo recibir archivos de ese tipo. Envíelo como foto (JPEG, PNG o WebP) o en PDF, por favor.
utter_file_too_many = Ya tengo { $most } archivos suyos y no puedo guardar más a la vez. Veamos primero adónde van esos.
utter_file_empty = Ese archivo está vacío. Compruébelo y envíelo otra vez, por favor.

button_yes_add_file = Sí, añadir
button_add_file = Añadir el archivo
button_another_report = A otra gestión
button_file_dispute = Reclamación nueva
button_begin_dispute = Sí, empezar
button_not_now = Ahora no
button_change_files = Quitar los archivos
button_only_file = Solo el archivo
