import { expect, it } from 'vitest';
import { ParameterStore } from '../../infra/local/parameter-store.ts';

function stored(store: ParameterStore, WithDecryption = true): unknown {
  return store.handle('GetParameter', { Name: '/token', WithDecryption });
}

it('answers a secret only when decryption is asked for', () => {
  const store = new ParameterStore();
  store.seed('/token', 'secret');
  expect(stored(store)).toMatchObject({ Parameter: { Value: 'secret', Type: 'SecureString' } });
  expect(JSON.stringify(stored(store, false))).not.toContain('secret"');
});

it('keeps what was stored over the same seed, and takes another seed', () => {
  const store = new ParameterStore();
  store.seed('/token', 'first');
  store.handle('PutParameter', { Name: '/token', Value: 'refreshed', Overwrite: true });
  store.seed('/token', 'first');
  expect(stored(store)).toMatchObject({ Parameter: { Value: 'refreshed', Version: 2 } });
  store.seed('/token', 'second');
  expect(stored(store)).toMatchObject({ Parameter: { Value: 'second', Version: 3 } });
});

it('answers several at once and names the unknown ones', () => {
  const store = new ParameterStore();
  store.seed('/a', '1', 'String');
  expect(store.handle('GetParameters', { Names: ['/a', '/b'] })).toMatchObject({
    Parameters: [{ Name: '/a', Value: '1' }],
    InvalidParameters: ['/b'],
  });
});

it.each<[string, string, unknown, string]>([
  ['an unknown parameter', 'GetParameter', { Name: '/b' }, 'ParameterNotFound'],
  ['storing over a known one unasked', 'PutParameter', { Name: '/token', Value: 'x' }, 'ParameterAlreadyExists'],
  ['a new one without a type', 'PutParameter', { Name: '/b', Value: 'x' }, 'ValidationException'],
  [
    'a value that is too long',
    'PutParameter',
    { Name: '/b', Type: 'String', Value: 'x'.repeat(4097) },
    'ValidationException',
  ],
  ['an empty value', 'PutParameter', { Name: '/b', Type: 'String', Value: '' }, 'ValidationException'],
  ['an operation it does not know', 'LabelParameterVersion', { Name: '/token' }, 'UnknownOperationException'],
  ['to delete what is not there', 'DeleteParameter', { Name: '/none' }, 'ParameterNotFound'],
])('refuses %s', (_, operation, input, code) => {
  const store = new ParameterStore();
  store.seed('/token', 'secret');
  expect(() => store.handle(operation, input)).toThrow(expect.objectContaining({ code }));
});

it('deletes', () => {
  const store = new ParameterStore();
  store.seed('/token', 'secret');
  expect(store.handle('DeleteParameter', { Name: '/token' })).toEqual({});
  expect(() => store.handle('GetParameter', { Name: '/token' })).toThrow(
    expect.objectContaining({ code: 'ParameterNotFound' }),
  );
});
