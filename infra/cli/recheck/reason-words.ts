import type { Because, RestReason } from '../../../shared/domain/verdict.ts';
import { isLasting } from '../../../shared/domain/not-watched.ts';
import { enUnwatched } from '../../../shared/messages/en-unwatched.ts';

/** Why a check has nothing to say, behind “does not apply because” or “fine:”. */
export const restWords: Readonly<Record<RestReason, string>> = {
  'order-closed': 'the order is delivered, completed or cancelled',
  abandoned: 'the order is older than 60 days, as far as the watch reaches',
  'other-state': 'it is about orders in other states',
  'not-paid': 'the order is not paid, so no clock runs',
  'on-hold': 'the order is on hold in its remorse hour, so no clock runs',
  sample: 'free samples have no clocks',
  'fulfilled-by-tiktok': 'TikTok fulfils the order itself',
  'not-confirmed': 'the order is not confirmed yet, and its clock starts then',
  confirmed: 'the order is confirmed',
  collected: 'the carrier has it',
  'not-in-transit': 'the parcel is not in transit',
  'not-seller-shipped': 'TikTok Shipping carries it, and the rule is about parcels that the seller ships',
  'not-tiktok-shipped': 'the seller ships it, and the rule is about TikTok Shipping',
  'no-line': 'neither TikTok nor a pack of the shop sets such a deadline for it',
  'line-passed': 'its line has passed, and after it nothing can be done any more',
  'no-rule': 'no pack of the shop asks for it in this market',
  attested: 'your people wrote down that it is in order',
  'to-be-attested': 'your people still have time to write it down',
  'not-declared': 'what a local shop sends crosses no border and is not declared',
  'carrier-approved': 'its carrier is on the list of approved ones',
  'nothing-wrong': 'nothing that TikTok shows speaks against it',
  'nothing-told': 'the trace tells of nothing beyond the pick-up, so no node can be missed',
  'no-lane': 'the trace shows no border crossed, or nobody knows the nodes of its lane',
  'all-told': 'the trace has every key node that has come due',
  'not-handed-to-last-mile': 'its newest scan is no hand-over to a local carrier',
  'no-silence': 'the trace is not silent beyond its line',
  'other-cause': 'another cause was found for the silence, so no supplement can come',
  'nothing-asked': 'nothing that was asked for is still to show',
  'no-cancel-request': 'the buyer has not asked to cancel',
  'moved-since': 'a scan has come since the supplement was asked for',
};

const passing: Readonly<Record<string, string>> = {
  'pull-incomplete': 'the last sweep did not hear everything from TikTok; the next one goes on from there',
  quarantined: 'its newest state could not be read',
  'trace-not-read': 'its trace has to be read first, and a sweep does that',
  'credential-refused': 'TikTok or the service refuses the key',
  'second-opinion-pending': 'what the carrier itself shows is not known yet; it is asked, and asked again',
  'trace-unclear': 'a scan that nobody understands may say the opposite',
};

/** Why nothing can be said, behind “unknown:”. */
export function unknownWords(because: Because): string {
  return isLasting(because) ? enUnwatched.because[because].replace(/\.$/, '') : (passing[because] ?? because);
}
