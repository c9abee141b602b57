# El documento de una factura.

bill_title = Factura n.º { $number }
bill_customer = Cliente
bill_account = Cuenta
bill_period = Periodo de facturación
bill_issued = Fecha de emisión
bill_due = Fecha límite de pago
bill_times = Horas indicadas en

bill_charges = Cargos
bill_fee = Cuota mensual
bill_calls = Llamadas
bill_calls_counted = { $count ->
    [one] { $count } llamada
   *[other] { $count } llamadas
}
bill_before_tax = Total sin IVA
bill_tax = IVA ({ $rate })
bill_amount_due = Total a pagar, IVA incluido

bill_settlement = Abonos y pagos
bill_credit = Abono { $number }
bill_credit_for_report = Abono { $number } por su reclamación { $report }
bill_payment = { $means ->
    [direct_debit] Pago por domiciliación bancaria
    [bank_transfer] Pago por transferencia
    [card] Pago con tarjeta
   *[other] Pago
}
bill_remaining = Pendiente de pago

bill_dispute = ¿Algo no está bien?
bill_dispute_text = Si no reconoce un cargo o cree que es incorrecto, dígaselo a nuestro asistente en { $address }, a cualquier hora, o llámenos: { $phone }. Puede pedir un abono por las llamadas de esta factura hasta el { $until }.

bill_calls_of = Llamadas desde el { $number }
bill_when = Fecha y hora
bill_called = Número marcado
bill_kind = Tipo de llamada
bill_duration = Duración
bill_price = Importe
bill_call_type = { $type ->
    [local] Local
    [mobile] A móvil
    [international] Internacional
    [premium] Tarificación adicional
    [roaming] En itinerancia
   *[other] { $type }
}
bill_carried = Suma y sigue
bill_brought = Suma anterior
bill_line_total = Total de esta línea
bill_page = Página { $page } de { $pages }
