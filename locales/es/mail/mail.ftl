code_subject = { $code } es su código
code_body =
    Hola:

    Su código es { $code }. Vale diez minutos.
    Alguien ha preguntado en el chat de { $operator } cómo va la gestión { $report }, en la que se dio esta dirección. Si no ha sido usted, no tiene que hacer nada: sin el código no se le dice nada a nadie.

    { $operator }
