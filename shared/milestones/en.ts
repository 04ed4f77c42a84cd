import { enCustoms } from './en-customs.ts';
import { enJourney } from './en-journey.ts';
import { enLastLeg } from './en-last-leg.ts';
import { enTroubles } from './en-troubles.ts';
import type { Phrasebook } from './phrasebook.ts';

/** English, as carriers everywhere write it; TikTok's own texts are mostly English. */
export const en: Phrasebook = {
  language: 'en',
  words: 'spaced',
  lists: {
    parcel: 'parcel|package|shipment|item|items|order|consignment|packet|mailpiece|mail|goods|piece|article|it',
    site: `facility|facilities|hub|depot|centre|center|station|warehouse|branch|terminal|gateway|office|site|location
      |building|unit|dc|ctr|megahub|agency`,
    seller: 'sender|shipper|seller|merchant|consignor|vendor|retailer|client|origin',
    buyer: 'customer|recipient|consignee|addressee|receiver|buyer|resident|occupant|you',
    carrier: `carrier|courier|driver|rider|postman|ups|usps|dhl|fedex|dpd|gls|tnt|evri|hermes|yodel|aramex|jne|ontrac
        |lasership|us`,
    point: `access point|parcel shop|parcelshop|parcel point|service point|servicepoint|locker|lockers|parcel locker
        |pickup point|pick up point|pickup location|pickup station|collection point|collect point|packstation
        |convenience store|parcel box|paketshop|fermopoint|drop point|parcel connect|self service`,
    pickup: 'pickup|pick up|collection|self collection|self pickup|collect|pickup by|retrieval',
    local: `local|last mile|final|delivering|delivery|destination|partner|third party|domestic|regional|post office
        |postal|usps|us postal|u s postal|national`,
    fail: `fail*|unsuccessful*|not successful|exception|missed|impossible|not possible|rejected|refused|incomplete
      |not completed`,
    arrive: 'arrived|arrival|arrives|arriving|airrival|received|receive|receipt|reached|landed',
    leave: `departed|depart|outgoing|exited|out of|departure|departs|departing|left|leaves|leaving|dispatched|despatched
        |dispatch|despatch|outbound|shipped`,
    work: `processed|processing|process|sorted|sorting|sort|sortation|scanned|scan|inbound|inbounded|handled|checked in
      |unloaded|measured|weighed|inspected|consolidated|bagged`,
  },
  sayings: [...enTroubles, ...enCustoms, ...enLastLeg, ...enJourney],
  hints: [
    ['out-for-delivery', 'for delivery & !(ready|prepar*|sorted|scheduled|accepted|available|not|attempt*|process*)'],
    ['available-for-pickup', 'retention|awaiting customer'],
    [
      'information-only',
      `contact*|shipment information|notification|notified|pending|awaiting|scheduled|reminder|payment|request*
        |requested`,
    ],
    ['departed-facility', 'shipped|transit|forwarded|transferred|forwarding|transfer'],
    [
      'arrived-destination-facility',
      'received|inbound|scanned|sorted|processed|processing|sort|sorting|arrived|arrival|destination',
    ],
    ['picked-up', 'acceptance|drop off'],
    ['available-for-pickup', '<point>'],
    ['label-created', 'manifest|announced|booked|registered|info received|information received'],
    ['exception-other', 'exception|fail*|abnormal|problem|error'],
  ],
  doubts: {
    'picked-up': [
      `not|cannot|unable|fail*|attempt*|will|to be|scheduled|ready|available|awaiting|waiting|pending|unsuccessful*
        |once|when|if|must|please|may|can|could|should|yet|except*|missed|before|until`,
      '(<buyer>) & (picked up|pickup|pick up|collected)',
      'locker|access point',
      'return*',
      '(received|accepted|collected) by (the)? (seller|sender|shipper|merchant|consignor|vendor|retailer)',
      'received (by|at) .. (facility|hub|depot|station|centre|center|warehouse)',
      'local|last mile|destination|import|delivery partner|airport|port of|airline',
    ],
    delivered: [
      `not|never|cannot|unable|fail*|unsuccessful*|undeliver*|will|shall|would|to be|expected|scheduled|estimated
        |pending|awaiting|once|when|if|before|until|may|should|could|must|except*|wrong|incorrect*|mis|yet|partial*
        |being|cancel*|being|return*|sender|shipper|plan*|attempt|attempts|attempted|request*|next|tomorrow|please
        |soon|shortly|airline`,
    ],
    'returned-to-sender': [
      'if|unless|otherwise|may|might|not be returned|or it|avoid',
      '(by|from) (the|our)? <seller> & !(return*|back|rts|rto)',
    ],
  },
};
