import type { Saying } from './phrasebook.ts';

/** Spanish: customs, of the origin where the text says so, else of the destination. */
export const esCustoms: readonly Saying[] = [
  [
    'export-customs-held',
    `(exporta*|origen|salida) & (aduan*) & (retenid*|detenid*|inspecci*|revisión|rechaz*|falta*|pendiente
      |incidencia|demora|retraso)`,
  ],
  [
    'export-customs-cleared',
    `(exporta*|origen|salida) & (aduan*|despacho|despachad*|trámite*)
      & (liberad*|despachad*|finaliz*|complet*|autoriz*|conclui*|superad*|terminad*|levante)`,
  ],
  [
    'export-customs-started',
    '(exportación|exportacion) & (aduan*|despacho|trámite*|declaración|proceso|tramitación)',
    'aduana de (origen|salida)',
  ],
  [
    'import-customs-held',
    `(aduan*|importación|arancel*|dua|impuestos|iva) & (retenid*|detenid*|inspecci*|revisión|rechaz*|falta*
      |pendiente de (pago|documen*|información|datos|abono)|incidencia|demora*|retraso|document*|paralizad*
      |intervenid*|decomis*|espera* .. (pago|document*|información|respuesta|contestación)|pagar|pago de|incautad*
      |solicitad*|requer*|reconocimiento|bloquead*|retención|sin documentación|instrucciones)
      & !(pagad*|finaliz*|liberad*|autoriz*)`,
  ],
  [
    'import-customs-cleared',
    `(aduan*|importación|despacho|levante|despachad*) & (liberad*|despachad*|finaliz*|complet*|autoriz*|conclui*
      |concluid*|superad*|terminad*|levante|salida|salió|nacionalizad*|correcto|liberación|liberado)
      & !(pendiente|no|sin|proceso|espera)`,
    'nacionalizad*|levante|despachad* .. aduan*',
  ],
  ['information-only', '(impuestos|aranceles|tasas) .. (pagados|abonados|pagadas|abonadas)'],
  [
    'import-customs-started',
    `aduan*|(despacho|trámite*|tramitación|gestión|proceso) .. (importación|aduaner*)|en trámite de importación
      |nacionalización|autoridades`,
  ],
];
