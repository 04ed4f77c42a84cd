import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { hours, seconds } from '../../shared/domain/time.ts';
import { openChain, type Chain, type ChainSettings, type Link } from './chain.ts';
import { figuresOf, type SizeFigures } from './figures.ts';
import type { Size } from './sizes.ts';

export interface Bench {
  /** Scratch space. */
  readonly folder: string;
  /** The bundled sweep. */
  readonly sweepFile: string;
  /** Told what is being done, a few words each. */
  readonly progress: (doing: string) => void;
}

/**
 * One size: a first look, then sweep after sweep as the product makes them; then, on from the same first look, the
 * same sweeps with every trace read each time. Both must end with the same findings.
 */
export async function measureSize(size: Size, { folder, sweepFile, progress }: Bench): Promise<SizeFigures> {
  const own = join(folder, `${size.open}`);
  const copy = join(folder, `${size.open}-poll-all`);
  mkdirSync(own, { recursive: true });
  const say = (doing: string): void => progress(`${size.open} open orders: ${doing}`);

  const due = await withChain({ size, sweepFile, dataDir: own, lookEvery: hours(24) }, async (chain) => {
    say('first look');
    const firstLook = await chain.sweep();
    cpSync(own, copy, { recursive: true });
    const links = await follow(chain, size.sweeps, (sweep) => say(`sweep ${sweep}`));
    const { orders, findingsDigest } = await chain.contents();
    return { firstLook, links, findingsDigest, differences: chain.account.differencesFrom(orders) };
  });
  // A look is due whenever the last one is a second old, so every trace that a check reads is read in every sweep.
  const pollAll = await withChain({ size, sweepFile, dataDir: copy, lookEvery: seconds(1) }, async (chain) => {
    const links = await follow(chain, size.sweeps, (sweep) => say(`sweep ${sweep} with every trace`));
    return { links, findingsDigest: (await chain.contents()).findingsDigest };
  });
  return figuresOf(size, due, pollAll);
}

async function follow(chain: Chain, sweeps: number, say: (sweep: string) => void): Promise<readonly Link[]> {
  const links: Link[] = [];
  for (let sweep = 1; sweep <= sweeps; sweep += 1) {
    say(`${sweep} of ${sweeps}`);
    links.push(await chain.sweep());
  }
  return links;
}

async function withChain<Answer>(settings: ChainSettings, work: (chain: Chain) => Promise<Answer>): Promise<Answer> {
  const chain = await openChain(settings);
  try {
    return await work(chain);
  } finally {
    await chain.stop();
  }
}
