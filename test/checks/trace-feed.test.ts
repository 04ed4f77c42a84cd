import { describe, expect, it } from 'vitest';
import type { ShopSubject } from '../../shared/checks/check.ts';
import { traceFeed } from '../../shared/checks/trace-feed.ts';
import { aSetting } from '../support/a-setting.ts';
import { hoursAgo, now } from '../support/moments.ts';

describe('whether traces can be read at all', () => {
  const pulled = { pull: 'complete', watermark: now } as const;
  const rows: [string, ShopSubject, unknown][] = [
    ['not tried yet in this sweep', pulled, { is: 'unknown', because: 'trace-not-read' }],
    ['every trace that was due has been read', { ...pulled, traces: 'answered' }, { is: 'ok' }],
    ['none was due', { ...pulled, traces: 'none' }, { is: 'ok' }],
    [
      'refused ever since they were last read',
      { ...pulled, traces: 'refused', tracesReadAt: hoursAgo(5) },
      { is: 'firing', stage: 'traces-refused', since: hoursAgo(5) },
    ],
    [
      'refused from the first sweep on',
      { ...pulled, traces: 'refused' },
      { is: 'firing', stage: 'traces-refused', since: now },
    ],
  ];
  it.each(rows)('%s', (_, subject, expected) => expect(traceFeed.judge(subject, aSetting())).toEqual(expected));
});
