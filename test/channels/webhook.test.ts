import { expect, it } from 'vitest';
import { noticeDocument } from '../../shared/channels/webhook/notice-body.ts';
import { NoticeDocument } from '../../shared/channels/webhook/notice-document.ts';
import { aNotice, aNoticeLine } from '../support/a-notice.ts';

it('names the orders that one finding explains, in plain text', () => {
  const rows = [{ order: '5782', parcel: '1153', carrier: 'Yanwen\r\n燕文', number: 'UJ5' }, { order: '5783' }];
  const line = aNoticeLine({ subject: { kind: 'incident', id: 'carrier/yanwen' }, folded: { count: 214, rows } });
  const document = noticeDocument(aNotice({ lines: [line] }));
  expect(NoticeDocument.parse(document)).toEqual(document);
  expect(document.findings[0]?.explains).toEqual({
    count: 214,
    orders: [{ order: '5782', parcel: '1153', carrier: 'Yanwen 燕文', trackingNumber: 'UJ5' }, { order: '5783' }],
  });
});

it('says of every deadline who says so', () => {
  const at = aNotice().now;
  const sources = [
    { kind: 'platform', field: 'rts_sla_time' },
    { kind: 'clause', pack: 'us', clause: 'pickup-by' },
    { kind: 'credential' },
    { kind: 'extension' },
  ] as const;
  const lines = sources.map((source) => aNoticeLine({ deadline: { at, source } }));
  expect(noticeDocument(aNotice({ lines })).findings.map(({ deadline }) => deadline?.source)).toEqual([
    'rts_sla_time',
    'us/pickup-by',
    'credential',
    'extension',
  ]);
});
