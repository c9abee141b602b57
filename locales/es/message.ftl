utter_ask_message = Puede dejarme ahora su avería, duda o petición: escríbala aquí con sus palabras, por favor. Tendrá un número al momento y una respuesta { $by }.
utter_ask_reply_way = ¿Cómo prefiere la respuesta?
utter_ask_reply_way_again = ¿Adónde enviamos la respuesta: aquí en el chat, por correo electrónico o por teléfono? También puede escribir directamente la dirección o el número.
utter_ask_reply_email = ¿A qué dirección de correo?
utter_ask_reply_email_again = No encuentro ahí una dirección de correo. Es algo como nombre@example.com. ¿O prefiere la respuesta aquí en el chat?
utter_ask_reply_phone = ¿A qué número de teléfono?
utter_ask_reply_phone_again = Ese no es un número de teléfono completo. Escríbalo entero, por favor; si es extranjero, con su prefijo, por ejemplo +44. ¿O prefiere la respuesta aquí en el chat?
button_reply_chat = Aquí en el chat
button_reply_email = Por correo
button_reply_phone = Por teléfono
button_change_reply = Adónde va la respuesta
reply_chat = aquí en el chat
reply_email = por correo a { $email }
reply_phone = por teléfono al { $phone }
utter_ask_confirmed_message =
    Esto es lo que voy a enviar:
    Con sus palabras: { $words }
    Tendrá la respuesta { $by }, { $reply }.
    Si falta algo (la dirección, un número, desde cuándo), escríbalo y lo añado.
    ¿Lo envío?
utter_message_filed =
    Listo. Su número de gestión es { $report }.
    Tendrá una respuesta { $by }, { $reply }.
utter_message_belongs_here = En esta conversación puede preguntarme por ella cuando quiera, sin iniciar sesión.
utter_status_where_filed = Si presentó esta gestión sin iniciar sesión, pregunte por ella en la conversación en la que la presentó o llame al { $phone }. Si está en su cuenta, puede iniciar sesión aquí.
utter_status_by_code = Si presentó esta gestión sin iniciar sesión y dio un correo, puedo enviar allí un código y decirle después cómo va. Si dio un teléfono o nada, pregunte en la conversación en la que la presentó o llame al { $phone }. Si está en su cuenta, puede iniciar sesión aquí.
button_send_code = Enviarme un código
utter_code_sent = Si la gestión { $report } se presentó sin iniciar sesión y con un correo, le llegará allí un código. Vale diez minutos.
utter_ask_status_code = Escriba aquí las seis cifras del código, por favor.
utter_ask_status_code_again = El código tiene seis cifras. Escríbalas aquí, por favor, o diga “parar”.
utter_code_wrong = Ese no es el código. Compruébelo e inténtelo de nuevo, por favor.
utter_code_over = Ese código ya no vale. Puedo enviarle otro.
utter_code_barred = Ha habido demasiados códigos equivocados para esta gestión. Como pronto, podré enviar otro dentro de una hora. También puede llamar al { $phone }.
utter_status_alone = Gestión { $report }: { $status }
