-operator = Telvia

# La página de inicio del operador y lo que comparten todas sus páginas.

page_skip = Ir al contenido
page_languages = Idioma
page_home = { -operator }: página de inicio
page_to_home = Ir a la página de inicio
page_missing_title = Aquí no hay nada
page_missing = Esta página no existe o ha cambiado de sitio. Compruebe la dirección, por favor.

front_title = Ayuda con sus llamadas y facturas
front_description = Consulte con el asistente sus llamadas y cargos, reclame un cargo y siga su reclamación a cualquier hora.
front_heading = ¿Un cargo que no reconoce?
front_lead = Nuestro asistente repasa sus llamadas con usted, anota lo que está mal y le da un número de reclamación. A cualquier hora y en su idioma.
front_open_chat = Abrir el chat
front_no_script = El chat necesita JavaScript. También puede llamarnos: { $phone }.
front_topics = Qué hace por usted el asistente
front_calls_title = Sus llamadas
front_calls_text = Todas las llamadas del mes: cuándo, a quién, cuánto duraron y cuánto costaron.
front_dispute_title = Cargos incorrectos
front_dispute_text = Marque las llamadas que están mal, diga por qué y pida un abono. Recibirá al momento un número de reclamación.
front_report_title = Sus reclamaciones
front_report_text = En qué punto está una reclamación y en qué fecha, como muy tarde, tendrá respuesta.
front_questions = Conviene saber
front_password_question = ¿Me pedirá el asistente la contraseña?
front_password_answer = No, nunca. Le dará un enlace a nuestra página de inicio de sesión y un código corto. Compruebe que la página y el chat muestran el mismo código.
front_responsible_question = Otra persona llamó desde mi línea. ¿Tengo que pagar?
front_responsible_answer = El titular de la cuenta responde de los cargos de la factura, también de las llamadas que hicieron otras personas. Si cree que una llamada no se hizo o se cobró mal, reclámela.
front_credit_question = ¿Dónde veré el abono?
front_credit_answer = Si le damos la razón y la factura ya está pagada, el abono aparecerá en la siguiente. Si aún no está pagada, se descontará de lo que debe.
front_contact = Hablar con una persona
front_phone = Teléfono
front_email = Correo electrónico
front_office = Oficina, con cita previa
front_assistant = Asistente
front_always = las 24 horas, todos los días
front_time_zone = Todas las horas son hora local de { $city }.
front_invented = { -operator } es un operador ficticio. Esta página muestra cómo se ve el asistente en la web de un operador.
