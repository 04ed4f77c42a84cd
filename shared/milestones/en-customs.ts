import type { Saying } from './phrasebook.ts';

/** Customs, of the origin where the text says so, else of the destination. */
export const enCustoms: readonly Saying[] = [
  [
    'export-customs-held',
    'screening & (exception|fail*|held)',
    'export (documents|paperwork|declaration|permit) .. (incomplete|missing|incorrect|rejected|required)',
    `(customs|clearance|export|security|screening|inspection) & (export|origin|outbound|internationally|outward
      |exportation|aviation|airline security) & (held|hold|holding|detained|seized|retained|rejected|stopped|fail*
      |exception|delay*|missing|required|refused|confiscated|not passed|cannot|returned|abnormal|denied|suspended
      |intervention|problem|issue|inspection|inspected|examination|random)
      & !(released|cleared|completed|complete|finished|passed) & !(import|destination|inward)`,
  ],
  [
    'export-customs-cleared',
    `(customs|clearance|clearence|cleared|release|released|exportation|formalit*|declaration)
      & (export|origin|outbound|outward|exportation|departure) & (cleared|complete|completed|completion|finished
      |released|release|success*|succeed*|passed|approved|accepted|done|ended|end)
      & !(import|destination|inward|inbound|pending|awaiting|not|unsuccessful*|start|started)`,
  ],
  [
    'export-customs-started',
    `(customs|clearance|clearence|declaration|declared) & (export|origin|outbound|outward|exportation|departure)
      & !(import|destination|inward|inbound)`,
    'export (clearance|customs|declaration|processing|inspection|formalit*)',
  ],
  ['import-customs-started', 'brokerage processing|registered with customs', '(in|under) bond'],
  [
    'import-customs-held',
    '(duty|duties|tax|taxes|vat|fees) .. (must|to|needs to|has to|have to) be paid',
    '(customs|import) & (charge*|fee*|payment|duty|tax*) .. (to be paid|to pay|due|outstanding|owed|unpaid|payable)',
  ],
  [
    'import-customs-held',
    '(government|regulatory|federal) (agency|agencies|authority|authorities|department)',
    `(customs|clearance|clearence|import|broker|duty|duties|tax|taxes|vat|fda|agriculture|inward office
      |quarantine) & (held|hold|holding|detained|detention|seized|seizure|retained|retention|rejected|stopped|fail*
      |exception|delay*|missing|refused|confiscated|intercept*|abnormal|denied|suspended|intervention|inspect*
      |examin*|random|incorrect|insufficient|incomplete|pending|further|additional (information|documents|data
      |documentation) .. (is|are)? (required|needed)|awaiting payment|unpaid|assessed|due|owed|abandoned|problem
      |issue|issues|query|audit|unable|cannot|not cleared|not released|intervened|requires|require|required
      |requested|needed|waiting for .. (documents|information|payment|instruction*))
      & !(cleared|released|completed|complete|finished|preparing|if additional|if needed|has been paid
      |payment received|payment completed|paid successfully|pending clearance|clearance pending|without (inspection
      |delay)|not required|presented|approved)`,
    `(awaiting|waiting for|pending|please pay|pay|requires|required|request) .. (duty|duties|tax|taxes|vat
      |customs (fee*|charge*|document*|payment|information)|import (fee*|charge*))`,
    `(import|customs) .. (documents|paperwork|invoice|declaration|information|id|charges) .. (missing|required
      |needed|incorrect|incomplete|requested|due)`,
    'clearance .. (is)? pending .. while',
    'customs .. (not|cannot|unable)',
    `(pan|kyc|passport|id card|personal customs|identity) .. (required|needed|missing|requested|invalid|awaiting
      |number)`,
  ],
  [
    'import-customs-cleared',
    `(customs|clearance|clearence|import|broker|bond) & (cleared|complete|completed|completion|finished|released
      |release|success*|succeed*|passed|pass|approved|clear|done|ended|left customs|exit|exited)
      & !(pending|awaiting|not|unsuccessful*|incomplete|prior|before|once|until|start|started|begin|arriv* import
      |release office)`,
    'customs .. (release|clear)',
    '(released|cleared|returned|return|departed|left|out) .. (by|from|through|of) .. customs',
    'customs free',
    'duty free',
  ],
  [
    'information-only',
    `(duty|duties|tax|taxes|customs) .. (paid|payment received|payment completed|payment confirmed|has been paid)
      & !(must|to be|not|before|until|unpaid|please|needs)`,
    'clearance (information|data|instructions|documents) received',
  ],
  [
    'import-customs-started',
    '(for|to|into) (import)? (clearance|customs)',
    `(customs|clearance|clearence|broker) & (start|started|starts|begin|begun|begins|commence*|initiated|processing
      |process|progress|in|under|presented|submitted|arriv*|handed|event|status|updated|received|undergoing|ongoing
      |inbound|declaration|pending|awaiting|waiting|transfer*|import|sent|being|at|into|notified|declared|lodged
      |ready|turned|review*|to|inward|delivered|given|by)`,
    '(transported|transport|transit|moved) in bond',
    '(with|by|at|in) customs',
    'import (clearance|clearence|declaration|processing|formalit*)',
    'bonded (warehouse|transport|transit)',
    '(pending|under|awaiting) clearance',
  ],
];
