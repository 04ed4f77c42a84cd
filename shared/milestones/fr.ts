import { frTroubles } from './fr-troubles.ts';
import type { Phrasebook } from './phrasebook.ts';

/** French: France, Belgium, Switzerland, Canada. */
export const fr: Phrasebook = {
  language: 'fr',
  words: 'spaced',
  lists: {
    parcel: 'colis|envoi|article|commande|pli|courrier|paquet|marchandise*|lettre|objet|expédition|il|elle',
    seller: 'expéditeur|expediteur|vendeur|marchand|client expéditeur|commerçant|e commerçant|donneur d ordre|chargeur',
    buyer:
      'destinataire|client|voisin|gardien|concierge|tiers|proche|famille|réceptionniste|accueil|mandataire|acheteur',
    point: `point (de)? (relais|retrait|pickup|relay|collecte|mondial relay|enlèvement|relai)|relais|consigne|locker
        |bureau de poste|casier|commerce|boutique|pickup|point poste|agence postale|point vente|magasin|bureau
        |guichet|comptoir`,
    site: `agence|site|centre|plateforme|plate forme|dépôt|hub|entrepôt|établissement|installation|bureau|terminal
      |station|quai|base|succursale|gare|unité`,
    delivered: 'livré|livrée|livrés|distribué|distribuée|remis|remise|délivré|délivrée',
  },
  sayings: [
    ...frTroubles,
    [
      'export-customs-held',
      `(export*|origine|départ) & (douane*|dédouanement|douanier*) & (retenu|retard*|bloqué|refus*|contrôl*
        |manquant*|inspect*|saisi|attente|rejet*)`,
    ],
    [
      'export-customs-cleared',
      `(export*|origine|départ) & (douane*|dédouanement|douanier*|dédouané)
        & (terminé*|libéré*|effectué*|achevé*|autorisé*|dédouané|fin|sorti|accord*|complet*|validé*)`,
    ],
    ['export-customs-started', '(export*|pays d origine|au départ) & (douane*|dédouanement|douanier*|déclaration)'],
    [
      'import-customs-held',
      `(douane*|dédouanement|douanier*|droits|taxes) & (retenu|retenue|retard*|bloqué*|règlement|acquitter|refus*
        |contrôl*|manquant*|inspect*|saisi*|rejet*|document*|paiement|attente de|à payer|impayé*|informations
        |complément*|incomplet*|nécessaire*|requis*|régler|vérification|rétention|suspendu|facture|instruction*)
        & !(terminé*|libéré*|sans retenue|contrôle terminé|acquitté*|payé*)`,
    ],
    [
      'import-customs-cleared',
      `(douane*|dédouanement|douanier*|dédouané|dédouanée|droits) & (terminé*|libéré*|effectué*|achevé*|autorisé*
        |fin|sorti|sortie|quitté|complet|finalisé*|autorisation|dédouané|dédouanée|validé*|accordé*|clôturé
        |main levée|mainlevée)`,
      'dédouané|dédouanée',
      'formalités & (terminé*|achevé*|finalisé*|accompli*|effectué*|fin)',
    ],
    ['information-only', '(droits|taxes) .. (acquittés|acquittées|payés|payées|réglé*)'],
    ['import-customs-started', 'formalités', 'douane|douanes|dédouanement|douanier|douanière|douaniers|douanières'],
    [
      'exception-address',
      `(adresse|coordonnées|destinataire|nom|code postal|numéro|code d accès|digicode) .. (incomplet*|incorrect*
        |erroné*|inconnu*|insuffisant*|inexact*|invalide|introuvable|erreur|manquant*|imprécis*|à vérifier
        |non identifi*|illisible|non trouvé*|n existe pas|inaccessible|recherche)`,
      `(erreur|problème|incomplète|mauvaise|défaut|précision|complément|vérification|anomalie) .. (d)? (adresse
        |adressage|destinataire)`,
      '(numéro|rue|nom|étage|bâtiment|code) .. (manquant*|absent*|inconnu*)',
      `adressage|(destinataire|client) .. (inconnu|déménagé|introuvable)|npai|a déménagé|déménagé|n habite (pas
        |plus)|inconnu à l adresse`,
    ],
    [
      'delivered',
      `(confié|confiée|donné|laissé|déposé|déposée) .. (voisin|gardien|concierge|proche|réceptionniste)
        & !(pas|non|sera)`,
      '(remis|remise|livré|livrée) (au|à la|à son|à votre) (<buyer>) & !(pas|non|sera|refus*)',
      `(retiré|récupéré|collecté|retirée|récupérée|enlevé|pris) .. (par|au|en|dans|chez|à|auprès) .. (<buyer>
        |<point>) & !(pour être|à retirer|reste|jours|peut)`,
      '<buyer> .. (a)? (retiré|récupéré|réceptionné|reçu|pris) & !(pas|reste)',
      '(a été|été|colis) (retiré|récupéré|retirée) & !(par .. (transporteur|chauffeur|coursier|livreur|facteur))',
    ],
    [
      'delivery-attempt-failed',
      `(pas|pu|impossible|impossibilité|non|échec|incident|infructueus*|échoué|raté|manqué) .. (livr*|distribu*
        |remettre|remis|remise|présent*|représent*|joindre|accéder|accès|délivr*|instance)`,
      `(livraison|distribution|tentative|présentation|remise|passage) .. (échoué*|impossible|échec|non|infructueu*
        |manqué*|n a pas|incident|refusé*|ratée|vaine)`,
      'tentative .. (livraison|distribution|remise|présentation)|tentative',
      `(<buyer>|vous|personne|entreprise|société|lieu|établissement|domicile|adresse) .. (absent*|fermé*
        |indisponible|injoignable|refusé|refuse|pas disponible|étiez absent|inaccessible|était absent)`,
      '(pas|aucune) (de)? réponse',
      'personne (pour|présent*|disponible|n)',
      `absent|absence|refusé|refusée|refus|avis de passage|fermé|fermée|fermeture|inaccessible|nouvelle (tentative
        |présentation|livraison|distribution)|seconde présentation|avisé|avisée|non livré|contre remboursement non
        |présenté .. avisé`,
    ],
    [
      'picked-up',
      '(déposé|remis|confié|posté|apporté|affranchi|déposée|remise|confiée) .. par .. (l)? (<seller>|client)',
      '<seller> .. (a)? .. (déposé|remis|confié|posté)',
      '(pris|prise) en charge .. (par|dans|en|au|chez) & !(point|import|pays de dest*|destination)',
      `(collecté|ramassé|enlevé|récupéré) .. (chez|auprès|par|du) .. (<seller>|chauffeur|livreur|transporteur
        |coursier)`,
      '(ramassage|enlèvement|collecte) .. (effectué|effectuée|réalisé|réalisée|terminé|ok|réussi)',
    ],
    [
      'picked-up',
      `(par|du|chez|auprès du) (le|votre|notre)? .. (relais|point de dépôt|bureau de poste|commerçant) .. (au
        |par) (le|notre)? (chauffeur|transporteur|livreur)`,
    ],
    [
      'picked-up',
      '<seller> .. (a)? .. (déposé|remis|confié|posté|apporté|donné) .. (en|au|à|dans|chez) & !(pas|non|douane*|sera)',
      `(remis|confié|donné) .. (au|à notre|à un) (transporteur|chauffeur|coursier)
        & !(local|partenaire|final|pas|sera|livraison)`,
    ],
    [
      'available-for-pickup',
      `(disponible|disposition|attend|attente|retirer|récupérer|retrait|instance|prêt|mis à disposition|en garde
        |gardé|conservé|collecter) .. (<point>|retiré|récupéré|être retiré|retrait|colis|destinataire|vous|instance)`,
      `(livré|déposé|remis|arrivé|distribué|disponible|réceptionné|mis|acheminé|attend|réorienté|apporté|transféré
        |placé|redirigé|présent) .. (en|au|dans|à|chez|vers|le|la|un|votre) .. <point>
        & !(client .. voisin)`,
      `à retirer|retirer|à disposition|mis à disposition|disponible|en instance|code de retrait|dernier jour
        |prêt (à être|pour) (retir*|enlèvement|le retrait)`,
    ],
    [
      'handed-to-last-mile',
      `(remis|confié|transmis|transféré|pris en charge|cédé|livré|acheminé|réceptionné) .. (partenaire
        |transporteur local|sous traitant|prestataire|la poste|transporteur final|dernier kilomètre|poste locale
        |distributeur|service postal|opérateur|transporteur partenaire|confrère)`,
    ],
    [
      'information-only',
      `(reporté*|report de|retard*|retardé*|intempérie*|météo*|grève|jour férié|reprogrammé*|rendez vous|décalé*
        |perturbation*|prévu*|prévue|prévision|estimé*|planifié*|planification|créneau|différé*)`,
      '(sera|seront|va être|vous) .. (livré*|distribué*|livrons)',
      '(arrive|arrivera|livraison|livré|passera) (demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|bientôt)',
      '(<buyer>|vous) .. (choisi|demandé|souhaité|sélectionné|opté)',
      'report (de|à)|notification|sms|instruction* de livraison|option de livraison',
    ],
    [
      'out-for-delivery',
      `(en|cours de|cours d|parti en|départ en|pour|sorti en|sortie en|mis en) (livraison|distribution|tournée)
        & !(site|centre|agence|plateforme|préparation|relais|délai)`,
      '(livreur|facteur|chauffeur|coursier) .. (en route|route|chemin|charge|arrive|véhicule|livr*|tournée|passage)',
      '(chargé|chargée|chargement) .. (véhicule|camion|fourgon|camionnette) & !(vers|départ|quai)',
      '(chargé|véhicule|camion|tournée|embarqué) .. (livraison|distribution|livreur)',
      `tournée|en chemin vers (vous|le destinataire)|route vers (vous|le destinataire|son destinataire)
        |départ en livraison|préparation pour livraison|remis au livreur`,
    ],
    [
      'delivered',
      `(a été|est|été|bien|colis|envoi|votre colis|commande|article|courrier) (bien)? (livré|livrée|distribué
        |distribuée|délivré)`,
      '(livraison|distribution|remise) .. (effectuée|réussie|réalisée|terminée|ok|confirmée|complète|accomplie|faite)',
      `<delivered> .. (à|a|au|en|dans|chez|contre|par|le|la|de|sur|sous) .. (<buyer>|boîte|mains|boite|voisin
        |domicile|signature|garage|facteur|personne|lieu sûr|abri|boîte aux lettres|bal|porte|jardin|résident)`,
      '(déposé|laissé) .. (boîte|boite|voisin|garage|porte|lieu|endroit|gardien|jardin|abri)',
      'main propre|mains propres',
      'livré|distribué|livrée|distribuée|livre',
    ],
    [
      'arrived-destination-country',
      `(arrivé|arrivée|entré|entrée|atterri|reçu|parvenu|réceptionné|atteint) .. (pays|territoire|aéroport
        |frontière|douanier|destination|france|bureau d échange|port)
        & !(agence|centre|site|plateforme|origine|départ|bureau de destination|dépôt)`,
      '(arrivé|arrivée) (à l|dans le pays) étranger',
      '(vol|avion) .. (arrivé|atterri)|atterri',
    ],
    [
      'departed-origin-country',
      `(quitté|parti|partie|départ|expédié|expédiée|sorti|sortie|embarqué|exporté|décollé|décollage) .. (pays
        |aéroport|origine|étranger|international*|avion|vol|territoire|exportation|frontière|bureau d échange
        |outre mer) & !(destination|livraison)`,
      '(vol|avion|compagnie aérienne|fret aérien) .. (parti|départ|décollé|remis|quitté)',
      '(remis|confié|chargé) .. (compagnie aérienne|avion|vol|transporteur aérien)',
      `(en cours|acheminement|transit|route) .. (vers|international*|pays) .. (pays de destination|étranger
        |international*|destination finale)`,
      'décollage|décollé|exporté',
    ],
    [
      'accepted-at-origin-facility',
      `(trié|tri|traité|arrivé|arrivée|reçu|réceptionné|pris en charge|traitement|scanné|flashé|entrée) .. (agence
        |site|centre|plateforme|hub|bureau)? .. (de|d|au) (départ|origine|l expéditeur|expédition|export|collecte
        |enlèvement)`,
    ],
    [
      'departed-origin-facility',
      `(expédié|expédiée|parti|partie|quitté|départ|remis au transporteur|sorti|sortie) .. (site logistique
        |entrepôt|agence de départ|origine|centre logistique|plateforme d expédition|départ|collecte|expéditeur
        |vendeur|plateforme d envoi|centre export)`,
      '(a été|colis|est|commande) (expédié|expédiée)',
    ],
    [
      'departed-facility',
      `(quitté|quitte|parti|partie|sorti|sortie|départ|expédié|transféré|réacheminé|envoyé|réexpédié|transmis
        |dirigé) .. (de|du|vers|le|la|d|un|notre|pour|l)`,
      `acheminement|en transit|transit|en route|en transport|transport|en chemin|en cours de (transport|transfert
        |route)|transfert|acheminé|transporté`,
    ],
    [
      'exception-other',
      '(attente|manque|besoin) .. (informations|instructions|renseignements|document*|décision)',
      '(informations|renseignements|documents) .. (complémentaires|manquant*|requis*|nécessaires)',
      `(erreur|mauvais*|mal) .. (tri|dirigé|acheminé|orient*|acheminement|direction|agence|destination|aiguillage
        |routage)`,
      `annulé|annulée|annulation|bloqué|bloquée|incident|anomalie|intercepté|dévoyé|fausse direction|suspendu
        |problème|litige|retenu|non conforme|interdit|stoppé|arrêté|mis en attente|souffrance|réorienté|hors (zone
        |gabarit)`,
    ],
    [
      'picked-up',
      `(pris|prise) en (charge|compte)|déposé|déposée|collecté|ramassé|enlevé|confié|confiée|posté|postée|accepté
        |remis à (chronopost|dpd|gls|ups|dhl|la poste|colissimo|colis privé|mondial relay)|dépôt (effectué|réalisé|confirmé|en bureau|par)
        |(ramassage|enlèvement) (effectué|réalisé|ok)|prise en charge`,
    ],
    [
      'arrived-destination-facility',
      `(arrivé|arrivée|reçu|réceptionné|trié|tri|traité|traitement|scanné|entré|entrée|parvenu|présent|flashé
        |en attente|contrôlé|arrivage|réception|est) .. (en|au|à|dans|sur|le|la|l|de|par|notre|votre)`,
      `trié|traité|arrivé|arrivée|en cours de (tri|traitement)|tri|traitement|réceptionné|préparation|<site>
        .. (livraison|distribution|destination)|(en|au|sur|dans) (notre|votre|l|le|la|un)? (<site>)`,
    ],
  ],
  hints: [
    ['information-only', 'informé|notifié|prévenu|contact*|message|paiement|attente|délai'],
    ['departed-facility', 'expédié|expédiée|envoyé'],
  ],
  doubts: {
    'picked-up': [
      `pas|sera|va|non|échec|impossible|attente|<buyer>|retir*|tentative|prévu*|prochainement|bientôt|destination
        |partenaire|import*|pays|relais .. disponible|doit|retour*`,
      '(point (de)? (relais|retrait|pickup)|locker|consigne) & !(<seller>)',
    ],
    delivered: [
      `pas|sera|seront|non|va|vont|échec|impossible|attente|tentative|prévu*|prévue|être|doit|peut|pourra|si|avant
        |bientôt|prochainement|retour*|<seller>|n a pu|estimé*|demain|erreur|report*|cours|partiel*|lorsque|dès|faux
        |en vue|échou*|livre (en|à) cours`,
    ],
    'returned-to-sender': [
      'retour* (au|à l|en) (dépôt|agence|centre|entrepôt|site)',
      'sinon|si|s il|à défaut|faute|risque|pourrait|passé ce délai|étiquette',
    ],
  },
};
