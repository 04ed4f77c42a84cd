import type { Saying } from './phrasebook.ts';

/** What happens before the carrier has the parcel, and what goes wrong or goes back: stated beside other words often. */
export const enTroubles: readonly Saying[] = [
  [
    'information-only',
    'not|no .. damage & inspect*',
    `(address|delivery|recipient) .. (has been|have been|was|been|is)? (changed|updated|corrected|modified
      |amended) & !(undeliver*|unable|fail*|required|needed|return*)`,
    `(changed|updated|corrected|requested|modified|amended) .. (address|delivery|redelivery)
      & !(undeliver*|unable|fail*|required|needed|return*)`,
    'money|refund*|compensation|remittance|remitted|claim (filed|submitted|opened|approved)',
  ],
  [
    'picked-up',
    `(delivered|brought|taken|dropped|deposited|handed) .. (<point>|depot|post office|counter|shop|hub|station)
      .. by (the|your)? <seller> & !(return*)`,
    `(handed|given|dropped|drop) .. (carrier|courier|dhl|ups|fedex|dpd|gls|hermes|evri) at .. (post office|counter
      |shop)`,
  ],
  [
    'label-created',
    'billing (information|info) received',
    '(not|not yet) (been)? scanned',
    'still (with|at) (the|your|its)? (<seller>)',
    '(data|details) .. (has|have)? (reached|arrived with|arrived at) us',
    '(en route|on the way|on its way) to (dhl|ups|fedex|usps|carrier|dpd|gls|evri|yodel|us) & !(facility|hub)',
    `not (yet)? (been)? (received|handed|collected|tendered|arrived|accepted|in possession) .. (by|to|from|this|the
      |your|at)? .. (<carrier>|<parcel>|<seller>) & !(<buyer>) & !(attempt*)
      & !(customs) & !(return*) & !(if|claims)`,
    `(yet to|not yet|have not|has not|havent|hasnt) .. (receive|received|collected|handed|picked up|shipped
      |dispatched|in our possession) & !(<buyer>) & !(return*) & !(customs)`,
    `(awaiting|waiting for|wait for|pending) .. (item|parcel|package|shipment|handover|drop off|dropoff|acceptance
      |first scan|pickup by|collection by|collection from|pickup from)
      & !(<buyer>) & !(customs|clearance) & !(<site>) & !(transit|delivery|flight)`,
    'not (yet)? (been)? (picked up|collected) (yet)? (by|from) .. (<carrier>|<seller>)',
    `(will|shortly|soon|ready to|to be) .. (be)? (handed|hand) .. (over|to)
      & !(partner|local|international|customs|delivery)`,
    `(shipping|shipment|parcel|package|order|pre shipment|preshipment|electronic|tracking|consignment|instruction
      |item|booking|label|waybill|manifest) .. (info|information|data|details|notification|instructions) .. (sent
      |received|receive|transmitted|submitted|provided|entered|uploaded|registered|created|recorded|available|passed
      |lodged)`,
    `(data|information|info|notification|details|instructions) .. (sent|received|transmitted|submitted|provided
      |entered|uploaded|registered) & (<parcel>|<seller>|electronic*|label|waybill)
      & !(delivery|address|customs|clearance|import|export)`,
    `(label|waybill|airway bill|air waybill|awb|docket) .. (created|generated|printed|issued|made|produced|ready)
      & !(return*)`,
    '(created|generated|printed|issued) .. (label|waybill|airway bill|awb|docket)',
    `(order|shipment|parcel|package|consignment|booking|item|pickup order) .. (created|confirmed|registered|booked
      |announced|preadvised|manifested|allocated) & !(delivery|customs|delivered|clearance|return*|inventory|weight)`,
    '(order|booking) .. placed',
    '(order|orders) .. (processed|received|accepted|information|processing)',
    `(sender|seller|shipper|merchant|vendor|they|being|is) .. (preparing|prepared|packing|packed)
      & !(delivery|deliver|transport|transit|<site>|locker|clearance|customs|return*)`,
    `(preparing|prepared|packed|ready) .. (to ship|for ship*|for dispatch|for despatch|for handover|your order
      |to be shipped|for ups|to send)`,
    'ready .. <pickup> .. (courier|carrier|driver|seller|sender)',
    `(pickup|pick up|collection) .. (scheduled|arranged|booked|requested|assigned|planned|request|order|pending)
      & !(<buyer>) & !(<point>|post office|fail*|attempt*|redeliver*|redelivery)`,
    `(courier|driver|rider|carrier|picker) .. (assigned|on the way|on its way|heading|going|coming|will|scheduled
      |about) .. (to pickup|to pick up|to collect|pickup|pick up|collect)
      & !(<buyer>) & !(return*)`,
    `pre (advice|advise|advised|alert|alerted|registered|notification|advis*)|preadvice|preadvise|preadvised
      |prealert*|prenotification`,
    'ship request',
    'expect* to (receive|get) .. (parcel|package|shipment|item)',
    'electronically (announced|notified|registered|submitted)',
    '(notified|informed|advised|told) .. (by)? .. (sender|seller|shipper) .. (<parcel>|prepar*|send*)',
    '(expecting|expected) .. (from)? (your)? (sender|seller|shipper)',
    '(expecting|expect) (your|a|the|this) (<parcel>)',
    '<seller> .. (told|says|informed|advised|notified) .. (us|send|sending|dispatch*)',
    'manifested|manifest (received|uploaded|created|data|submitted)',
  ],
  [
    'exception-other',
    `(pickup|pick up|collection) .. (attempted|attempt|fail*|unsuccessful|exception|missed|rejected|cancel*
      |canceled|not ready|not completed|delayed|incident|impossible)
      & !(<buyer>) & !(<point>)`,
    `(unable to|could not|cannot|failed to|fail to|did not|not) (be)? (pickup|pick up|picked up|collect|collected)
      .. (from)? .. (<seller>|shop|store|warehouse) & !(return*)`,
    '(parcel|package|shipment|item|order|goods) .. not ready',
    '(<seller>) .. (not available|unavailable|closed|not home) & (pickup|pick up|collect*) & !(return*)',
    '(return|returned|returning) .. (to)? .. (fail*|refused by <seller>|rejected by <seller>)',
    '(parcel|package|shipment|item|order) .. not .. received',
    'not received by .. <buyer>',
    'returned to .. (depot|facility|station|hub|branch|office|terminal)',
    `(misrouted|missorted|missort|mis sort|misroute|mis route|mis routed|mis sorted|missend|misrout*|missort*
      |missent|mis sent|misdirected|misdelivered|misdelivery|misplaced)`,
    `(wrong|incorrect) (destination|route|hub|depot|facility|location|branch|station|sort*|building|terminal
      |delivery|house|door|neighbour*)`,
    '(delivered|delivery) .. (to the|to|at) (wrong|incorrect)',
    '(no|without|missing) .. (electronic data|manifest|customs data|electronic information|label)',
    '(sent|shipped|brought|taken|came) back (to|into|in|at) .. <site>',
    '(tried|attempted|trying) to (pick up|collect|pickup) & !(<buyer>)',
    '(repacked|repackaged|rewrapped|<parcel> .. opened) & !(claim|investigation|case|customs)',
    'not serviceable',
    'forward* .. expired & !(return*)',
    `(not|does not|do not|no longer) .. (serve|serviced|service|serviceable|covered|cover|deliver to)
      .. (destination|area|address|location|postcode|zip|zone)|unserviceable|non serviceable|out of (service
      |delivery)? area|outside .. (service|delivery) area|remote area`,
    'prohibits & !(return*)',
    `(oversize*|overweight|over size*|over weight|too (large|heavy|big)|exceed*)
      & !(return*|receptacle|mailbox|mail box)`,
    '(label|barcode) .. (unreadable|illegible|missing|torn|damaged|fallen|lost|not readable)|relabelled|relabeled',
    `(embargo|prohibited|restricted|forbidden|banned|dangerous|hazardous|contraband)
      & !(return*) & !(customs|import|export)`,
  ],
  [
    'delivery-attempt-failed',
    'access code|gate code|door code',
    '(money|cash|cod|payment) .. not .. (available|ready)',
    '(mailbox|receptacle|letterbox|mail box) .. full',
  ],
  [
    'exception-address',
    'undeliverable as addressed',
    '(apartment|street|house|suite|unit) .. (number|no) .. (missing|incorrect|wrong|required)',
  ],
  [
    'exception-lost-damaged',
    `(damage|damaged|damages|broken|stolen|theft|destroyed|destruction|disposed|disposal|discarded|crushed|leaking
      |leaked|leakage|scrapped|robbery|robbed|burnt|burned|pilfered|tampered|wrecked|dumped)
      & !(barcode|label damaged|damaged label|no damage) & !(not damaged)`,
    `(parcel|package|shipment|item|goods|is|was|been|declared|considered|presumed|reported|confirmed|possibly
      |likely|in transit|deemed) (as)? (lost|missing) & !(customs|clearance|invoice|document*|paperwork|address
      |information)`,
    '(lost|missing) (parcel|package|shipment|item|goods|in transit|by|during|merchandise|contents|mail|piece*)',
    `(merchandise|contents|content|piece|pieces|items|part) .. (missing|lost|gone|short)
      & !(customs|clearance|invoice|document*)`,
    `(cannot|can not|could not|unable to|not) (be)? (located|locate|traced|trace|found|find)
      & !(address*|recipient|house|customer|consignee)`,
    'empty (carton|box|packaging|parcel|package)',
    'lost',
    'write off|written off|total loss',
  ],
  [
    'available-for-pickup',
    `(if|unless|will be|would be|before|until|otherwise|not (collected|picked up)) .. return*
      & (<pickup>|collected|picked up|<point>) & (available|ready|waiting|held|awaiting|please|arrived)`,
  ],
  [
    'exception-address',
    `(address|street|house number|apartment|postcode|postal code|zip|zip code|consignee|addressee|recipient
      |receiver|customer|name|contact|phone|telephone) .. (incomplete|incorrect|wrong|unknown|insufficient|invalid
      |inaccurate|not found|does not exist|not exist|not correct|not complete|not recognised|not recognized|unclear
      |illegible|unreadable|error|problem|not known|moved|insufficient|mismatch|bad|not located|cannot be found
      |could not be found|cannot be located|could not be located|missing|required|needed|deceased|relocated
      |not at this address|no longer|vacant|query|issue)`,
    `(incomplete|incorrect|wrong|unknown|insufficient|invalid|inaccurate|bad|missing|illegible|unclear|additional
      |more|verify|verifying|correct|confirm|undeliverable|unable to (locate|find)|cannot (locate|find)
      |could not (locate|find)|no such) .. (address|addressee|consignee|recipient|receiver|street|number|postcode
      |zip|apartment|house|suite|phone|customer)`,
    'address .. (required|needed|correction|verification|investigation|clarification|information|check|research*)',
    '(recipient|customer|addressee|consignee|receiver|has|have) (has|have)? moved',
    'no such (number|street|address|person)',
    'moved .. (left)? no (forwarding )?address',
    'not known at',
    'insufficient (info|information|details)',
    '(zip|postcode|postal code|city|street|address) .. (do not|does not|not) match',
    'vacant',
    'deceased',
  ],
  [
    'returned-to-sender',
    `(return|returned|returning|returns|sent|back|going|send|redirected|goes|handed|given|shipped) .. (back)? to
      .. (<seller>|country of origin|origin country|vendor|your store|distribution company|original)
      & !(return*) .. (fail*) & !(customs)`,
    '(back|way) to .. (sender|shipper|seller|merchant|consignor)',
    '(on|is on) .. way back',
    '(sent|going|shipped|travelling|traveling) back & !(<site>|network)',
    `(will be|being|is|was|has been|have been|been|parcel|package|shipment|item|order|were|are|to be
      |successfully) return* & !(return*) (to)? (the|our|a|its)? .. (depot|facility|station|hub|branch|office
      |warehouse|terminal|vehicle|location|customer|route|network|fc)
      & !(customs)`,
    `(return|returned|returning|rts|rto) (to sender|shipment|parcel|package|item|order|initiated|process|started
      |requested|request|in transit|in progress|transit|delivered|delivery|received|completed|complete|processing
      |confirmed|pending|scheduled|in|by|due|goods|mail|arrived|departed|is|has|was|accepted|created|out for
      |authorized|authorised|undeliver*|customs|center|centre) & !(by customs|from .. customs)`,
    `(start|begin|initiate|initiated|started|begun|requested|preparing|prepared|undergoing|process of|undelivered
      |unclaimed|refused|expired|in) .. (return|returned|returning|returns)`,
    '<seller> .. (received|has received|collected|accepted|signed|picked up) .. (return*)',
    `(delivered|delivery|released|handed) .. (to)? (the)? (sender|shipper|seller|merchant|consignor)
      & !(from|by) (the)? (sender|shipper|seller|merchant|consignor)`,
    'rts|rto|rtn to sender',
    `returned & !(customs) & !(to (the|our|a|its|local|carrier)? (local|carrier|delivery)? (depot|facility|station
      |hub|branch|office|warehouse|terminal))`,
    'undelivered .. return*',
    '(abandoned|non delivery) & return*',
    `(storage|hold|holding|retention|collection|pickup|pick up) .. (period|time|days|deadline) .. (expired|exceeded
      |over|elapsed|passed|ended)`,
  ],
];
