import type { Saying } from './phrasebook.ts';

/** From the round of the courier to the door, and what keeps the parcel from it. */
export const enLastLeg: readonly Saying[] = [
  [
    'delivered',
    `final delivery & !(for final delivery) & !(to|agent|partner|office|carrier|station|hub|arrived|facility|depot
      |attempt)`,
    `(collected|picked up|retrieved|claimed|redeemed|taken|pickup|pick up) .. (by|from) .. (<buyer>|<point>
      |neighbour|neighbor|post office|counter|shop|store) & !(<seller>)
      & !(<seller>) & !(available|ready|held|waiting|awaiting|arriv*|for <pickup>|will|reminder|expired|return*
      |from (the)? (airport|port|airline)) & !(by .. (courier|driver|carrier|rider|us|our|van))`,
    'delivered .. (mailbox|mail box|letterbox|letter box|po box) & !(return*)',
    'delivered parcel locker',
    '(<buyer>) .. (has|have)? (picked up|collected|received|signed|accepted|retrieved) & !(will|not yet)',
    'collected (at|over|from) (the)? counter',
    '(customer|recipient|consignee) (pickup|pick up|collection) (completed|complete|done|successful|confirmed)',
  ],
  [
    'delivery-attempt-failed',
    `(unable|could not|couldn t|couldnt|cannot|can not|can t|cant|was not|were not|not able|failed|fail
      |not) (been)? (able)? (to)? (be|been|yet been)? (deliver|delivered|complete|completed|gain|reach|access|hand
      |contact|leave|make) & !(expected|may not|might not) & !(return*)`,
    'undeliver*|non delivery|nondelivery|not delivered|no delivery',
    `delivery .. (<fail>|attempted|attempt|not made|could not|cannot|was not|refusal|suspended|unsuccess*|impeded
      |problem|aborted)`,
    '(<fail>|attempted|attempt|reattempt*|no) .. (delivery|deliver|attempt) & !(mechanical|delay*)',
    '(first|second|third|st|nd|rd|final|last|another|re|new) .. attempt',
    `(<buyer>|business|company|office|nobody|no one|noone|anyone|premises|shop|store|location|user|someone|building
      |receiving dept*) .. (not available|unavailable|closed|absent|absence|not at home|not home|not in|not present
      |refused|refuses|refusal|rejected|rejects|declined|away|unattended|unreachable|not reachable|not answering
      |not respond*|no response|not there|not open|on holiday|not found|did not want|cancelled delivery
      |uncontactable|not contactable|cannot be contacted|could not be reached|can not be reached|not ready|out
      |no money|cannot pay|holiday|on vacation|strike)`,
    '(no one|nobody|noone) .. (available|home|there|in|accept|sign|receive|answer*)',
    '(not|was not|were not|wasn t|weren t) (available|at home|home|present|reachable) & !(for .. <pickup>)',
    '(sorry we)? missed (you|delivery)|we missed you',
    `(card|notice|note|calling card|slip) (was|has been)? (left|posted)|left (a|you a)? (ups|dhl|dpd)? (card|notice
      |note|slip|infonotice)|notice left`,
    'carded',
    `(closed|refused|absent|absence|no access|no secure|no safe|inaccessible|unattended|no authorized|no authorised
      |gate|security) .. (on|at|business|location|by|delivery|recipient|due|arrival|premises|place|code)`,
    'refused|refusal|rejected by',
    'no (answer|response|reply|access|cash|money|safe place|secure location|signature)',
    `(signature|payment|cash|cod|charges|age|id) .. (not available|unavailable|not ready|not obtained|refused
      |required but|verification failed|due)`,
    'payment of charges',
    '(dog|animal) (interference|on|at|present|in|loose)',
    'animal interference|bad dog',
    'held .. addressee .. notif*',
    '(delivery|recipient) .. no longer wish*',
    '(next|second|try) .. (attempt|again) .. (next|tomorrow|business|working|day)',
    '(try|deliver|attempt) again',
    'undelivered',
    'absence|absent',
  ],
  [
    'available-for-pickup',
    `(available|ready|held|waiting|awaiting|awaits|hold|holding|being held|wait|waits|kept|deposited|stored
      |prepared|arrived) (for|to be|to) (redelivery or)? (you|your|a|the|by)? (<buyer>)? (s)? (<pickup>|collected
      |picked up|customer) & !(<seller>|courier|driver|carrier|customs)`,
    `(deliver*|left|arriv*|drop*|placed|stored|deposited|brought|taken|put|waiting|held|hold|kept|is|be|available
      |ready|transferred|received|processed|accepted|reached|sent) (to|at|in|into|by|for)? .. <point>
      & !(<seller>|from|personal|returned|will be)`,
    '(can|may|could) (now|also|still|be)? .. (collect|collected|pick up|picked up|pickup) & !(<seller>|courier|driver)',
    `(please|reminder|remember|come|days|left) .. (to|and)? (collect|pick up|pickup|collect it|retrieve)
      & !(<seller>|courier|driver)`,
    `(delivered|brought|held|hold|left|kept|waiting) (to|at|in) (the|a|your|our|nearest|local)? (post office
      |postal outlet|postal agency|newsagent|petrol station|store|shop|pharmacy|neighbourhood shop|outlet
      |retail store|partner shop|counter)`,
    '(will be|being|is) .. (delivered|brought|taken|sent|redirected) .. (<point>)',
    '(waiting|wait) for .. <buyer> .. to (collect|pick up)',
    'awaiting (collection|pickup|pick up|customer|recipient)',
    '(hold|held) at .. (location|office|station|depot|counter|customer s request) & !(on hold)',
    'final notice|(first|second|last) notice',
    '<pickup> (ready|available|notice|reminder|code)',
    'poste restante|self pick*|parcel .. in .. locker',
    'ready to (collect|be collected|pick up)',
    'retention (at|in|office)|for <pickup> (by|at) .. (<buyer>|counter|office)',
  ],
  [
    'departed-origin-facility',
    '(handed|transferred|given) .. international (shipping|transport|carriage|shipment)',
    `(deliver*|handed|hand|transferred|given|sent|passed) .. to .. (line haul|linehaul|transport compan*
      |transportation|trucking|freight forwarder|forwarder|export|transport)`,
  ],
  [
    'departed-origin-country',
    `(handed|hand|delivered|deliver*|transferred|given|passed|sent|tendered|released) .. to .. (airline
      |air transport|air carrier|airlines|air freight|aviation|flight)`,
    `(received|accepted|uplifted|loaded|uplift|assigned|boarded|confirmed|booked|scheduled|departed|left) .. (by|on
      |onto|to|at|via|for)? .. (airline|flight|aircraft|plane|vessel|airplane)
      & !(arriv*|land*|delay*|cancel*|destination)`,
  ],
  [
    'information-only',
    '(flight|vessel|transport|train) .. (delay*|cancel*|rescheduled|missed)',
    '(delay|delays|delayed|late|later than) & !(out for delivery)',
    `(adverse|severe|bad|extreme) weather|weather (conditions|delay)|snow|typhoon|hurricane|storm|flood*
      |heavy (rain|snow|traffic)|(natural|local) (disaster|holiday)|public holiday|national holiday|bank holiday
      |peak season|traffic|mechanical failure`,
    '(reschedul*|postponed|re scheduled)|(redelivery|re delivery|redeliver) & !(redelivery or pickup)',
  ],
  [
    'information-only',
    'scheduled .. (delivery|deliver|to be delivered) & !(out for|fail*|attempt*)',
    '(<buyer>) will (pick up|pickup|collect)',
    '(<buyer>|you) (has|have)? (chose|chosen|selected|opted|asked|rearranged|preferred)',
    'delay* .. (delivery|deliver)',
  ],
  [
    'out-for-delivery',
    '(onboard|on board|out) (for|on|to) (the)? (delivery|deliver|deliveries|dlvy|physical delivery)|out delivery',
    'with (your|the|our) .. (courier|driver|rider|postman)',
    'be with you',
    'with .. (delivery|the|your|local) (courier|driver|rider|postman|mail carrier|postie)',
    `(courier|driver|rider|postman|champion|postie|runner|dispatcher|van|vehicle) .. (has|is|on|will) .. (way
      |deliver*|route|parcel|package|shipment|door*) & !(<seller>)
      & !(pick*)`,
    `(loaded|load|loading|placed|put|on|onto|in) (on|onto|in|into|to)? (the|a|our)? (delivery|courier*
      |driver*) (vehicle|van|truck|bike|round|route|list|run)`,
    `(vehicle|van|truck|dispatched|despatched|dispatch|sent|sent out|on route|en route|on the way|way|heading
      |handed|assigned|given|brought|forwarded) (out)? (to|for) (final|home|local|your|the|a)? (delivery|deliver)
      & !(<site>|partner|agent|company)`,
    `(delivery|deliver) (is|now)? (in progress|ongoing|under way|underway|started|begun|on progress|vehicle|round
      |route|run)`,
    '(being|currently|now|is) (in)? (delivered|delivering|delivery) & !(<point>)',
    'next stop',
    '(rider|driver|courier|postman) & will deliver',
    '(rider|driver|courier|postman) .. (deliver|delivering)',
    '(on board|onboard|aboard) .. (delivery)? (van|vehicle|truck|bike)',
    'delivery (boy|man|agent|executive|associate|driver|person) .. (assigned|out|way|has|is)',
    'about to be delivered|will be delivered (shortly|soon|today by)',
    `(on|for) (the|its|their)? (way|route) to (you|your|the recipient|recipient|customer|the customer|consignee
      |the consignee|receiver|the receiver)`,
    '(in|on) (our|the|a|your)? (delivery)? (van|truck|vehicle) & !(arrived|depot|hub|facility|airport|departed)',
    'delivering|in delivery & !(in delivery (depot|office|station|hub|centre|center|facility|unit))',
    'on delivery|with courier|with driver|on vehicle for|en route to (customer|recipient|you)',
    '(expected|will|to) .. (be)? (delivered|delivery) .. (during the day|today) & !(scheduled|schedule)',
    '(arriving|arrive|delivery) today',
  ],
  [
    'information-only',
    `(will be|to be|expected|estimated|scheduled|planned|anticipated|predicted|due|projected) .. (deliver*|delivery
      |arriv*) & !(returned|facility|delivery (base|depot|station|hub|office|unit))`,
    `(delivery|arrival) .. (scheduled|expected|estimated|planned|date|time|window|appointment|slot|option|options
      |instruction*|preference*|update|requested|request|notification|forecast|has been set|agreed|details|upgrade
      |sms|email|confirmed for|preferred) & !(delivered)`,
    `(request*|option*|preference*|instruction*|appointment*|notification*|sms|email|e mail|text message|message)
      .. (delivery|delivered|received|sent|send|recorded|made|set|chosen|selected|customer|recipient|arranged
      |confirmed|by)`,
    `(contacted|notified|informed|contacting|calling|called|message sent|notify|notice sent)
      & (<buyer>|sender|shipper|seller)`,
    '(payment|cod|fee|charge*) .. (received|made|completed|confirmed|collected|paid)',
    '(service|shipment) (upgrade|change*) (request*)?',
    'inventory (allocated|reserved)',
    'survey|thank you for & !(delivered)',
    'weight (updated|changed|verified)|dimension*',
    'future delivery',
    'shipment info received',
  ],
  [
    'handed-to-last-mile',
    `(handed|hand|handing|handover|transferred|transfer|forwarded|tendered|given|passed|sent|released|relabelled
      |delivered|turned|dispatched|shipped|on its way|en route|moved|assigned|consigned) .. to .. (<local>)
      .. (carrier|courier|partner|post office|postal|post|service|agent|company|operator|distributor|provider|team
      |delivery|contractor|usps) & !(<seller>) & !(facility|hub)`,
    `(handed|transferred|forwarded|tendered|given|passed|released|transfer) .. to .. (post office|usps
      |postal service|agent|partner|another carrier|other carrier|third party|postal operator|royal mail
      |australia post|canada post|swiss post|delivery) & !(<seller>)
      & !(hub)`,
    'accepted by u s postal service|accepted by us postal service',
    `(accepted|received|receive|taken over|picked up|pick up|pickup|acquired|acceptance|arrived|in possession
      |collected) .. (by|at|of|with) .. (<local>) .. (carrier|courier|partner|post office|post|postal service|agent
      |delivery company|delivery partner|logistics company|distributor|operator|delivery service)
      & !(<buyer>) & !(facility of)`,
    '(tendered|handed|transferred|given|delivered) to .. (agent|service provider|delivery agent)',
    '(batch|bulk) delivery to carrier',
    `(local|last mile|delivery) (carrier|courier|partner|company|agent) .. (received|has received|accepted|took
      |picked up|collected|has)`,
    'arriv* .. at .. (usps|local carrier|delivery partner) & !(facility)',
    'last mile .. (handover|handed|transfer*|received|start*|accepted)',
    'handover to (partner|delivery|local)',
    '(linked|shared|tracking) .. (with|to|by) .. (last mile|local) (carrier|courier)',
  ],
  [
    'delivered',
    `delivered & !(delivered) .. to .. (airline*|transport*|carrier|courier|partner|agent|driver|logistic*|<site>
      |airport|customs|port|terminal|line haul|linehaul|forwarder|hold|post office|delivery|postal|sort*)
      & !(delivered) (at|in) (the)? (<site>|airport|port)`,
    `delivered (to|at|in) (the)? (agent|front desk|reception|mail room|mailroom|front door|mailbox|mail box|po box
      |office|location|garage|porch|neighbour|neighbor|safe place|individual)`,
    `delivery .. (complete|completed|successful|success|successfully|done|made|confirmed|confirmation|effected
      |finished|accomplished)`,
    '(successful|completed|successfully) delivery',
    `(left|placed|put|deposited|posted) (at|in|with|on|by|through|inside|outside|to) (the|a|your|its)? .. (front
      |back|rear|side|main)? (door|doorstep|porch|safe place|safeplace|neighbour|neighbor|mailbox|mail box|letterbox
      |letter box|reception|garage|garden|shed|individual|mail slot|letter slot|concierge|security|doorman|deck
      |lobby|patio|carport|front desk|preferred location|agreed location|secure location)`,
    `(handed|given|released) .. (to)? .. (resident|recipient|customer|addressee|consignee|neighbour|neighbor
      |householder|concierge|receptionist|individual|household*|buyer)`,
    'signed (for|by|receipt)',
    'proof of delivery|pod (uploaded|captured|available|received)',
    `(received|accepted) by .. (<buyer>|neighbour|neighbor|reception|security|family|concierge|household|relative
      |mailroom|guard|colleague)`,
    '(dlvd|dlvrd)',
  ],
];
