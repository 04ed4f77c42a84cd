import type { Saying } from './phrasebook.ts';

/** The way between sender and last depot. */
export const enJourney: readonly Saying[] = [
  [
    'arrived-destination-country',
    `(flight|aircraft|airline|plane|vessel|linehaul|line haul|airport|ship|airplane)
      & (<arrive>|touched down|touchdown|unloaded) & !(origin|departure|sorting|facility|depart* airport
      |received by airline|support)`,
    `(<arrive>) .. (at|in|to)? (the)? (destination|foreign|import|delivery|transit|receiving) .. (country|countries
      |airport|port|territory|border)`,
    'port of entry',
    `(<arrive>|entered|entry|enter) .. (inward|country|border|abroad|overseas|arrival port|cargo terminal)
      & !(origin|outward|export|customs|depart*)`,
    'inward .. (office|exchange|oe) .. (<arrive>|arriv*|receive*)|receive* .. at inward',
    '(collected|received|retrieved|picked up) .. (at|from) .. (cargo terminal|airport|airline)',
    `(<arrive>) .. (us|uk|usa|eu|united states|united kingdom|germany|france|spain|italy|thailand|vietnam|indonesia
      |malaysia|philippines|singapore|japan|mexico|brazil|ireland|australia|canada) (border|airport|port|gateway)`,
    'international (arrival|shipment arrived|item has arrived)',
    'port of destination .. (<arrive>)',
    '(<arrive>) .. (at|in|to) (the|a)? (destination|import|entry|foreign)? (sea)? port',
    '(arrived|landed) (in|at) (the)? (uk|usa|united states|united kingdom|country)',
    'inbound to country|import (scan|received|gateway|hub)',
  ],
  [
    'departed-facility',
    `(in transit|transit|on its way|on the way|en route) to .. (next|facility|hub|depot|destination facility
      |delivery) & !(arrived|awaiting)`,
    'out of (sorting|facility|hub|depot|office|station)',
    `departed|outgoing|depart (from|usps|facility) & !(<arrive>|origin|export|outward|flight|airport|country
      |warehouse|overseas|border|aircraft|airline|vessel|plane|ship|seller)`,
    '(departure|outbound|outgoing|dispatch) scan',
    '(<leave>) from .. <site> to .. <site> & !(origin|export|outward|airport)',
    `(<leave>) .. (from)? .. (inward|import|destination|transit country|inbound|customs) .. (office|oe|<site>
      |airport|country|facility)`,
    '(<leave>) .. (inward|destination|import)',
  ],
  [
    'departed-origin-country',
    `(flight|aircraft|airline|plane|airport|vessel|port of departure)
      & (<leave>|took off|take off|taken off|takes off|takeoff|airborne|in the air|uplift*)
      & !(<arrive> at|received by carrier|(to|for) (the)? airport)`,
    '(vessel|ship|aircraft|plane|flight) (has|have)? (departed|left|sailed)|sailed',
    `(<leave>|exported|flown|forwarded|transported) .. (from)? .. (outward|origin country|country of origin|country
      |overseas|abroad|border|outbound office|international hub|export gateway|destination country|outward oe)
      & !(destination facility|inward)`,
    `(transit|way|route|shipped|dispatched|sent|flown|export*|departed) .. to .. (destination country
      |country of destination|the country|united states|united kingdom|usa|overseas|foreign|abroad)`,
    `international (dispatch|despatch|departure|transit|flight|shipment (departed|dispatched)|mail (departed
      |dispatched))|internationally (dispatched|shipped)`,
    '(exported|export departed|line haul departed|linehaul departed) & !(office)',
    '(processed|handled|received|accepted|taken) by (the)? (air carrier|airline|carrier airline|air)',
    '(international|overseas|foreign) (shipping|transport|carriage)',
    'uplift*|airlifted|left .. country',
    '(<leave>) (from)? (mainland)? (china|hong kong|taiwan|korea|japan|india|turkey) & !(<site>)',
  ],
  [
    'departed-origin-facility',
    `(<leave>|forwarded|transferred|released|sent|moved) .. (from|by|at)? .. (origin|export|outward|seller|sender
      |shipper|consolidation|first mile|fulfillment|fulfilment|warehouse|pickup|sortation center|sorting center
      |sorting centre|yanwen) & !(destination|inward|import|transit)`,
    '(origin|export|first mile|warehouse|consolidation) .. (<leave>)',
    'processed through export',
    'port of departure .. received',
    '<seller> (has|have)? (shipped|dispatched|despatched|sent) (the|your|out)? .. <parcel> & !(back|return*)',
    '(shipped|dispatched|despatched) (by|from|via)? (<seller>|warehouse|fulfil*|our|the warehouse)',
    'facility outbound|outbound (in|from) (sorting|warehouse|origin)',
    `(transit|way|route|sent|departed|transported|shipped|moved|left|dispatched|truck|on board) .. (to|for)
      .. (airport|port|export|airline|line haul|departure|origin)`,
  ],
  [
    'accepted-at-origin-facility',
    `(<arrive>|<work>|accepted|acceptance|in|at) .. (at|in|by|through)? .. (origin|export|outward|consolidation
      |departure|first mile|seller s|international hub|acceptance) .. (<site>|sort|oe|exchange|airport|hub|country
      |city|office|port)`,
    `(origin|export|outward|consolidation|first mile|departure (facility|hub|center|centre|airport|port))
      .. (<site>|airport)? .. (<arrive>|<work>|accepted|acceptance)`,
    '(received|accepted) .. (for|and) (processing|sorting|sortation|export)',
    '(origin|export) scan',
    '(<arrive>) .. airport of (departure|origin)',
    'gateway (transit)? in',
    '(<arrive>|<work>) .. (origin|export)',
    '(<site>) .. (inbound|inbounded|inbound scan) & (yanwen|yunexpress|cne|yuntrack|first)',
    'put into bag',
    '(waiting for|awaiting|booked on) (a|the|its)? (flight|departure|vessel|uplift)',
  ],
  ['handed-to-last-mile', 'received .. (local post office|delivery partner|local courier)'],
  [
    'picked-up',
    `(picked up|collected|pickup|pick up|received|retrieved|acquired|uplifted) .. (from|by) .. (<seller>|courier
      |driver|carrier|rider|pickup courier|warehouse|store|shop|ups|dhl|fedex|logistics company|logistics
      |logistics provider|us|yanwen|yunexpress|dpd|gls|evri|hermes|yodel|jne|ninja van|shopee|spx|aramex
      |service provider|postal operator|counter officer|jne counter officer|agent)`,
    `(pickup|pick up|picked up|collection) (scan|completed|complete|successful|success|done|confirmed|made
      |successfully|by)`,
    `(successfully|been|was|is|parcel|package|shipment|item|order|courier|driver|origin|we|has|have|carrier|rider
      |yanwen) .. (picked up|pick up pickup|pickup up)`,
    'origin pick up|origin pickup',
    `(dropped off|dropped|drop off|posted|handed in|handed over|lodged|deposited|brought) .. (by|over|at|to|with
      |into) .. (<seller>|counter|post office|parcel shop|parcelshop|service point|drop off|customer|<carrier>|agent
      |outlet|location|lodgement|postal)`,
    `(accepted|received|acceptance|accept) (by|at|from|in|into|over) (the|our|a)? (carrier|courier|post office
      |postal service provider|counter|sender|seller|shipper|retail|logistics|network|driver|agent|customer|postal
      |lodgement|drop off|dhl|ups|fedex|dpd|gls|evri|yodel|provider|rider)`,
    `(in|has) (our)? possession|possession of (item|parcel|package|shipment)|taken into (charge|custody|possession)
      |we have (got|received|collected) (your|the)? (parcel|package|item|shipment)`,
    'tendered (at|to) (the)? (fedex|ups|dhl|<carrier>|facility|courier)',
    `posting|posted|lodged|picked up|mailed|item (was|has been)? accepted|usps accepted|(parcel|package|shipment
      |item) (was|has been|is|been)? (accepted|collected)`,
    '(handed|given|passed|tendered|transferred) (over)? to (the)? (<carrier>|logistics company|post)',
    '(<seller>) .. (handed|dropped|deposited|brought|delivered|gave)',
    'dropped off|drop off (complete*|success*|confirmed|scan)',
    '(<carrier>) .. (collected|picked up|has received|received|accepted|took) .. (<parcel>)',
    'received by .. (carrier|courier|logistics|postal)',
  ],
  ['departed-facility', 'departure from', '(in transit|transit) (to|from|for)'],
  ['exception-other', '(held|hold|stuck|stopped) (in|at) .. (warehouse|facility|hub|depot|station)'],
  [
    'arrived-destination-facility',
    `(<arrive>|<work>|enter*|stored|transferred in|accepted|delivered|available|awaiting|waiting|parked|is|be
      |currently|now|staying|still|brought|reached|held|hold) (has|have|the|been)? (at|in|into|to|by|through|on|from
      |for)? .. (<site>|office|post office|destination|city|town|sort|network|country|delivery office|region|zone
      |territory|area|island|base|point|postal) & !(origin|in transit to|on its way|will be|held|hold)`,
    '(arrived|arrival|arriving) (at|in|to|from|scan|sort*|<site>)?',
    `(at|in) (the|a|our|your|local|destination|delivery|sort|sorting|fedex|ups|dpd|dhl|transit)? .. (<site>
      |sort facility|delivery office|delivery depot)`,
    `(destination|facility|hub|depot|arrival|delivery|import|local|terminal|warehouse|inbound|building|unit) (scan
      |scanned|sort|received|inbound|processed|processing|inbounded|check in)`,
    '(<work>) (at|in|through|by|to|for|and|on)',
    '(item|parcel|package|shipment|mail|has been|was|is|being|been|packages) (is|has been|was|being|been|in)? (<work>)',
    '(received|inbound|inbounded) (at|in|into|by|to|from)',
    '(container|bag|truck|trailer) .. unloaded|unloaded',
    `preparing for delivery|prepared for delivery|ready for delivery|sorted for|sorting complete|sort complete
      |processing completed|sorting`,
  ],
  [
    'departed-facility',
    `(<leave>|forwarded|transferred|moving|moved|sent|transported|transit|transiting|on (its|the) way|way|route
      |enroute|travelling|traveling|heading|transport|connected|shifted|proceed*|passed|relayed|linehaul
      |rerouted) (out|of|from|to|via|on|in|for|at|between|through|onward|onwards|towards|the|<site>)`,
    `(<parcel>|has|have|been|be|item) (has|have|been|is|was|be)? (<leave>|forwarded|transferred|in transit
      |transported|on the way|en route|on the move)`,
    `in transit|en route|enroute|on its way|on the way|on the move|in transport|intransit|linehaul|line haul
      |underway|under way|out of (sorting|facility|hub|depot|office)`,
    '(<site>|item|sorting centre) (out|exit|outbound|departure|dispatch*)',
    'added to (trip|bag|truck|vehicle|container|manifest)',
    'departed|departure|despatched|dispatched|outbound|manifest (loaded|departed)',
  ],
  [
    'exception-other',
    `cancel*|intercept*|on hold|put on hold|held|hold|stopped|stop|exception|suspended|blocked|overweight|oversize*
      |excess*|investigation|investigating|incident|problem|problems|strike|abnormal|emergency|mislabel*|barcode
      |unclaimed|abandoned|security check|no longer|rejected|seized|failed|failure|issue|misconnect*
      |missed connection|unable`,
  ],
];
