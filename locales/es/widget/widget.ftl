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
waiting-kept = Se enviará en cuanto vuelva la conexión
failed = No se ha podido enviar
refused-too_long = El mensaje es demasiado largo para enviarlo.
refused-other = Pruebe de nuevo con sus propias palabras.
refused-too_large = Este archivo ocupa más de { $size }, que es lo máximo que se puede enviar.
refused-wrong_type = Solo se pueden enviar fotos (JPEG, PNG, WebP) y documentos PDF.
refused-too_many = Ya hay demasiados archivos en espera. Indique antes para qué son.
refused-empty = Este archivo está vacío.
refused-lost = Su navegador ya no tiene este archivo. Adjúntelo de nuevo, por favor.
refused-no_file = Este archivo lleva demasiado tiempo en espera. Adjúntelo de nuevo, por favor.
refused-file = Adjunte el archivo de nuevo, por favor.
you-said = Usted:
assistant-said = Asistente:
person-said = La persona que le atiende:
input = Su mensaje
input-hint = Escriba un mensaje
attach = Adjuntar una foto o un documento
attached = Archivos adjuntos
remove = Quitar { $name }
sending = Enviando { $name }
file = Archivo:
waiting-here = Se enviará en cuanto vuelva la conexión. No cierre esta página hasta entonces.
waiting-no_room = Su navegador no tiene espacio para guardarlo. No cierre esta página: se enviará en cuanto vuelva la conexión.
waiting-no_place = Su navegador no puede guardarlo para más tarde. No cierre esta página: se enviará en cuanto vuelva la conexión.
send = Enviar
too-long =
    { $over ->
        [one] Sobra { $over } carácter. Acorte el mensaje, por favor.
       *[other] Sobran { $over } caracteres. Acorte el mensaje, por favor.
    }
column-mark = Marcar
column-when = Fecha y hora
column-number = Número marcado
column-place = Destino
column-length = Duración
column-price = Precio
column-note = Nota
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
