import type { Saying } from './phrasebook.ts';

/** French: what happens before the carrier has the parcel, and what goes wrong or goes back. */
export const frTroubles: readonly Saying[] = [
  [
    'information-only',
    `(adresse|instructions de livraison|livraison|date) .. (modifiée|changée|corrigée|mise à jour|actualisée
      |modifié|enregistrées|reprogrammée)`,
    '(modification|changement|demande) .. (adresse|livraison|date) & !(retour)',
  ],
  [
    'exception-other',
    '(ramassage|collecte|enlèvement) .. (échoué|impossible|non effectué|annulé|échec|infructueux|n a pas|non)',
    '(échec|tentative) .. (ramassage|collecte|enlèvement)',
  ],
  [
    'label-created',
    '(pas|pas encore|non) .. (pris en charge|remis|confié|reçu|déposé|réceptionné) & !(<buyer>|livr*)',
    `(attente|attendons|attend) .. (prise en charge|dépôt|remise|réception|colis|collecte|expéditeur|ramassage
      |enlèvement) & !(douane*|<buyer>|<point>)`,
    `(sera|va être|prochainement|bientôt|doit|en passe) .. (confié|remis|pris en charge|déposé|expédié|collecté
      |enlevé) & !(<buyer>|relais|livraison|expéditeur .. retour)`,
    `(préparation|préparé|prépare|emballé|emballage|prêt) .. (chez|par|expédi*|commande|entrepôt|être|vendeur
      |envoi|d expédition)`,
    `(informations|information|données|annonce|avis|déclaratif|instructions) .. (transmis*|reçu*|réceptionné
      |envoyé*|enregistré*|électronique*|communiqué*|expédition) & !(douane|livraison|<buyer>)`,
    '<seller> .. (transmis|envoyé|communiqué|fourni) .. (information|informations|données)',
    '(étiquette|bordereau|bon de transport|récépissé) .. (créé*|édité*|imprimé*|générée|généré|émis*)',
    '(création|édition|impression) .. (étiquette|bordereau|expédition|envoi)',
    'déclaratif|préavis|pré annonc*|annoncé|annoncée|pré alerte|préalerte|préenregistr*',
    '(commande|expédition|envoi|colis) .. (enregistré*|créé*|confirmé*|validée)',
  ],
  [
    'exception-lost-damaged',
    `endommagé*|avarie*|avarié|perdu|perdue|perte|volé|vol du|détruit|détruite|destruction|abîmé|cassé|casse
      |spolié|dommage|sinistre|sinistré|(colis|contenu|article|marchandise) manquant|détérioré|égaré|introuvable
      |abimé`,
  ],
  ['exception-other', 'retour (à|a|en|au) (l|notre|votre)? (agence|dépôt|centre|entrepôt|site|plateforme)'],
  [
    'returned-to-sender',
    `(retour|retourné|retournée|renvoyé|renvoyée|réexpédié|restitué|renvoi|retourne|réacheminé|rendu|rendue
      |remis) .. <seller> & !(par) (l)? (expéditeur|vendeur)`,
    `(retour|retourné|retournée|renvoyé|renvoi) .. (en cours|origine|effectué|au client|initié|demandé|livré|pays
      |au vendeur|envoi|colis|marchand)`,
    '(réexpédi*|renvoy*|retourn*|renvoi*|repart*) .. (envoyeur|<seller>|origine)',
    '(sera|être|est|a été|va être|en cours de|en) (retourné|retournée|retour|renvoyé|renvoyée|réexpédié .. <seller>)',
    '(délai|délais) .. (garde|retrait|conservation|instance) .. (expiré|dépassé|écoulé|terminé)',
    '(pas|non) .. (retiré|réclamé|récupéré) .. (délai|délais|temps)',
    'non réclamé|livré (à|a) l expéditeur|retour|retourné',
  ],
];
