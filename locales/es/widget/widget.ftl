title = Asistente de { $operator }
title-plain = Asistente
launcher = Abrir el chat
launcher-unread =
    { $count ->
        [one] Abrir el chat, { $count } mensaje nuevo
       *[other] Abrir el chat, { $count } mensajes nuevos
    }
close = Cerrar el chat
language = Idioma: { $language }
log = Conversación
more = Hay más abajo
typing = El asistente está escribiendo
connecting = Conectando…
reconnecting = Se ha perdido la conexión. Volviendo a conectar…
reconnected = Conexión recuperada.
waiting = Se enviará en cuanto vuelva la conexión
failed = No se ha podido enviar
refused-too_long = El mensaje es demasiado largo para enviarlo.
refused-other = No se ha podido enviar. Pruebe de nuevo con sus propias palabras.
you-said = Usted:
assistant-said = Asistente:
person-said = La persona que le atiende:
input = Su mensaje
input-hint = Escriba un mensaje
send = Enviar
too-long =
    { $over ->
        [one] Sobra { $over } carácter. Acorte el mensaje, por favor.
       *[other] Sobran { $over } caracteres. Acorte el mensaje, por favor.
    }
select-all = Seleccionar todas
selected =
    { $count ->
        [0] Ninguna llamada seleccionada
        [one] { $count } llamada seleccionada
       *[other] { $count } llamadas seleccionadas
    }
submitted = { $submit }: { $positions }
select-first = Seleccione antes al menos una llamada.
new-tab = se abre en una pestaña nueva
code = Su código
