# Solo en Telegram: los comandos de su menú, cada uno con lo que hace. Un comando tiene de 1 a 32 letras
# de la a a la z sin tildes, cifras o guiones bajos; lo que hace, hasta 256 caracteres.
command_dispute = reclamar
command_calls = llamadas
command_reports = gestiones
command_person = persona
command_language = idioma
command_help = ayuda
command_cancel = parar
command_does_start = Empezar y ver qué se puede hacer
command_does_dispute = Reclamar un cargo
command_does_calls = Ver mis llamadas
command_does_reports = Saber cómo van mis gestiones
command_does_person = Hablar con una persona
command_does_language = Cambiar de idioma
command_does_help = Qué puedo hacer por usted
command_does_cancel = Parar lo que estamos haciendo, sin enviar nada
