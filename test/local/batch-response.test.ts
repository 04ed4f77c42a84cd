import { expect, it } from 'vitest';
import { failedMessages } from '../../infra/local/batch-response.ts';

const batch = ['one', 'two', 'three'];
const all = new Set(batch);

// Lambda's documentation of partial batch responses, row by row.
it.each<[string, unknown, ReadonlySet<string>]>([
  ['null is a complete success', null, new Set()],
  ['an empty object is a complete success', {}, new Set()],
  ['a null list is a complete success', { batchItemFailures: null }, new Set()],
  ['an empty list is a complete success', { batchItemFailures: [] }, new Set()],
  ['named messages fail, the others succeed', { batchItemFailures: [{ itemIdentifier: 'two' }] }, new Set(['two'])],
  ['an empty identifier fails the batch', { batchItemFailures: [{ itemIdentifier: '' }] }, all],
  ['a null identifier fails the batch', { batchItemFailures: [{ itemIdentifier: null }] }, all],
  ['a wrong key name fails the batch', { batchItemFailures: [{ messageId: 'two' }] }, all],
  ['a message of another batch fails the batch', { batchItemFailures: [{ itemIdentifier: 'four' }] }, all],
  ['a list of names alone fails the batch', { batchItemFailures: ['two'] }, all],
  ['text fails the batch', 'done', all],
])('%s', (_, answer, failed) => {
  expect(failedMessages(JSON.stringify(answer), batch)).toEqual(failed);
});
