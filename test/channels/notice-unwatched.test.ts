import { describe, expect, it } from 'vitest';
import { renderMail } from '../../shared/channels/email.ts';
import { noticeView } from '../../shared/channels/notice-view.ts';
import { renderSlack } from '../../shared/channels/slack.ts';
import { locales } from '../../shared/domain/shop.ts';
import { messagesIn } from '../../shared/messages/registry.ts';
import { aNotice } from '../support/a-notice.ts';
import { noticeNamed } from './notices.ts';
import { someNotWatched } from './some-not-watched.ts';

const room = { perGroup: 10, total: 40, attached: true };

function rows(notWatched: typeof someNotWatched) {
  return noticeView(aNotice({ notWatched }), room).unwatched?.rows;
}

describe('what is not watched', () => {
  it('names the check by its worst stage, how many it concerns, and what it needs', () => {
    expect(rows({ checks: someNotWatched.checks.slice(0, 3), rules: [] })).toEqual([
      { what: 'Late delivery, now counted (412 orders)', needs: expect.stringMatching(/^TikTok gave no deadline/) },
      { what: 'Trace stalled for 72 hours (1 order)', needs: expect.stringMatching(/^TikTok shows no scan/) },
      { what: 'A key or authorization has expired (1 credential)', needs: expect.stringMatching(/^Write its day/) },
    ]);
  });

  it('does not count the shop itself', () => {
    expect(rows({ checks: someNotWatched.checks.slice(3), rules: [] })?.[0]?.what).toBe(
      'No fresh data for over two hours',
    );
  });

  it('names the rules without a check in one line for each need; an unknown one by its id', () => {
    const rules = [{ needs: 'learned-lanes', rules: ['stale-predicted', 'brand-new-rule'] }] as const;
    expect(rows({ checks: [], rules })).toEqual([
      {
        what: 'Trace likely to stall; brand-new-rule',
        needs: 'Watched in no shop yet: it takes transit times learned from past parcels.',
      },
    ]);
  });

  it('is no section where there is nothing to say', () => {
    expect(noticeView(aNotice(), room)).not.toHaveProperty('unwatched');
    expect(noticeView(aNotice({ notWatched: { checks: [], rules: [] } }), room)).not.toHaveProperty('unwatched');
  });

  it.each(locales)('stands in every form of a first look in %s', (locale) => {
    const { title, because, coming } = messagesIn(locale).unwatched;
    const { html, text } = renderMail(noticeNamed('first-look', locale));
    const slack = JSON.stringify(renderSlack(noticeNamed('first-look', locale, 'slack')));
    for (const form of [html, text, slack]) {
      expect(form).toContain(title);
      expect(form).toContain(because['never-scanned']);
      expect(form).toContain(coming['learned-lanes']);
    }
  });
});
