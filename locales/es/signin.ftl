utter_sign_in =
    Para eso necesito que inicie sesión. Abra esta página y compruebe que muestra el código { $code }.
    { $link }
    Nunca escriba aquí su contraseña. En cuanto haya iniciado sesión, seguiré sin que tenga que avisarme.
utter_sign_in_waiting =
    Todavía no veo que haya iniciado sesión. Abra esta página y compruebe que muestra el código { $code }.
    { $link }
    Seguiré en cuanto lo haya hecho.
utter_signed_out_meanwhile =
    Por su seguridad se ha cerrado la sesión. He guardado lo que me ha contado: inicie sesión otra vez y seguimos donde estábamos.
    Abra esta página y compruebe que muestra el código { $code }.
    { $link }
utter_sign_in_first = Antes de decirle eso, necesito que inicie sesión.
utter_signed_in = Gracias, { $name }, ya ha iniciado sesión.
utter_already_signed_in = Ya ha iniciado sesión como { $name }.
utter_logged_out = Se ha cerrado su sesión. Hasta pronto.
utter_not_signed_in = No había iniciado sesión, así que no hay nada que cerrar.
utter_login_problem =
    Para iniciar sesión use el usuario y la contraseña de su cuenta de facturación.
    • Si ha olvidado alguno de los dos o tiene el acceso bloqueado, llame al { $phone } y lo resolvemos con usted.
    • El bloqueo por varias contraseñas incorrectas termina solo a los quince minutos.
    • El código del chat vale quince minutos; puedo darle otro cuando quiera.
    Nunca escriba aquí su contraseña.
utter_account =
    Número de cuenta: { $account }
    Titular: { $name }
    { $count ->
        [one] Teléfono: { $lines }
       *[other] Teléfonos: { $lines }
    }

button_sign_in = Iniciar sesión
