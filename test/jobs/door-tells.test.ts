import { beforeEach, describe, expect, it } from 'vitest';
import type { LinkAction } from '../../shared/domain/action-link.ts';
import { Gap, gapOrder as id } from '../support/a-gap.ts';

let gap: Gap;
beforeEach(async () => {
  gap = await Gap.open();
});

describe('what a page tells beside its finding', () => {
  it.each([
    ['chase-carrier', true],
    ['appeal-pack', false],
  ])('a ticket for %s is followed up: %s', async (remedy, isAwaited) => {
    const { story } = gap;
    const asked = { remedy, key: `trace-silent/${id}#1`, request: 'r', askedAt: story.clock.worldTime, order: id };
    await story.cases.put(story.shop.id, [asked]);
    const path = gap.door.pathFor(gap.line, 'filed');
    expect(await gap.door.get(path)).toMatchObject({ form: { isAwaited } });
    await gap.door.send(path, { ticket: 'A-1' });
    expect(await gap.door.get(path)).toMatchObject({ is: 'done', isAwaited });
    const over = { ...asked, end: { is: 'closed', at: story.clock.worldTime } } as const;
    await story.cases.put(story.shop.id, [over]);
    expect(await gap.door.get(path)).toMatchObject({ is: 'done', isAwaited: false });
  });

  it('what others have done is shown before more is offered', async () => {
    const pathTo = (action: LinkAction) => gap.door.pathFor(gap.line, action);
    const choose = pathTo('choose');
    expect(await gap.door.get(choose)).not.toHaveProperty('matter.earlier');
    await gap.door.send(pathTo('acknowledge'), { by: 'Li Wei' });
    expect(await gap.door.get(choose)).toMatchObject({ matter: { earlier: { kind: 'acknowledge', by: 'Li Wei' } } });
    await gap.sweeps(1);
    await gap.door.send(pathTo('snooze'), { until: '4h', scope: 'shop' });
    expect(await gap.door.get(pathTo('filed'))).toMatchObject({
      form: { earlier: { kind: 'snooze' } },
    });
    await gap.sweeps(5);
    expect(await gap.door.get(choose)).toMatchObject({ matter: { earlier: { kind: 'acknowledge' } } });
  });
});
