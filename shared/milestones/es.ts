import { esCustoms } from './es-customs.ts';
import { esTroubles } from './es-troubles.ts';
import type { Phrasebook } from './phrasebook.ts';

/** Spanish: Spain and Latin America. */
export const es: Phrasebook = {
  language: 'es',
  words: 'spaced',
  lists: {
    parcel: 'envío|paquete|pedido|artículo|mercancía|bulto|pieza|expedición|guía|producto|carta|orden|objeto',
    seller: 'remitente|vendedor|origen|cliente remitente|comercio|tienda de origen|expedidor|ordenante|cliente origen',
    buyer: `destinatario|cliente|vecino|consignatario|receptor|comprador|conserje|portero|familiar|titular|autorizado
        |recepcionista`,
    point: `punto (de)? (recogida|entrega|pickup|conveniencia|venta|nacex|collectt|correos|pack|recolección|convenience
        |collect)|oficina|citypaq|locker|taquilla|consigna|estafeta|tienda|parcelshop|punto|sucursal|establecimiento
        |buzón inteligente|casillero|ocurre|nacex shop|terminal automático`,
    site: `centro|centros|oficina de cambio|unidad|delegación|plataforma|almacén|nave|hub|agencia|base|bodega|cedis
      |terminal|instalaciones|estación|depósito|delegacion|centro logístico|local|localidad|sucursal|ctl|planta
      |franquicia|destino`,
    delivered: 'entregado|entregada|entregados',
  },
  sayings: [
    ...esTroubles,
    ...esCustoms,
    [
      'exception-address',
      `(dirección|domicilio|datos|destinatario|código postal|señas|número|teléfono|nombre|direccion) .. (incorrect*
        |incomplet*|erróne*|desconocid*|insuficiente*|equivocad*|inexistente|no existe|errad*|inválid*|no localizad*
        |falta*|confus*|mal|no encontrad*|errónea*|erronea*|cambió)`,
      `(falta|faltan|error|incorrecta|problema|mala|corregir|verificar|confirmar|corrección|insuficiente)
        .. (dirección|domicilio|datos|número|direccion)`,
      `(destinatario|desconocido|cliente) .. (desconocido|mudado|fallecido|se mudó|cambió de domicilio|no vive
        |no reside)`,
      'no existe .. (número|calle|dirección|domicilio|portal|piso)',
      'desconocido|desconocida|mudado|cambio de domicilio|señas (incompletas|incorrectas)|no vive',
    ],
    [
      'delivered',
      `(recogido|retirado|recogida|retirada|recolectado) .. (por|en|del|de) .. (<buyer>|oficina|punto|citypaq
        |locker|sucursal|tienda) & !(remitente|pendiente|no|disponible|plazo|finalizado|origen)`,
      '<buyer> .. (ha)? (recogido|retirado|recogió|retiró|recibió|recibido) & !(no)',
    ],
    [
      'delivery-attempt-failed',
      `no .. (entregad*|entregar|entrega|pudo|podido|posible|localizad*|atiende|contesta|respond*|encontr*|paga
        |disponible|acepta|quiere|realizad*|efectuad*) & (entreg*|destinatario|cliente|repart*|domicilio|nadie
        |atiende|visita|acepta|contesta)`,
      `(entrega|reparto|intento|visita|distribución) .. (fallid*|fallad*|no realizad*|no efectuad*|sin éxito
        |infructuos*|imposible|no exitos*|incidencia|rechazad*|frustrad*|no conseguid*|no completad*)`,
      `(intento|intentos|intentado|intentamos|segundo|tercer|nuevo intento|imposible|imposibilidad|incidencia
        |fallo) .. (entreg*|reparto|visita|domicilio|contactar)`,
      `(<buyer>|domicilio|nadie|negocio|local|empresa|establecimiento|comercio|tienda) .. (ausente*|cerrad*|rechaz*
        |rehus*|no se encuentra|en casa|no está|no disponible|ilocalizable|no quiere|en domicilio|vacaciones)`,
      `ausente|ausencia|rehusad*|rehús*|rehusa|rechazad*|cerrado|cerrada|aviso de (paso|visita|llegada)|(dejado
        |dejó|dejamos|deja) .. aviso|avisado|sin (acceso|efectivo|dinero)|reintento|segunda entrega|festivo local
        |intento de entrega|nadie en|sin respuesta`,
    ],
    ['delivered', '<delivered> (al|a la|a su|a un|a) (<buyer>)'],
    [
      'picked-up',
      `<seller> .. (depositado|entregado|dejado|depositó|entregó|dejó) .. (en|a|al)
        & !(no|devol*|entregado al remitente)`,
      '(admitid*|admisión|impuesto) .. (en|por) .. (oficina|sucursal|punto|correos|ventanilla) & !(no|destino|cambio)',
    ],
    [
      'available-for-pickup',
      `(disponible|disposición|listo|lista|pendiente|puede|espera|esperando|almacenado|depositado|estacionado
        |retirar|recogerlo|pasar) .. (para|en|por|de|a|que) .. (<point>|recogida|recoger|recogerlo|retirar|retirada
        |ser recogido|recolección|recogido)`,
      `(entregad*|llegad*|depositad*|dejad*|disponible|ubicado|recibido|lleg*|estacionad*|en) .. (en|a|al) (el|la
        |un|una|su|tu|nuestro)? (punto|oficina de correos|citypaq|locker|taquilla|consigna|parcelshop
        |punto de recogida|tienda|casillero|ocurre|nacex shop|oficina elegida)
        & !(intento|salida|clasific*|remitente|admit*)`,
      '(en|estacionado en|pendiente (de|en)) (lista|oficina|sucursal) & !(cambio)',
      '(está|encuentra) en (el|un|su|tu)? (punto|locker|casillero)',
      `listo para (recoger|retirar|entrega en)|recogida en oficina|pendiente de recoger|puede recoger|para recoger
        |poste restante|estacionad*`,
    ],
    [
      'picked-up',
      `(recogido|recolectado|admitido|recibido|depositado|entregado|aceptado|entrega) .. (por|del|en|de|al|a) (el
        |la|su|nuestro)? .. (<seller>|transportista|mensajero|conductor|repartidor|correos express|correos|oficina
        |dhl|mrw|seur|gls|ctt|nacex|estafeta) & !(destinatario|oficina de cambio|aduan*|reparto|centro
        |transportista local|última|destino)`,
      `(admisión|recogida|recolección|depósito) .. (en origen|realizad*|efectuad*|exitos*|confirmad*|completad*
        |correcta|hecha|domicilio)`,
      '(recibimos|recogimos|recolectamos|hemos recibido|hemos recogido) .. (del|de|al) .. <seller> & !(devol*|datos|información)',
      'tenido admisión|ha sido (admitido|recogido|recolectado)',
    ],
    [
      'handed-to-last-mile',
      `(entregad*|cedido|transferid*|traspasad*|entrega|reexpedido|pasado|cesión|enviado) .. (a|al|por)
        .. (operador|colaborador|socio|transportista|agente|correos local|última milla|correo local|distribuidor
        |mensajería|repartidor local|paquetería|agencia local|partner|corresponsal|empresa de reparto
        |servicio postal|correo)`,
      'última milla|(recibido|aceptado) por (el|la)? (operador local|transportista local|agente local|socio)',
    ],
    [
      'departed-facility',
      '(ruta|camino|tránsito|viaje|viajando|dirigiéndose) .. (a|al|hacia) .. (<site>|localidad|centro|destino)',
      `(salida|salió|salido|sale) (de|desde|del) .. (destino|reparto|centro|centros|delegación|plataforma|nave|hub
        |agencia|base|cedis|terminal|estación|depósito|unidad|ctl) & !(origen|exporta*|país|aeropuerto|internacional
        |reparto a domicilio|bodega del)`,
    ],
    [
      'arrived-destination-facility',
      `(encuentra|está|llegado|llegó|llegada|recibido|entrada) .. (en|a) .. (delegación|centro|nave|almacén
        |plataforma|unidad|base|agencia|oficina) (de|del|para) (reparto|entrega|distribución|destino)`,
    ],
    [
      'information-only',
      `(retras*|demora*|aplaza*|reprogram*|pospuest*|meteorol*|climátic*|clima|huelga|festivo|programada|prevista
        |previsto|estimada|estimado|concertad*|cita|franja|franja horaria)`,
      `(será|seran|se) (entregad*|entregará|repartirá)|(sms|email|correo electrónico|notificación|aviso|mensaje
        |llamada) .. (enviad*|realizad*|a|al)`,
    ],
    [
      'out-for-delivery',
      `(en|salido a|salió a|sale a|salida a|salida para|para|saliendo a) (reparto|repartir|distribución
        |ruta de (entrega|reparto|distribución))`,
      '(nuevo|nueva|inicio|inicio de) (reparto|salida a reparto)',
      '(repartidor|cartero|mensajero|conductor) .. (camino|ruta|tiene|asignad*|dirige|lleva|va|entregar|reparto)',
      `(en camino|camino|ruta|en ruta|salió|saliendo|salido|transporte|vehículo) .. (entrega|entregar|entregarlo
        |domicilio|destinatario|reparto|tu dirección|su dirección|hacia ti|ti)`,
      `en (proceso de)? (reparto|entrega)|reparto|se está entregando|en entrega|a punto de ser entregado
        |próxima parada|cargado .. reparto`,
    ],
    [
      'delivered',
      `<delivered> .. (a|al|en|por|por el|con)? .. (<buyer>|domicilio|buzón|portería|firma|correctamente|éxito
        |recepción|mano)`,
      '(ha sido|fue|está|envío|paquete|pedido|artículo|bulto|expedición|se ha) <delivered>',
      '(entrega) (a|al) <buyer>',
      `(entrega) .. (realizad*|efectuad*|exitos*|completad*|satisfactoria|confirmad*|conforme|correcta|finalizada
        |hecha|ok)`,
      '<delivered>',
      '(dejado|depositado|depositada) .. (buzón|vecino|conserje|portería|recepción|puerta|lugar seguro)',
      '(recibido|firmado) por .. (<buyer>)',
      'prueba de entrega',
    ],
    [
      'arrived-destination-country',
      `(llegada|llegado|llegó|recibido|recibida|recepción|entrada|arribo|arribó|aterriz*|ingreso|ingresó)
        .. (oficina de cambio|país|aeropuerto|frontera|destino internacional|territorio|a españa|en españa|a méxico
        |en méxico|puerto) & !(origen|salida de)`,
      '(vuelo|avión) .. (lleg*|aterriz*|arrib*)',
      'aterriz*',
    ],
    [
      'departed-origin-facility',
      `(salida|salido|salió|sale) .. (delegación|plataforma|centro|almacén|nave|base|oficina) .. (origen|admisión)
        & !(internacional|cambio|aduan*)`,
    ],
    ['departed-facility', '(salida|salió|salido) .. oficina de cambio .. destino'],
    ['accepted-at-origin-facility', '(procesad*|clasificad*|tratado) .. oficina de cambio & !(destino|llegad*)'],
    [
      'departed-origin-country',
      '(salida|salió|salido) .. oficina de cambio',
      `(salida|salido|salió|partida|partió|partido|enviado|dejado|abandon*|despegado|despegó|embarcado|expedid*
        |exportad*) .. (oficina de cambio|país|aeropuerto|origen|internacional|extranjero|frontera|vuelo|avión
        |aduana de origen)`,
      '(vuelo|avión|aerolínea|compañía aérea|transportista aéreo) .. (salid*|partió|despeg*|entregad*|recibid*|salió)',
      '(entregad*|embarcad*|cargado|asignado|aceptad*|recibid*) .. (aerolínea|avión|vuelo|compañía aérea|línea aérea)',
      '(tránsito|camino|viaje) .. (al|a|hacia) .. (país (de)? destino|extranjero|internacional)',
    ],
    [
      'accepted-at-origin-facility',
      `(clasificad*|recibid*|llegad*|llegó|procesad*|recepción|llegada|ingresado|ingreso|entrada|leído|leido
        |escaneado|en) .. (en|a|al|de|del)? .. (origen|centro de (admisión|origen|exportación)|delegación de origen
        |recolección|unidad de admisión|almacén de origen|salida|oficina de origen)`,
    ],
    [
      'departed-origin-facility',
      `(salida|salido|salió|partió|enviado|despachado|expedido|sale|ruta|tránsito) .. (de|del|desde|por) .. (origen
        |almacén|bodega|centro de distribución del vendedor|vendedor|tienda|remitente|delegación origen)`,
      '(vendedor|tienda|remitente) .. (despach*|envi*|entreg*)',
      '(enviado|despachado|expedido) (por|desde)',
    ],
    [
      'exception-other',
      `(mal|error*|equivocad*) .. (encaminad*|clasificad*|enrutad*|dirigid*|ruta|destino|envío|tránsito
        |encaminamiento)`,
      `sin reclamar|mal encaminado|desviado|anulad*|cancelad*|bloquead*|incidencia|incidencias|intercept*
        |suspendid*|paralizad*|retenid*|detenid*|extraño|problema*|prohibid*|no conforme|excepción|excede|exceso
        |sobrepeso|en gestión|fuera de (zona|cobertura)|investigación|en pausa|rechazo`,
    ],
    [
      'arrived-destination-facility',
      `(clasificad*|recibid*|llegad*|llegó|llega|procesad*|recepción|llegada|ingresad*|ingreso|entrada|leído|leido
        |escaneado|alta|arribo|arribó|arribado|recepcionad*|almacenad*|verificad*|disponible|descargad*|encuentra
        |está|en) .. (en|a|al|de|por|la|el) (el|la|su|nuestra|nuestro|un|una)? .. (<site>|unidad|destino|reparto
        |ciudad|red|zona|ruta de)`,
      `clasificad*|clasificación|(en|a) (delegación|destino|almacén|plataforma|nave|centro|hub)|llegada|recibido en
        |en proceso|procesado|leído|recepcionad*|alta en la unidad`,
    ],
    [
      'departed-facility',
      '(viaja|viajando|dirige|avanza|rumbo) .. (a|al|hacia)',
      `tránsito|transito|en (camino|ruta|viaje|transporte|traslado|movimiento|arrastre)|(salida|salió|salido
        |enviado|despachado|trasladad*|transferid*|reenviado|reexpedid*|traslado|transbordo|redirigid*|transferencia
        |encaminad*|expedido|reencaminad*|en curso|transporte)`,
    ],
    ['picked-up', 'admitid*|admisión|recolectad*|recogid*|depositado|recogida realizada|imposición|impuesto en'],
  ],
  hints: [
    ['information-only', 'notificad*|información|aviso|contact*|pago|solicitud|pendiente|cita'],
    ['arrived-destination-facility', 'recibid*|llegad*|recepción'],
  ],
  doubts: {
    'picked-up': [
      `no|será|pendiente|para|disponible|fallid*|<buyer>|oficina de (destino|cambio)|en su oficina|intento|espera
        |asignad*|programad*|solicitad*|destino|aduan*|cancel*|anulad*|plazo|devuel*|locker|citypaq|pronto|devol*`,
      'punto & !(<seller>)',
    ],
    delivered: [
      `no|será|serán|va a|pendiente|para|fallid*|intento*|previst*|estimad*|programad*|remitente|vendedor|si|antes
        |cuando|próxim*|hoy será|devol*|devuel*|parcial*|error|equivocad*|mal|imposible|sin|puede|podrá|debe|nuevo
        |origen|reparto|ser|pronto|transportista|agente|operador|socio|aerolínea|incorrect*|colaborador|casi`,
    ],
    'returned-to-sender': [
      `(devuelto|devuelta|retorno|regresado) .. (delegación|centro|nave|almacén|oficina|base|cedis|plataforma)
        & !(remitente|origen|vendedor)`,
      'si|caso contrario|de lo contrario|podría|evitar|etiqueta|puede',
    ],
  },
};
