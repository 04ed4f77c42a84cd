import { describe, expect, it } from 'vitest';
import { channels } from '../../shared/channels/registry.ts';
import { checkCards } from '../../shared/checks/registry.ts';
import { locales } from '../../shared/domain/shop.ts';
import { stageIds } from '../../shared/messages/stage-ids.ts';
import { phrasebooks } from '../../shared/milestones/registry.ts';
import { messagesIn } from '../../shared/messages/registry.ts';
import { packs } from '../../shared/policies/registry.ts';
import { remedies } from '../../shared/remedies/registry.ts';
import { readersOf } from './clause-readers.ts';
import { filesLike, root } from './source-files.ts';

interface Found {
  readonly path: string;
  readonly name: string;
  readonly value: unknown;
}

/** Everything the files of a folder export, whether or not anybody imports it. */
async function exportsOf(folder: string): Promise<readonly Found[]> {
  const files = filesLike(`shared/${folder}/*.ts`).filter(({ path }) => !path.endsWith('/registry.ts'));
  const modules = await Promise.all(
    files.map(async ({ path }): Promise<readonly Found[]> => {
      const module: Readonly<Record<string, unknown>> = await import(`${root}${path}`);
      return Object.entries(module).map(([name, value]) => ({ path, name, value }));
    }),
  );
  return modules.flat();
}

function has(value: unknown, ...keys: readonly string[]): boolean {
  return typeof value === 'object' && value !== null && keys.every((key) => key in value);
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** Names what is exported but not registered, and fails too when it finds nothing to compare. */
function expectRegistered(found: readonly Found[], registered: readonly unknown[]): void {
  expect(found.filter(({ value }) => !registered.includes(value)).map(({ path, name }) => `${path}: ${name}`)).toEqual(
    [],
  );
  expect(found).toHaveLength(registered.length);
}

describe('nothing written is forgotten in its registry', () => {
  it('checks', async () => {
    const found = (await exportsOf('checks')).filter(({ value }) => has(value, 'id', 'on', 'stages', 'judge'));
    expectRegistered(found, checkCards);
  });

  it('remedies', async () => {
    const found = (await exportsOf('remedies')).filter(({ value }) => has(value, 'id', 'stages', 'render'));
    expectRegistered(found, remedies);
  });

  it('policy packs', async () => {
    const found = (await exportsOf('policies')).filter(({ value }) => has(value, 'id', 'clauses'));
    expectRegistered(found, packs);
  });

  it('languages', async () => {
    const found = (await exportsOf('messages')).filter(({ value }) => has(value, 'stages', 'notice'));
    expectRegistered(
      found,
      locales.map((locale) => messagesIn(locale)),
    );
  });

  it('languages of traces', async () => {
    const found = (await exportsOf('milestones')).filter(({ value }) => has(value, 'language', 'sayings', 'doubts'));
    expectRegistered(found, phrasebooks);
    expect(found.map(({ path }) => path)).toEqual(
      expect.arrayContaining(phrasebooks.map(({ language }) => `shared/milestones/${language}.ts`)),
    );
  });

  it('channels: whoever exports a sender is a kind of channel', async () => {
    const senders = (await exportsOf('channels')).filter(
      ({ name, value }) => typeof value === 'function' && name.endsWith('Sender'),
    );
    expect(senders.map(({ name }) => kebab(name.replace(/Sender$/, ''))).toSorted()).toEqual(
      Object.keys(channels).toSorted(),
    );
  });
});

describe('what one registry names stands in the other', () => {
  const stages = checkCards.flatMap((check) => check.stages.map((stage) => ({ check: check.id, ...stage })));
  const checks = checkCards.map(({ id }) => id);

  it('names every check, stage, remedy and pack once', () => {
    for (const ids of [checks, stages.map(({ id }) => id), remedies.map(({ id }) => id), packs.map(({ id }) => id)])
      expect(new Set(ids).size).toBe(ids.length);
  });

  it('files a check under its id, and a remedy under its', () => {
    const expected = [
      ...checks.map((id) => `shared/checks/${id}.ts`),
      ...remedies.map(({ id }) => `shared/remedies/${id}.ts`),
    ];
    const present = new Set(filesLike('shared/{checks,remedies}/*.ts').map(({ path }) => path));
    expect(expected.filter((path) => !present.has(path))).toEqual([]);
  });

  it('reads every clause of every clock: what nobody reads promises what nobody keeps', () => {
    const clauses = packs.flatMap((pack) => pack.clauses.map((clause) => ({ pack, clause })));
    // A relief of unknown length draws no line that could be read.
    const drawn = clauses.filter(({ clause }) => clause.deadline.form !== 'unpublished');
    const unread = drawn.filter(({ pack, clause }) => readersOf(pack, clause).length === 0);
    expect(unread.map(({ pack, clause }) => `${pack.id}/${clause.id}`)).toEqual([]);
  });

  it('inhibits only by checks that exist, never by itself', () => {
    for (const { id, inhibitedBy } of checkCards) {
      expect(checks).toEqual(expect.arrayContaining([...inhibitedBy]));
      expect(inhibitedBy).not.toContain(id);
    }
  });

  it('asks for remedies that exist, and a remedy answers the stages that ask for it', () => {
    const asking = stages.flatMap(({ id, remedy }) => (remedy === undefined ? [] : [`${remedy} at ${id}`]));
    const answering = remedies.flatMap((remedy) => remedy.stages.map((stage) => `${remedy.id} at ${stage}`));
    expect(asking.toSorted()).toEqual(answering.toSorted());
  });

  it('has words for every stage, and for no stage that nothing fires in', () => {
    expect(stageIds.toSorted()).toEqual(stages.map(({ id }) => id).toSorted());
  });

  it.each(locales)('says every stage and remedy in %s, each in words of its own', (locale) => {
    const { stages: texts, remedy } = messagesIn(locale);
    const named: Readonly<Record<string, unknown>> = remedy;
    expect(Object.keys(texts).toSorted()).toEqual(stages.map(({ id }) => id).toSorted());
    expect(new Set(Object.values(texts).map(({ headline }) => headline)).size).toBe(stages.length);
    for (const { id } of remedies) expect(named[id]).toBeTypeOf('string');
  });
});
