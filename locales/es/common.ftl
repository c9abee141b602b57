-operator = Telvia

# Botones y palabras breves que comparten varios recorridos.
button_help = ¿Qué puede hacer?
button_person = Hablar con una persona
button_retry = Intentar de nuevo
button_cancel = Parar
button_more = Ver más
