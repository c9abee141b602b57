# Las páginas de inicio de sesión.

code_title = Introduzca el código
code_intro = El asistente del chat le ha dado un código de ocho letras. Introdúzcalo aquí, por favor.
code_label = Código
code_hint = Da igual si escribe mayúsculas o minúsculas, con guion o sin él.
code_continue = Continuar
code_malformed = El código tiene ocho letras. Compruébelo en el chat, por favor.
code_unknown = No conocemos este código. Compruebe en el chat que lo ha escrito bien.
code_expired_title = Este código ha caducado
code_expired = Cada código vale un cuarto de hora. Pida uno nuevo en el chat; lo que ha contado allí sigue guardado.
code_used_title = Este código ya se ha utilizado
code_used = Si fue usted quien inició sesión, vuelva al chat sin más. Si no fue usted, llámenos, por favor: { $phone }.
code_refused_title = Este código ya no es válido
code_refused = Alguien ha indicado que no lo había pedido. Si desea iniciar sesión, pida un código nuevo en el chat.
code_paused = { $minutes ->
    [one] Se han introducido demasiados códigos incorrectos. Vuelva a intentarlo dentro de un minuto.
   *[other] Se han introducido demasiados códigos incorrectos. Vuelva a intentarlo dentro de { $minutes } minutos.
}

signin_title = Iniciar sesión
signin_code = Su código
signin_consent = ¿Quiere iniciar sesión en el asistente con este código? Hágalo solo si lo ha pedido usted en el chat y el chat muestra el mismo código.
signin_user_name = Usuario
signin_password = Contraseña
signin_submit = Iniciar sesión
signin_refuse = No lo he pedido yo
signin_problem = No ha sido posible
signin_missing = Introduzca su usuario y su contraseña.
signin_wrong = El usuario o la contraseña no son correctos. Vuelva a intentarlo, por favor.
signin_paused = { $minutes ->
    [one] Ha habido demasiados intentos. Por su seguridad, espere un minuto; después podrá volver a iniciar sesión.
   *[other] Ha habido demasiados intentos. Por su seguridad, espere { $minutes } minutos; después podrá volver a iniciar sesión.
}
signin_stale = La página llevaba mucho tiempo abierta o su navegador no acepta cookies. Vuelva a intentarlo, por favor.
signin_help = ¿Ha olvidado su usuario o su contraseña? Llámenos: { $phone }.

done_title = Ha iniciado sesión
done = Ya puede volver al chat; continúa por sí solo.
done_close = Puede cerrar esta ventana.
refused_title = No se ha iniciado ninguna sesión
refused = Gracias por comprobarlo. El código ya no es válido. Si al final desea iniciar sesión, pida uno nuevo en el chat.
