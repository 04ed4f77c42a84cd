import type { Saying } from './phrasebook.ts';

/** German: what happens before the carrier has the parcel, and what goes wrong or goes back. */
export const deTroubles: readonly Saying[] = [
  [
    'exception-other',
    '(zu|maximal*) (groß*|schwer*|gewicht)|übergewicht|größe .. überschr*|gewicht .. überschr*',
    `(falsch*|fehl*) .. (standort|depot|niederlassung|zentrum|region|land|zustellbasis|verladen|geleitet|gelaufen
      |sortiert)`,
  ],
  [
    'departed-facility',
    'unterwegs (zum|zur|nach|in|zu) .. <site>',
    '(weg|unterwegs) .. (zum|zur|ins|nach) .. (<site>|zielregion)',
  ],
  [
    'departed-facility',
    '(ins|in das|in die|zum|zur) .. <site> .. (transportiert|befördert|gebracht|weitergeleitet|geleitet|verbracht)',
  ],
  ['exception-other', 'gestoppt|storniert|annulliert', '<buyer> .. nicht abgeholt'],
  [
    'information-only',
    `(adresse|anschrift|empfangsadresse|lieferadresse|zustelladresse|zustelltag|ablageort) .. (geändert
      |aktualisiert|angepasst|korrigiert|hinterlegt)`,
    'status .. fehlerhaft',
  ],
  [
    'exception-other',
    'abhol* .. (fehlgeschlagen|nicht möglich|erfolglos|storniert|gescheitert|nicht erfolgreich|nicht durchgeführt)',
    '(nicht|konnte nicht) .. (beim|vom) <seller> .. (abgeholt|abholen)',
  ],
  ['label-created', '(system|uns) .. (gemeldet|angemeldet|bekannt)'],
  [
    'label-created',
    `(noch nicht|nicht) .. (erhalten|übergeben|eingeliefert|übernommen|vorliegt|im system)
      & !(zustell*|zugestellt|<buyer>)`,
    'noch nicht .. (bei uns|paketdienst|dhl|dpd|gls|hermes|ups|system) .. (eingetroffen|angekommen)',
    `(auftragsdaten|sendungsdaten|versanddaten|paketdaten|bestelldaten|daten|sendungsinformation*|informationen
      |instruktionsdaten|vorabinformation*|paketinformation*) .. (übermittelt|eingegangen|erfasst|übergeben
      |erhalten|empfangen|gesendet|elektronisch|vorliegen|eingetroffen|übertragen|liegen)`,
    'elektronisch .. (angekündigt|übermittelt|erfasst|avisiert|registriert)',
    'angekündigt|avisiert|avis|vorangemeldet|ankündigung',
    '(gls|dpd|dhl|it|hermes|ups) (it)? system',
    `(label|versandlabel|versandetikett|paketschein|versandschein|etikett|paketmarke|versandmarke) .. (erstellt
      |gedruckt|erzeugt|generiert)`,
    `(wird|ist|werden) .. (vorbereitet|verpackt|kommissioniert|gepackt)
      & !(rück*|retour*|zurück*|zustell*|transport|<site>)`,
    '<seller> .. (vorbereitet|bereitet|verpackt|bereitgestellt) & !(an den|rück*|retour*|zurück*)',
    'vorbereitung .. (versand|<seller>)',
    '(noch|weiterhin) .. (beim|bei dem) .. <seller>',
    '(abholauftrag|abholung) .. (beauftragt|geplant|angemeldet|erfasst|eingegangen|erteilt|vorgesehen)',
    '(auftrag|bestellung|sendung) .. (angelegt|registriert|erfasst|aufgenommen|eingegangen) & !(<site>)',
    'wird .. (demnächst|in kürze|bald) .. (übergeben|eingeliefert|abgeholt) & !(<buyer>)',
  ],
  [
    'exception-lost-damaged',
    `schaden*|schäden|beschädig*|verloren|verlust*|gestohlen|diebstahl|zerstört|vernichtet|unauffindbar|vermisst
      |defekt|ausgelaufen|entsorgt|abhanden*|beraubt|nicht auffindbar|inhalt .. (fehlt|fehlend|unvollständig)
      |fehlender inhalt`,
  ],
  ['returned-to-sender', '(dem|beim) .. <seller> .. (zugestellt|eingetroffen|übergeben|ausgeliefert)'],
  [
    'returned-to-sender',
    `rücksend*|rückgesandt|zurückgesandt|zurückgesendet|zurückgeschickt|rückführung|rücktransport|rückweg|retour*
      |rücklauf*|rückläufer|rückgabe|zurückgeführt|rückversand|rückholung`,
    '(zurück|rück) .. (an|zum)? .. <seller>',
    `(an|zum|beim) (den|die)? (ursprünglichen)? <seller> .. (zugestellt|zurück*|übergeben|ausgeliefert
      |geliefert) & !(durch|vom) <seller>`,
    'geht .. zurück & !(depot|niederlassung|<site>)',
    `(nicht .. abgeholt|lagerfrist|abholfrist|aufbewahrungsfrist)
      & (tage*|frist|abgelaufen|überschritten|innerhalb|lagerzeit|<point>)`,
  ],
];
