import type { ConnectText } from './connect-text.ts';

const nothing = '尚未连接任何店铺。';
const again = '请从头重新打开该链接：链接自生成起 60 分钟内有效。';

export const zhConnect: ConnectText = {
  noState: {
    title: '此次授权不是从 Tidewatch 发起的',
    text: [
      `从应用商店安装应用时，返回的地址不带我们的标记，任何人都可能发来这样的地址。${nothing}`,
      '请让 Tidewatch 的维护人员为您生成链接：tidewatch shop connect',
    ],
  },
  refused: {
    title: '此链接无效',
    text: [
      `它不是我们生成的链接、属于另一个应用，或在传送中被截断。${nothing}`,
      '请完整打开 tidewatch shop connect 给出的链接，或索取新链接。',
    ],
  },
  expired: {
    title: '此链接已过期',
    text: [`连接店铺的链接 60 分钟内有效。${nothing}`, '请生成新链接：tidewatch shop connect'],
  },
  busy: {
    title: '请稍候',
    text: ['同一授权结果正在处理中，可能是在另一个窗口。请一分钟后刷新本页。'],
  },
  noCode: {
    title: '缺少 TikTok 的答复',
    text: [`地址中既没有同意，也没有拒绝的结果。${nothing}`, again],
  },
  declined: {
    title: '授权被拒绝',
    text: [`TikTok 表示未授予访问权限。${nothing}`, '如系误操作，请索取新链接：tidewatch shop connect'],
  },
  trouble(trouble) {
    switch (trouble.is) {
      case 'code-expired':
        return { title: 'TikTok 的授权码已过期', text: [`同意授权后给出的授权码 30 分钟内有效。${nothing}`, again] };
      case 'code-used':
        return { title: 'TikTok 的授权码已被使用', text: [`同意授权后给出的授权码只能使用一次。${nothing}`, again] };
      case 'app-refused':
        return {
          title: 'TikTok 不接受该应用',
          text: [
            `应用的 key 或 secret 可能有误，或应用已被停用。${nothing}`,
            '请 Tidewatch 的维护人员在 Partner Center 核对，并用 tidewatch app add 重新录入，然后再次打开该链接。',
          ],
        };
      case 'scopes-missing':
        return {
          title: '应用的权限不足',
          text: [
            `应用缺少以下权限：${trouble.scopes.join('、')}。${nothing}`,
            '请 Tidewatch 的维护人员在 Partner Center 为应用添加权限，然后再次打开链接并重新同意授权。',
          ],
        };
      case 'no-shops':
        return {
          title: '没有可监控的店铺',
          text: ['您已同意授权，但 TikTok 未列出该账号的任何店铺。请重新打开链接，用店铺所有者的账号登录。'],
        };
      case 'not-a-seller':
        return { title: '这不是卖家账号', text: [`达人和服务商账号没有可监控的订单。${nothing}`, again] };
      case 'unreachable':
        return { title: 'TikTok 没有响应', text: ['没有丢失任何内容：请一分钟后刷新本页。'] };
    }
  },
  connected: (count) =>
    count === 0
      ? { title: '尚未监控任何店铺', text: ['您已同意授权，但以下店铺均无法接入：'] }
      : {
          title: `已连接 ${count} 家店铺`,
          text: ['已开始首次查看未完成的订单。已经逾期的情况会汇总成一条通知，之后有新情况即时通知。'],
        },
  replayed: '此链接之前已被使用，这次没有做任何更改。',
  shop: {
    new: '即日起监控',
    renewed: '已重新授权，设置保持不变',
    'no-recipient': '未监控：没有指定接收人（--recipient）',
  },
  unfit: (fields) => `未监控：TikTok 的数据不符合要求（${fields}）`,
};
