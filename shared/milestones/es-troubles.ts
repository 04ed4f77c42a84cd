import type { Saying } from './phrasebook.ts';

/** Spanish: what happens before the carrier has the parcel, and what goes wrong or goes back. */
export const esTroubles: readonly Saying[] = [
  [
    'information-only',
    `(dirección|domicilio|entrega|fecha) .. (modificada|cambiada|actualizada|corregida|modificado|actualizado
      |reprogramada|concertada|acordada)`,
    '<buyer> .. (solicita|pide|solicitó|pidió|ha solicitado|ha pedido|elige|ha elegido) & !(devol*)',
    '(cambiado|cambió|modificado|modificó|solicitado|elegido) .. (dirección|entrega|fecha|domicilio)',
    '(cambio|modificación|solicitud|actualización) .. (dirección|entrega|fecha|domicilio) & !(devol*)',
  ],
  [
    'exception-other',
    're etiquetad*|reetiquetad*|(almacenad*|retenid*|parad*) (temporalmente|provisionalmente)',
    'no admitid*|admisión (anulada|rechazada|cancelada|no)',
    `(recogida|recolección) .. (fallida|no realizada|cancelada|anulada|incidencia|imposible|no efectuada
      |no exitosa|sin éxito)`,
    '(no) .. (recoger|recolectar|recogido|recolectado) & !(<buyer>|destinatario|retir*)',
  ],
  [
    'label-created',
    `(pre|pre registrado|prerregistrado|preregistrado|preadmisión|prerregistro|preaviso|pre aviso|preanunciado
      |preadmitido|pre admitido|preregistro|pregrabado)`,
    `(pendiente|espera|esperando|aún no|todavía no|no ha sido|no hemos) .. (depósito|depositado|recibido
      |recepción|recogida|recolección|entrega por .. <seller>|admisión|entregado a correos|recogido|recolectado
      |entregar a) & !(<buyer>|oficina|reparto|punto|cliente|aduan*|entrega al destinatario)`,
    `(será|va a ser|próximamente|pronto|por) .. (recogido|recolectado|entregado a (correos|dhl|el transportista
      |la mensajería)) & !(<buyer>)`,
    `(etiqueta|guía|albarán|documentación|expedición|envío|orden|pedido) .. (creada|creado|generada|generado
      |impresa|grabado|grabada|documentado|registrado|registrada|manifestado|emitida|confirmado|dado de alta
      |anunciado|informado)`,
    `(información|datos|aviso|notificación) .. (recibid*|transmitid*|enviad*|electrónic*|envío|remitente
      |registrad*) & !(entrega|aduan*|<buyer>|sms|email|destinatario)`,
    `(preparando|preparación|preparado|en preparación|empaquetando|empacando|empacado|surtiendo)
      & !(entrega|reparto|ruta|devol*)`,
    '(listo|lista|preparado|preparada) .. (enviar|envío|despachar|recolección)',
    '<seller> .. (generado|creado|imprimido|impreso|emitido|generó|creó) .. (etiqueta|guía|albarán|envío)',
    `manifestado|documentado|grabado|(recogida|recolección) .. (asignada|programada|solicitada|planificada
      |en curso)|orden de recogida`,
  ],
  [
    'exception-lost-damaged',
    `dañad*|daño*|deteriorad*|avería*|averiad*|perdid*|pérdida|extravi*|robad*|robo|hurto|siniestr*|destruid*
      |destrucción|rotur*|roto|rota|asalto|desaparecid*|faltante|mojado|deterioro`,
  ],
  [
    'returned-to-sender',
    `(devuelto|devuelta|devolución|devolviendo|devolver|devolverá|devuelve|devuelven|devolvió|retorno|retornado
      |retornada|retornando|reexpedido .. <seller>|regreso|regresado|regresando|devolucion)`,
    '(entregado|entrega|reparto) .. (al|a|a su) (remitente|vendedor|origen) & !(por el remitente)',
    `(plazo|tiempo|periodo|período) .. (retirada|recogida|permanencia|custodia|estancia|recoger|lista)
      & (finalizado|vencido|expirado|superado|agotado|caducado|excedido|finalizó|venció|fin)`,
    'sobrante|caducado en oficina|no (retirado|recogido|reclamado)',
  ],
];
