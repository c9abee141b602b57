# Mi cuenta: la página en la que inician sesión los clientes.

account_title = Mi cuenta
account_intro = Inicie sesión con los datos de su cuenta. El asistente del chat sabrá quién es usted y allí no tendrá que iniciar sesión de nuevo.
account_hello = Hola, { $name }
account_known = El asistente del chat ya sabe quién es usted: pregúntele por sus llamadas o reclame un cargo directamente.
account_sign_out = Cerrar sesión
