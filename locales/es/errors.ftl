utter_unavailable = Lo siento, ahora mismo una parte de nuestro sistema no responde. He guardado lo que me ha contado hasta aquí. Envíeme otra vez su último mensaje dentro de un momento, por favor.
utter_billing_unavailable = Lo siento, ahora mismo no puedo conectar con nuestro sistema de facturación. He guardado todo lo que me ha contado. Inténtelo de nuevo dentro de un momento o hable con una persona.
utter_billing_slow = Lo siento, nuestro sistema de facturación tarda demasiado en responder. He guardado todo lo que me ha contado. Inténtelo de nuevo dentro de un momento o hable con una persona.
utter_internal_error = Lo siento, algo ha fallado por nuestra parte. He guardado lo que me ha contado. Inténtelo de nuevo, por favor, o hable con una persona.
utter_not_found = Eso ya no lo encuentro. Miremos otra vez.
