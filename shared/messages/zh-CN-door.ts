import type { DoorText } from './door-text.ts';

const viaNames: Readonly<Record<string, string>> = {
  email: '邮件',
  slack: ' Slack ',
  'slack-app': ' Slack ',
  wecom: '企业微信',
  dingtalk: '钉钉',
  feishu: '飞书',
  remedy: '请求',
};

export const zhDoor: DoorText = {
  product: 'Tidewatch',
  ask: {
    acknowledge: {
      title: '由您来处理吗？',
      text: ['确认后不再重复提醒；一旦恶化或结束，会再次通知所有人。', '补救请求照常进行。'],
    },
    snooze: {
      title: '暂时不再提醒吗？',
      text: [
        '在此之前不再发送消息，也不再发起补救；到时仍未解决的会再次提醒。',
        '只暂缓单个订单时，期间若变为“严重”，仍会提醒。',
      ],
    },
    filed: {
      title: '已经提交工单了吗？',
      text: ['工单号会随该问题保存，并视为已有人处理。'],
    },
    extended: { title: '买家同意等待了吗？', text: ['之后按新的日期监控该订单。'] },
    'not-a-problem': {
      title: '这不是问题吗？',
      text: ['它会从列表和日报中移除，也不再发起补救；一旦恶化，会再次通知所有人。'],
    },
  },
  afterTicket: {
    shown: '若提交后 48 小时内 TikTok 没有新动态，会再次提醒。',
    answered: '之后不会再自动提醒，请在提交工单处留意回复。',
  },
  send: {
    acknowledge: '我来处理',
    snooze: '暂不提醒',
    filed: '工单已提交',
    extended: '买家同意等待',
    'not-a-problem': '不是问题',
  },
  choose: { title: '要做什么？', text: ['在下一页确认之前，不会有任何改动。'] },
  nothingYet: '目前尚未做任何改动。',
  by: '您的姓名（可不填）',
  byHint: '同事可以看到；不填则显示您所用消息的渠道。',
  scope: '对哪些暂不提醒？',
  scopes: {
    subject: (name) => `仅${name}`,
    carrier: (name) => `${name} 的所有包裹`,
    lane: (carrier, phase) => (phase === 'transit' ? `${carrier} 运输途中的包裹` : `${carrier} 待揽收的包裹`),
    shop: (name) => `店铺 ${name} 的全部内容`,
  },
  until: '到什么时候？',
  lengths: { '4h': '4 小时', '1d': '1 天', '3d': '3 天', '7d': '7 天' },
  ends: (length, at) => `${length}（到 ${at}）`,
  at: (zone) => `到以下时间（${zone}）`,
  date: (zone) => `最晚送达日期（${zone}）`,
  ticket: '工单号',
  ticketHint: '以卖家中心或物流商显示的为准。',
  reason: '为什么不是问题？',
  reasonHint: '给同事的简短说明，请勿填写买家信息。',
  wrong: {
    'stale-form': '页面打开时间过长，或提交的内容与页面不符。未做任何改动，请核对后重新提交。',
    'until-missing': '请选择时间。未做任何改动。',
    'until-past': '该时间已过，请选择更晚的时间。未做任何改动。',
    'snooze-too-long': '暂缓最长 7 天，请选择更早的时间。未做任何改动。',
    'date-too-late': '订单最多监控 60 天，请选择更早的日期。未做任何改动。',
    'ticket-missing': '请填写工单号（最多 60 个字符）。未做任何改动。',
    'reason-missing': '请填写原因（最多 200 个字符）。未做任何改动。',
    'name-unfit': '姓名过长，最多 60 个字符。未做任何改动。',
  },
  done: {
    acknowledge: () => ({ title: '已有人处理', text: ['恶化或结束时会再次提醒。'] }),
    snooze: (what, until) => ({ title: `暂不提醒，直到 ${until}`, text: [`${what}。`] }),
    filed: (ticket, next) => ({ title: `已记录工单 ${ticket}`, text: [next] }),
    extended: (until) => ({ title: `买家同意等到 ${until}`, text: [] }),
    notAProblem: (reason) => ({ title: '已记录：不是问题', text: [`“${reason}”`, '一旦恶化，会再次提醒。'] }),
  },
  byline: (by, at) => `${by}，${at}。`,
  via: (kind, name) => `收到${viaNames[kind] ?? kind}消息（${name}）的人`,
  earlier: '此前已有操作',
  replayed: '该链接此前已使用过，本次未做任何改动。',
  refused: {
    title: '链接无效',
    text: ['未做任何改动。', '请从消息中直接打开链接，邮件程序可能截断了地址；或等待下一条消息。'],
  },
  expired: {
    title: '链接已过期',
    text: ['未做任何改动。', '消息中的链接有效期为 14 天，请求中的为 30 天；较新的消息中有新的链接。'],
  },
  over: { title: '问题已结束', text: ['未做任何改动。', '该链接对应的问题已不再处于打开状态。'] },
  notFound: { title: '这里没有内容', text: ['未做任何改动。'] },
  wrongMethod: { title: '无法执行', text: ['未做任何改动。'] },
  tooLong: { title: '提交的内容过长', text: ['未做任何改动。', '请减少文字后重新提交。'] },
  failed: { title: '操作没有成功', text: ['请稍后再试；如果其实已经完成，页面会说明。'] },
  otherLanguage: 'English',
  close: '您可以关闭此页面。',
};
