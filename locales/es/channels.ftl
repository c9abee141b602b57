# Lo que dicen las mensajerías de lo que no pueden recibir.
utter_voice_not_heard = No puedo escuchar mensajes de voz. ¿Puede escribírmelo, por favor?
utter_sticker = ¡Muchas gracias! Los stickers y los GIF no los entiendo, eso sí: ¿me dice con palabras en qué puedo ayudarle?
utter_not_read = Eso no puedo abrirlo: leo mensajes escritos y recibo fotos y documentos PDF. ¿Puede contármelo con palabras?
utter_file_not_fetched = No he podido descargar su archivo. ¿Puede enviármelo otra vez, por favor?
utter_edit_not_read = Ha cambiado un mensaje, pero yo solo leo lo que se envía la primera vez. Si hay algo distinto, escríbamelo en un mensaje nuevo, por favor.
utter_not_in_groups = Gracias por la invitación, pero no respondo en grupos: su factura es un asunto privado. Escríbame directamente y le ayudaré con mucho gusto.
utter_button_gone = Este botón ya no sirve. Escríbame lo que necesita, por favor.
