import type { DoorOutcome, DoorPorts, DoorRequest } from './door.ts';

/**
 * What another system says of a request that was handed to it. Nothing of it is believed before its signature; the same
 * answer is taken once, and one that is sent again finds that it was.
 */
export async function takeAnswer(request: DoorRequest, ports: DoorPorts): Promise<DoorOutcome> {
  const { 'tidewatch-shop': id = '', 'tidewatch-channel': channel = '' } = request.headers;
  const shop = /^[\w.-]{1,60}$/.test(id) ? await ports.shops.read(id) : undefined;
  if (!shop) return { is: 'answer-refused' };
  const read = await ports.answers.read(shop, channel, request);
  if (read.is === 'refused') return { is: 'answer-refused' };
  if (read.is === 'malformed') return { is: 'answer-malformed', paths: read.paths };
  const { answer } = read;
  const known = await ports.ledger.has('remedy', shop.id, [answer.request]);
  if (!known.has(answer.request)) return { is: 'answer-unknown' };
  // One that names another ticket is another answer.
  const { request: about, outcome, reference = '' } = answer;
  const act = { id: `answer/${about}/${outcome}/${reference}`, at: ports.clock.world(), via: channel };
  const earlier = await ports.acts.record(shop.id, { ...act, ...answer, kind: 'answer' });
  return { is: 'answer-taken', repeated: earlier !== undefined };
}
