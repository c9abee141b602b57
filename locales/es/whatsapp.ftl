# Solo en WhatsApp. El botón que abre una lista y su última fila: 20 y 24 caracteres como máximo.
whatsapp_choose = Elegir
whatsapp_more = Más opciones…
utter_more_choices = Estas son las demás opciones.

# Plantillas que aprueba Meta, para escribir primero pasadas 24 horas. El botón: 25 caracteres.
whatsapp_news = Hola, soy el asistente de { -operator }. Hay novedades sobre una de sus reclamaciones.
whatsapp_person = Hola, soy el asistente de { -operator }. Una persona de nuestro equipo ha respondido a su consulta.
whatsapp_waiting = Hola, soy el asistente de { -operator }. Tengo un mensaje para usted sobre su consulta.
whatsapp_read = Leerlo
