import type { Phrasebook } from './phrasebook.ts';

/** Italian. */
export const it: Phrasebook = {
  language: 'it',
  words: 'spaced',
  lists: {
    parcel: 'spedizione|pacco|collo|invio|ordine|merce|plico|articolo|colli|lettera',
    seller: 'mittente|venditore|cliente mittente|origine|negozio di origine|esercente|speditore',
    buyer: 'destinatario|cliente|vicino|portiere|portineria|delegato|familiare|ricevente|custode|reception|lei|te',
    point: `punto (di)? (ritiro|poste|consegna|pickup|inpost|fermopoint)|ufficio postale|fermopoint|locker|punto
        |tabaccheria|parcelshop|negozio|access point|punto inpost|armadietto|collect point|edicola|fermo deposito
        |fermodeposito|ups access point|shop|paccofacile|esercizio`,
    site: `centro|filiale|hub|deposito|magazzino|sede|centro operativo|centro di smistamento|centro di lavorazione
      |smistamento|stabilimento|terminal|piattaforma|punto operativo|agenzia|ufficio|impianto|struttura|destinazione
      |transito`,
  },
  sayings: [
    [
      'information-only',
      '(indirizzo|data|consegna) .. (modificat*|cambiat*|aggiornat*|corrett*|riprogrammat*|concordat*)',
      '(modifica|cambio|richiesta|variazione) .. (indirizzo|consegna|data)',
    ],
    [
      'exception-other',
      '(corso) .. (verifiche|accertamenti|ricerche|verifica)|verifiche',
      '(ritiro|presa) .. (non (effettuato|riuscito|andato)|fallit*|annullat*|mancato)',
      'mancato ritiro (presso|dal) (il)? mittente',
      '(tentativo di ritiro)',
    ],
    ['label-created', '(attesa|aspetta*|aspettiamo) .. (ricevere|ricezione|consegna) .. <seller>'],
    ['label-created', 'in attesa .. (affidamento|ritiro|consegna) .. mittente'],
    [
      'label-created',
      `(non|non ancora|in attesa|attesa) .. (affidat*|ricevut*|presa in carico|preso in carico|ritirat*
        |consegnat* al corriere|consegnata dal mittente|ritiro dal) & !(destinatario|ritiro presso)`,
      `(dati|informazioni|preavviso|avviso) .. (trasmess*|ricevut*|inviat*|elettronic*|registrat*|spedizione)
        & !(dogan*|consegna|destinatario|sms|email)`,
      `(etichetta|lettera di vettura|ldv|spedizione|ordine|bolla) .. (creat*|generat*|stampat*|emess*|registrat*
        |annunciat*|inserit*|confermat*|prenotat*)`,
      '(in preparazione|preparando|preparazione|sta preparando|in allestimento|imballat*) & !(consegna)',
      '(ritiro) .. (programmat*|prenotat*|richiest*|pianificat*|assegnat*)',
      '(sarà|verrà|deve|prossimamente) .. (affidat*|pres* in carico|ritirat*|consegnat* al corriere|spedit*)',
      'preavviso|prebolla|preannunciat*|pre registrat*|annunciat*|spedizione (generata|inserita)',
    ],
    [
      'exception-lost-damaged',
      `danneggiat*|dann*|smarrit*|smarrimento|perso|persa|perdita|rubat*|furto|distrutt*|rott*|avariat*|avaria
        |manomess*|manomissione|ammanco|deteriorat*|rapina|introvabile`,
    ],
    [
      'returned-to-sender',
      `(reso|restituit*|restituzione|rientro|ritorno|ritornat*|rispedit*|rinviat*|rispedizione|resa|rimandat*
        |consegnat*|rientrat*) .. (al|a|verso il|dal) (mittente|venditore|origine)`,
      '(torn*|tornando|rientrando|ritornando) .. (mittente|venditore)',
      '(restituit*|restituzione|reso in|resi|in reso|in restituzione|ritorno al|rispedit*|rinvio al)',
      '(giacenza|termini|termine|periodo) .. (scadut*|scadenza|terminat*|compiut*)',
      'compiuta giacenza|reso|non ritirat*',
    ],
    [
      'export-customs-held',
      '(export|esportazione|origine) & dogan* & (trattenut*|ferm*|blocc*|ispezion*|controll*|manc*|ritard*|respint*)',
    ],
    [
      'export-customs-cleared',
      `(export|esportazione|origine|partenza) & (dogan*|sdogan*) & (complet*|svincolat*|conclus*|terminat*
        |rilasciat*|autorizzat*|sdoganata|liberat*)`,
    ],
    ['export-customs-started', '(export|esportazione|paese di origine) & (dogan*|sdogan*|dichiarazione)'],
    [
      'import-customs-held',
      `(dogan*|sdogan*|dazi|oneri|iva) & (trattenut*|ferm*|blocc*|ispezion*|controll*|manca*|ritard*|respint*
        |attesa di (document*|pagamento|informazioni|istruzioni|autorizz*|svincolo)|pagamento|document*|richiest*
        |giacenza|sequestr*|sospes*|necessar*|verific*) & !(complet*|svincolat*|conclus*|terminat*|pagat*|superat*)`,
    ],
    [
      'import-customs-cleared',
      `(dogan*|sdogan*) & (complet*|svincolat*|conclus*|terminat*|rilasciat*|autorizzat*|sdoganat*|liberat*
        |superat*|uscit*|effettuat*|svincolo|nazionalizzat*|ok|termine)
        & !(attesa|corso|non)`,
      'sdoganat*',
    ],
    ['information-only', '(dazi|oneri) .. pagat*'],
    ['import-customs-started', 'dogan*|sdogan*'],
    [
      'exception-address',
      `(indirizzo|destinatario|civico|cap|nominativo|numero|nome|recapito|telefono|citofono) .. (errat*|incomplet*
        |sconosciut*|insufficient*|inesatt*|inesistent*|mancant*|sbagliat*|non trovat*|non corrett*|non valid*
        |irreperibile|trasferit*|incorrett*|non presente|carente|deceduto|manca)`,
      `(errat*|manca|incomplet*|insufficient*|problem*|errore|mancanza|verifica) .. (indirizzo|civico|nominativo
        |nome sul|citofono)`,
      'destinatario (sconosciuto|trasferito)|trasferito|sconosciuto|irreperibile|indirizzo non',
    ],
    [
      'delivered',
      `(ritirat*|ritiro) .. (dal|da|presso|in|al|dall) .. (<buyer>|<point>)
        & !(pront*|disponibil*|in attesa|essere|mittente|non|può|per il ritiro|autista|corriere)`,
      '<buyer> .. ha (ritirato|ricevuto)',
      '(consegna|consegnat*) .. (effettuat*|avvenut*|riuscit*|completat*|conclus*|con successo) & !(non|tentativo)',
    ],
    [
      'delivery-attempt-failed',
      `(non) .. (consegnat*|consegnare|consegna|riuscit*|possibile|trovat*|presente|disponibile|raggiung*
        |effettuat*|buon fine|reperibile|accett*|accessibile|pagat*)`,
      `(consegna|tentativo|recapito) .. (fallit*|non|impossibile|mancat*|senza esito|rifiutat*|infruttuos*|negativ*
        |sospes*|problem*)`,
      `(mancata|tentata|tentativo|primo|secondo|nuovo|impossibile|impossibilità|riconsegna|ritenteremo|ulteriore
        |problemi) .. (consegna|recapito|consegnare|tentativo|riconsegna|recapitare)`,
      `(<buyer>|spedizione|pacco|azienda|negozio|ditta|esercizio|attività) .. (assente|chius*|rifiut*|respint*
        |ferie|non accetta)`,
      'nessuno (in casa|presente|ha risposto|disponibile|risponde)',
      `assente|assenza|rifiutat*|rifiuto|rifiuta|respint*|avviso (lasciato|di giacenza|di passaggio|di mancata)
        |lasciato avviso|chiuso per|chiusura|ritenteremo|contrassegno non|mancata consegna|tentata consegna|accesso`,
    ],
    ['picked-up', 'accettat* .. (ufficio postale|mittente|sportello)'],
    [
      'available-for-pickup',
      `(disponibil*|pront*|attesa|giacenza|ferm*|deposit*|attende) .. (per|al|in|presso|a|di|del|da) .. (<point>
        |ritiro|essere ritirat*|ritirare|ritirat*)`,
      `(consegnat*|arrivat*|deposit*|recapitat*|giunt*|disponibil*|lasciat*|affidat*) .. (al|in|presso|a|allo|un)
        .. <point> & !(vicino|mittente|dal mittente)`,
      `(può|puoi|potrà|ritirabile|essere) .. (ritirat*|ritirare|ritirabile)|ritirabile|fermo deposito|in giacenza
        |codice di ritiro|ritiro (in|presso) (sede|filiale|ufficio)|in consegna al punto`,
    ],
    [
      'handed-to-last-mile',
      `(affidat*|consegnat*|trasferit*|pass*|cedut*|trasmess*|ricevut*|accettat*|inoltrat*) .. (al|a|da|dal|ad)
        .. (partner|corrispondente|corriere locale|vettore locale|operatore locale|ultimo miglio|corriere partner
        |vettore finale|corriere di consegna|poste italiane|servizio postale|postino|operatore)`,
    ],
    [
      'information-only',
      `ritard*|posticipat*|rinviat*|riprogrammat*|rimandat*|maltempo|meteo|sciopero|festiv*|appuntamento|concordat*
        |(data|giorno|orario) .. (previst*|stimat*)|(consegna|arrivo) .. (previst*|stimat*|programmat*|pianificat*)
        |(sarà|verrà|sara|verra) .. (consegnat*|recapitat*)|preavviso telefonico|(sms|email|notifica|messaggio)
        .. (inviat*|al)|inviat* .. (sms|email|notifica)`,
    ],
    ['information-only', '(arrivo|consegna|recapito) .. (oggi|domani|previst*) & !(in consegna)'],
    [
      'out-for-delivery',
      `(in|uscit* (in|per la)|partit* per la|messa in|fuori per la|uscit*|oggi in|caricat* per la) (consegna
        |distribuzione|recapito)`,
      `(corriere|autista|postino|portalettere|driver|fattorino|furgone|mezzo) .. (consegna|strada|arrivo|carico
        |viaggio|giro|caricat*|consegnare)`,
      '(caricat*|carico|salit*) .. (furgone|camion|mezzo|veicolo|automezzo)',
      `giro di consegna|prossima fermata|consegna in corso|consegna oggi|in fase di consegna
        |affidat* al (portalettere|postino|corriere per la consegna)`,
    ],
    [
      'delivered',
      'consegnat*|recapitat*',
      '(lasciat*|deposit*) .. (cassetta|vicino|porta|portineria|luogo sicuro)',
      'prova di consegna|consegna avvenuta',
    ],
    [
      'arrived-destination-country',
      `(arrivat*|arrivo|giunt*|ricevut*|ingresso|entrat*|atterrat*) .. (paese|aeroporto|italia|frontiera
        |ufficio di scambio|nazione|estero|porto) & !(partenza|origine)`,
      '(volo|aereo) .. (atterrat*|arrivat*)|atterrat*',
    ],
    [
      'departed-origin-country',
      `(partit*|partenza|lasciat*|uscit*|spedit*|decollat*|imbarcat*|inoltrat*) .. (paese|aeroporto|estero|volo
        |aereo|origine|nazione|internazional*|frontiera)`,
      `(volo|aereo|compagnia aerea|vettore aereo) .. (partit*|decollat*|affidat*|consegnat*)|(consegnat*|affidat*)
        .. (compagnia aerea|vettore aereo)`,
      '(transito|viaggio|rotta) .. (verso|per) .. (paese|estero|nazione)',
    ],
    [
      'picked-up',
      'pres* in carico (dal|da|dall|presso|in|nel)? .. (corriere|vettore|poste|ufficio|operatore|mittente)?',
      'ritirat* (presso|dal|da|dalla) (il|la)? (mittente|venditore|negozio di origine)',
    ],
    [
      'accepted-at-origin-facility',
      `(arrivat*|ricevut*|lavorat*|accettat*|smistat*|in lavorazione|elaborat*|registrat*|giunt*|presso|in)
        .. (partenza|origine|mittente|export|spedizione internazionale|accettazione)`,
    ],
    [
      'departed-origin-facility',
      `(partit*|spedit*|lasciat*|uscit*|inoltrat*|partenza) .. (dal|dalla|da|sede|filiale|magazzino|centro)
        .. (mittente|partenza|origine|magazzino|venditore|export)`,
      '(è|e|stata|stato|spedizione|pacco|ordine) (spedit*)',
    ],
    ['exception-other', 'in fermo|in attesa di (istruzioni|svincolo)|bloccat*'],
    [
      'departed-facility',
      `(viaggio|transito|partit*|partenza|inoltrat*|trasferit*|smistat* verso|diretta|diretto|instradat*) .. (verso
        |per|viaggio|transito|dal|dalla|da|verso la|trasferimento)`,
      `(in) (transito|viaggio|trasporto|trasferimento|movimento|instradamento)|partit*|partenza|inoltrat*
        |in partenza|trasferit*|lasciato`,
    ],
    [
      'picked-up',
      '(pres*|ritirat*) (in carico|dal mittente|presso il mittente|dal corriere|dal venditore)',
      `(accettat*|ricevut*|consegnat*|depositat*|affidat*) .. (dal|da) .. mittente|(accettat*) (in|presso|all|da)
        |ritirat* .. (mittente|venditore|autista|corriere)|(ritiro) (effettuat*|eseguit*|avvenut*|completat*)
        |presa in carico|accettat*|accettazione|ritirat*|postalizzat*`,
    ],
    [
      'exception-other',
      '(errore|errat*|errato) .. (instrad*|smistamento|destinazione|indirizzamento)',
      `annullat*|bloccat*|ferm*|anomalia|problem*|sospes*|intercettat*|disguid*|disguidat*|svincolo|giacenza
        |istruzioni|fuori zona|eccezione|non conforme|sovrappeso|dirottat*|cancellat*`,
    ],
    [
      'arrived-destination-facility',
      `(arrivat*|arrivo|giunt*|ricevut*|lavorat*|lavorazione|smistat*|smistamento|presso|registrat*|elaborat*
        |entrat*|scansionat*|in lavorazione|pervenut*|scaricat*|si trova|è|e) .. (in|a|al|presso|nel|alla|il|la
        |nella|dal|di) .. (<site>|sede|città)`,
      `arrivat*|in lavorazione|lavorat*|smistat*|smistamento|giunt*|in sede|(in|presso) (filiale|magazzino|deposito
        |hub)|sede di destinazione|arrivo`,
    ],
  ],
  hints: [
    ['information-only', 'contattat*|avvis*|notifica|pagamento|informazion*|attesa|programmat*'],
    ['departed-facility', 'spedit*|viaggio|transito'],
  ],
  doubts: {
    'picked-up': [
      `non|sarà|verrà|<buyer>|fallit*|tentativo|attesa|pront*|disponibil*|richiest*|programmat*|locker|fermopoint
        |dogan*|destinazione|partner|prenotat*|giacenza|deve|annullat*`,
    ],
    delivered: [
      `non|sarà|verrà|sara|verra|mancat*|tentat*|tentativo|previst*|stimat*|mittente|fallit*|impossibile|attesa|se
        |prima|quando|appena|parzial*|errat*|reso|essere|deve|domani|corriere|partner|vettore|compagnia
        |corrispondente|in consegna|origine|programmat*|presto`,
    ],
    'returned-to-sender': ['se|altrimenti|in caso contrario|potrebbe|etichetta|evitare|stato ritirato'],
  },
};
