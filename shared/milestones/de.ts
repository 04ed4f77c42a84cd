import { deTroubles } from './de-troubles.ts';
import type { Phrasebook } from './phrasebook.ts';

/** German: Germany, Austria, Switzerland. */
export const de: Phrasebook = {
  language: 'de',
  words: 'spaced',
  lists: {
    parcel: 'sendung|sendungen|paket|päckchen|brief|artikel|bestellung|ware|warensendung|lieferung',
    seller: 'absender*|versender*|auftraggeber*|verkäufer*|händler*|versandhändler*|einlieferer*',
    buyer: `empfänger*|kunde*|kundin|nachbar*|bevollmächtigte*|ersatzempfänger*|familie*|mitbewohner*|hausbewohner*
        |bewohner*|angehörige*|pförtner*|rezeption|adressat*`,
    point: `paketshop*|filiale|packstation|abholstation|abholort|abholpunkt|postfiliale|wunschfiliale|parcelshop
        |abholfiliale|partnerfiliale|paketstation|abholfach|shop|locker|poststation|postagentur|paketkasten|pickup
        |abholstelle|geschäftsstelle|postamt|partner filiale|pickpoint`,
    site: `paketzentrum|depot|zentrum|niederlassung|verteilzentrum|verteilerzentrum|logistikzentrum|zustellbasis
      |sortierzentrum|hub|umschlagpunkt|briefzentrum|ziel*|lager|zustelldepot|zustellzentrum|region
      |zustellstützpunkt|standort|terminal|logistik|umschlagzentrum|verteilcenter|umschlaglager|sammelstelle
      |grenzübergangsstelle|bestimmungsland|station`,
    given: 'übergeben|ausgehändigt|abgegeben|übernommen|überreicht|weitergegeben|übertragen|zugeführt|überstellt',
  },
  sayings: [
    ...deTroubles,
    [
      'export-customs-held',
      `(ausfuhr*|export*) & (angehalten|abgelehnt|zurückgewiesen|fehl*|prüf*|beschau|zurückgehalten|verzöger*
        |verweigert|gestoppt) & (zoll*|verzoll*|ausfuhr*|papiere|dokumente)`,
    ],
    [
      'export-customs-cleared',
      `(ausfuhr*|export*) & (abgeschlossen|freigegeben|erfolgt|beendet|erteilt|abgefertigt|freigabe|genehmigt)
        & !(nicht)`,
    ],
    [
      'export-customs-started',
      '(ausfuhr*|exportverzollung|export verzollung|exportzoll*|exportabfertigung|zollausfuhr*)',
    ],
    [
      'import-customs-held',
      `(zoll*|verzoll*|einfuhr*|abfertigung*|importverzoll*|einfuhrabgaben)
        & (angehalten|abgelehnt|zurückgewiesen|fehlen*|fehlende*|prüf*|beschau|zurückgehalten|festgehalten
        |aufgehalten|verzöger*|beschlagnahm*|benötig*|erforderlich|warten|wartet|klärung|einbehalten|unterlagen
        |unvollständig|unbezahlt|fällig|zurückgestellt|angefordert|nicht|kontroll*|ausstehend|gestoppt|bezahlung
        |rechnung|selbstverzoll*|verzögerung|problem*) & !(abgeschlossen|freigegeben|papiere für)`,
    ],
    [
      'import-customs-cleared',
      `(zoll*|verzoll*|einfuhr*|abfertigung|importverzoll*) & (abgeschlossen|freigegeben|erfolgt|verzollt|beendet
        |abgefertigt|freigabe|verlassen|erfolgreich|erledigt|genehmigt|fertig|durchlaufen)`,
      'verzollt',
    ],
    ['import-customs-started', 'zoll*|verzoll*|einfuhr*|importabfertigung'],
    [
      'exception-address',
      `(adress*|anschrift*|empfänger*|hausnummer|name|postleitzahl|empfängeradresse|lieferadresse|zustelladresse
        |straße) .. (fehler*|falsch*|unvollständig*|unbekannt*|unzureichend*|nicht zu ermitteln|nicht ermittel*
        |nicht gefunden|ungenau*|prüf*|klär*|inkorrekt*|ungültig*|verzogen|fehlt|nicht korrekt|nicht vollständig
        |verstorben|unleserlich|nicht auffindbar|umgezogen|nicht bekannt|existiert)`,
      `(fehler*|falsch*|unvollständig*|unbekannt*|unzureichend*|ungültig*|ungenau*|fehlende*|inkorrekt*|korrekte*
        |richtige*) .. (adress*|anschrift|empfänger*|hausnummer|name|postleitzahl)`,
      'unbekannt verzogen|verzogen|adressfehler|adressklärung|adressermittlung|adressprüfung|unzustellbar .. adress*',
    ],
    [
      'delivered',
      '(<buyer>) .. (abgeholt|entgegengenommen|erhalten|angenommen|übernommen|empfangen) & !(nicht)',
      '(abgeholt|abholung) .. (durch|vom|von) .. <buyer>',
      'persönlich .. (abgeholt|übergeben|ausgehändigt)',
      `(aus|in|im|an|bei) (der|dem|einem|einer|ihrem)? .. <point> .. (abgeholt|entnommen)
        & !(fahrer|<seller>|transport*|nicht|hermes .. abgeholt)`,
    ],
    [
      'picked-up',
      `(vom|von|durch) .. <seller> .. (eingeliefert|abgegeben|übergeben|abgeholt|aufgegeben|übernommen|gebracht
        |hinterlegt|eingelegt)`,
      '<seller> .. (eingeliefert|abgegeben|übergeben|aufgegeben|abgeholt) & !(wird|nicht)',
      '(<point>) .. (abgegeben|eingeliefert|angenommen|aufgegeben) & !(benachricht*|<buyer>|zugestellt)',
      '(vom|durch) .. (fahrer|zusteller|boten) .. (<point>|<seller>) .. (abgeholt|übernommen)',
    ],
    [
      'delivery-attempt-failed',
      `(konnte|konnten|kann|können|nicht) .. nicht? .. (zugestellt|ausgeliefert|zustellen|angetroffen|erreicht
        |ausgehändigt|abgegeben) & nicht`,
      `(nicht|kein|keine|keinen|niemand*) .. (angetroffen|antreffen|zugestellt|zustellbar|zuhause|anwesend
        |ausgeliefert|vor ort|erreichbar|erreicht|zugänglich|zugang|annahmebereit|zustellung|abgenommen|angenommen)`,
      `(zustell*|auslieferung|zustellversuch|identifikation|lieferung) .. (fehlgeschlagen|erfolglos|gescheitert
        |nicht möglich|nicht erfolgreich|unmöglich|misslungen|nicht erfolgt|nicht durchgeführt|abgebrochen
        |nicht geklappt)`,
      '(erfolglos*|vergeblich*|erneut*|weiterer|zweiter|fehlgeschlagen*|zweite*|nächste*) .. (zustell*|versuch)',
      'zustellversuch',
      '(annahme*|empfänger*|sendung|paket) .. (verweiger*|abgelehnt)',
      'annahmeverweiger*|verweigert|abwesen*|nicht angetroffen|unzustellbar|zustellhindernis',
      `(geschäft|firma|betrieb|büro|unternehmen|geschäftsadresse|<buyer>) .. (geschlossen|nicht da|im urlaub
        |betriebsferien)`,
      '(benachrichtigungskarte|benachrichtigung|karte|paketkarte) .. (hinterlassen|hinterlegt|eingeworfen)',
      '(nachnahme*|betrag|zahlung) .. (nicht|fehlt)',
    ],
    [
      'available-for-pickup',
      'abholbereit|abholung bereit|(zur|zum|für die|auf) (abholung|selbstabholung|abholen)',
      '(kann|können|könnte) .. abgeholt',
      `(in|im|an|zu|zum|zur|bei|am) (der|die|dem|den|einer|eine|einem|einen|ihrer|ihrem|den gewünschten|nächste
        |nächstgelegene)? .. <point> .. (gebracht|hinterlegt|zugestellt|geliefert|bereit*|eingetroffen|gelagert
        |übergeben|angekommen|umgeleitet|verbracht|liegt|eingelagert|eingestellt|weitergeleitet|lagert|ausgeliefert)`,
      `(liegt|lagert|wartet|hinterlegt|zugestellt|bereit|eingetroffen|angekommen|gelagert|befindet) .. (in|im|an
        |bei|am) .. <point>`,
      '(lieferung|zustellung|umleitung|weiterleitung) an .. <point>',
      'lagernd|abholcode|abholbenachricht*|selbstabholung|postlagernd',
    ],
    [
      'handed-to-last-mile',
      `(an|dem|den|der|das)? .. (zustellpartner*|partner*|spediteur|inselspediteur|spedition|zustelldienst|lokalen
        |zustellunternehmen|subunternehmer|nachunternehmer|deutsche post|deutschen post|österreichische post
        |zustellorganisation|letzte meile|servicepartner*|vertragspartner|kooperationspartner|transportpartner
        |postdienst*|frachtführer|partnerunternehmen|zustellfirma) .. (<given>|weitergeleitet)`,
      '<given> .. an .. (partner*|zustellpartner*|post|spedit*|zustelldienst|zusteller|zustell*|lokal*)',
    ],
    [
      'out-for-delivery',
      '(in|im) (der)? (zustellung|auslieferung|zustellfahrzeug|zustellprozess)',
      '(zustellfahrzeug|lieferfahrzeug|zustelltour|auslieferungsfahrzeug|zustellwagen|auslieferfahrzeug)',
      '(wird|soll) .. heute .. (zugestellt|ausgeliefert|geliefert|zustellung)',
      '(heute|nun|jetzt) (wird|zugestellt|ausgeliefert)',
      '(weg|unterwegs) (zu|zum) (ihnen|empfänger*|dir|kunden)',
      `(zusteller*|fahrer*|bote|kurier) .. (unterwegs|übergeben|auf dem weg|geladen|beladen|tour|zur zustellung
        |losgefahren)`,
      'im (zustellbezirk|zustellgebiet)',
      '(lieferwagen|transporter|zustellauto|auslieferungswagen) .. (geladen|verladen|beladen)',
      '(beim|bei (dem|unserem|ihrem)) (zusteller|fahrer|boten|kurier)',
      '(übergabe|übergeben|ausgabe) an (den)? (zusteller|fahrer|boten|kurier)',
      '(auf|für|in) (die|der|zur)? (tour|zustellrunde|zustelltour)',
      'zur zustellung|zustellung (heute|gestartet|läuft|begonnen)|wird zugestellt|nächster stopp|in zustellung',
    ],
    [
      'delivered',
      'zugestellt|ausgeliefert',
      `(nachbarschaftszustellung|nachbarzustellung|zustellung|auslieferung) .. (erfolgreich|erfolgt|abgeschlossen
        |durchgeführt)`,
      `wurde .. (dem|der|den|an|bei|einem|einer|beim|im|in|am) .. (<buyer>|briefkasten|ablageort|wunschort
        |wunschablage|wunschablageort|hausbriefkasten|empfang|poststelle|wunschnachbar*|garage|haustür|vereinbarten
        |abstellort|pförtner|rezeption) .. (<given>|eingeworfen|hinterlegt|abgelegt|abgestellt|geliefert|eingelegt)`,
      '(an) (den|die|einen|eine|ihren|ihre)? <buyer> .. (<given>|ausgegeben|geliefert)',
      `(ablage|abgelegt|abgestellt|hinterlegt) .. (in|an|am|vor) .. (garage|terrasse|haustür|carport|schuppen
        |garten|hof|eingang|briefkasten)`,
      `(am|an) .. (wunschort|ablageort|abstellort|vereinbarten ort|vereinbarter stelle) .. (abgelegt|abgestellt
        |hinterlegt|zugestellt)`,
      '(entgegengenommen|ausgehändigt|geliefert)',
    ],
    [
      'information-only',
      '(kunden|empfänger|auf) .. wunsch|kundenwunsch|(gewählt|beauftragt|gewünscht|festgelegt|vereinbart)',
      `verzöger*|verspät*|verschob*|verschoben|voraussichtlich*|zustelltermin|liefertermin|wunschtermin|wunschtag
        |wunschort|wunschzeit|terminvereinbarung|liefertag|zeitfenster|prognose|umverfüg*|wetter*|streik|feiertag*
        |technisch*|lieferankündigung|terminabsprache|termin`,
    ],
    [
      'arrived-destination-country',
      `(zielland|bestimmungsland|empfangsland|empfängerland|importland|zielflughafen|flughafen|zielgebiet ausland
        |einfuhrland|empfangsstaat) & (eingetroffen|angekommen|erreicht|ankunft|eingang|gelandet|angelandet)`,
      `in (deutschland|österreich|der schweiz) (eingetroffen|angekommen|gelandet)|land .. (des|der) <buyer>
        .. (eingetroffen|angekommen|erreicht)`,
      '(gelandet|eingangsgrenz*|grenzausgangsstelle bestimmungs*|ankunft .. (grenze|grenzstelle))',
    ],
    [
      'departed-origin-country',
      `(ursprungsland|herkunftsland|absendeland|aufgabeland|ausland|flugzeug|flug|airline|fluggesellschaft
        |exportzentrum|internationalen|abgangsland|grenzstelle|grenzausgangsstelle|zielland|bestimmungsland)
        & (verlassen|abgang|versandt|weitergeleitet|transport*|übergeben|abgeflogen|unterwegs|verlässt|verladen
        |abgegangen|weg|versendet|weitertransport*|abgereist|gestartet)`,
      'abflug|abgeflogen|ins ausland',
      'land .. (des|der) .. <seller> .. (verlassen|verlässt)|(deutschland|österreich|china|land) verlassen',
    ],
    [
      'accepted-at-origin-facility',
      `(start paketzentrum|startpaketzentrum|abgangs*|einlieferungs*|ursprungs*|versanddepot|versandzentrum
        |absendedepot|exportzentrum|quelldepot|abgabe paketzentrum|abholdepot|export*|<seller>)
        & (bearbeitet|eingetroffen|angekommen|sortiert|erreicht|eingang|eingegangen|erfasst|bearbeitung)`,
      'region (des|der) <seller>',
    ],
    [
      'departed-origin-facility',
      `(start paketzentrum|startpaketzentrum|abgangs*|einlieferungs*|ursprungs*|versanddepot|versandzentrum
        |exportzentrum|lager|versandlager) & (verlassen|weitergeleitet|ausgang|abgang|versandt|versendet|unterwegs)`,
      '(vom|durch) .. <seller> .. (versandt|versendet|verschickt)',
    ],
    [
      'exception-other',
      `(umgeleitet|umsortiert|fehlgeleitet|fehlleitung|fehlverladen|falsch*|irrläufer|storniert|gestoppt|angehalten
        |annulliert|abgebrochen|fehlsortiert|fehlsortierung|umleitung|beanstandung|zurückgestellt|aufgehalten
        |nachforschung|sperrgut|übergröße|gesperrt|zurückgehalten)`,
      `unregelmäßigkeit*|störung|problem*|sonderfall|klärfall|liegen geblieben|ausnahme*|nicht transportfähig
        |nicht befördert`,
    ],
    [
      'departed-facility',
      `verlassen|verlässt|weitergeleitet|weitertransport*|abgefahren|abgang|abgegangen|weiterbefördert
        |weiterleitung|verladen|auf (die reise|den weg)|weitergesandt|weitergesendet|versandt|versendet|verschickt
        |ausgang`,
    ],
    [
      'picked-up',
      `(wurde|ist|sendung|paket|erfolgreich|abholung) .. (eingeliefert|aufgegeben|abgeholt|übernommen|angenommen
        |abgegeben|aufgabe)`,
      `(an|von|durch|bei) (die|den)? (dhl|dpd|gls|hermes|ups|post|fedex) .. (übergeben|übernommen|abgeholt
        |angenommen|erhalten|eingeliefert|entgegengenommen)`,
      'wurde .. (hermes|dhl|dpd|gls|ups|uns) (übergeben|übernommen)',
      'einlieferung|annahme|aufgabe|postaufgabe|abgeholt|eingeliefert|aufgegeben|abholung erfolgt',
    ],
    [
      'arrived-destination-facility',
      `(eingetroffen|angekommen|erreicht|bearbeitet|sortiert|sortierung|ankunft|eingegangen|eingelesen|gescannt
        |bearbeitung|umgeschlagen|verarbeitet|entladen|wareneingang|eingangsscan|erfasst|angeliefert|vorsortiert
        |vorbereitet)`,
      '(im|in|am) (das|dem|der|den|die)? .. (<site>)',
      '<site>',
    ],
    [
      'departed-facility',
      `unterwegs|auf dem (transport)?weg|auf dem weg|transport|in (beförderung|transit)|befördert|transportiert
        |im (transport|versand)|richtung`,
    ],
  ],
  hints: [
    ['arrived-destination-facility', 'depotankunft|depoteingang|eingang'],
    ['information-only', 'morgen|benachrichtig*|information|termin*|nachricht|sms|e mail|zahlung|hinweis|geplant|wird'],
  ],
  doubts: {
    'picked-up': [
      `nicht|wird|werden|kann|soll|sollte|bereit|geplant|versuch*|noch|<buyer>|beauftragt|fehlgeschlagen|zustellung
        |zurück*|partner*|zielland|wenn|sobald|frist|lager*`,
    ],
    delivered: [
      `nicht|wird|werden|kann|können|soll|voraussichtlich*|versuch*|morgen|geplant|zurück*|konnte|demnächst|falls
        |wenn|sobald|bevor|erneut*|noch|vor der|falsch*|zustellpartner|nächsten|<seller>|kein*|keine|möglich|ob`,
    ],
    'returned-to-sender': [
      `falls|wenn|sonst|andernfalls|ansonsten|sollte|sofern|retourenschein|retourenlabel|rückgabe an .. depot
        |möglich|eventuell|gegebenenfalls`,
    ],
  },
};
