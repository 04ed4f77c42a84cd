import type { SupplementText, TicketLine } from './supplement-text.ts';

function parcel(line: TicketLine, index: number): string {
  const ids = [`订单 ${line.order}`, ...(line.parcel ? [`包裹 ${line.parcel}`] : [])].join('，');
  const proof = line.proof === undefined ? '' : `；此后缺失：${line.proof}`;
  return `${index + 1}. ${ids}，${line.carrier} ${line.number}；最后轨迹：${line.lastScan}；已停滞 ${line.silence}${proof}`;
}

export const zhSupplement: SupplementText = {
  unknownCarrier: '未知物流商',
  subject: (carrier, n, isProven) =>
    `${isProven ? '物流轨迹补录申请' : '请先核对，再申请补录轨迹'}：${carrier}，${n} 个订单`,
  title: (carrier, n) => `${carrier}：${n} 个订单的轨迹停滞超过 72 小时`,
  why: '以下订单在 TikTok 上没有新的物流轨迹。继续停滞，买家可能可以申请退款。',
  notCompared: '目前只读取了 TikTok 自己的轨迹，还没有与第二来源比对，因此无法断定是包裹没动，还是轨迹没有回传。',
  compared:
    '已与物流商自己的轨迹比对：物流商有 TikTok 缺失的扫描。每个订单后列出其中第一条，时间已换算为 TikTok 的时间。',
  checkFirst: '先核对',
  steps: [
    '到物流商官网抽查两三个运单号。',
    '官网轨迹比 TikTok 新：说明回传有问题，按下面的内容提交工单，并附上能看清时间的截图。',
    '官网也没有新轨迹：TikTok 无从补录，请物流商查件。',
    '确认 ERP 或货代的 API 密钥没有过期，密钥过期的表现与此完全相同。',
  ],
  provenSteps: [
    '到物流商官网查询一两个运单号，截取能看清时间的截图。',
    '确认 ERP 或货代的 API 密钥没有过期；如已过期，先续期，轨迹可能自动补上。',
    '按下面的内容提交工单，并附上截图；同一订单此前已提交过没有证据的工单，就补充到那一张里。',
  ],
  proof: '首条缺失轨迹',
  category: '工单类目',
  documented: (market) => `TikTok 帮助页面（2024 年 7 月）为${market}市场列出的类目。`,
  notDocumented: (market) =>
    `TikTok 帮助页面（2024 年 7 月）为其他市场列出的类目；${market}市场未查到，请选最接近的一项。`,
  alternative: '也有文章写作',
  sevenDays: '停滞不满七天时，TikTok 可能回复属于正常情况；请补充截图后再次提交。',
  ticketText: '工单内容，可直接粘贴',
  ticketLanguage: '中文',
  ticket: (shop, lines, more) =>
    [
      '您好，TikTok Shop 客服：',
      '',
      '以下包裹在 TikTok Shop 的物流轨迹已超过 72 小时未更新，请核查物流商的轨迹回传，并补录缺失的轨迹节点。',
      '',
      `店铺：${shop}`,
      ...lines.map(parcel),
      ...(more > 0 ? [`另有 ${more} 个订单，见附件表格。`] : []),
      '',
      '物流商官网最新轨迹（见截图）：',
      '',
      '谢谢。',
    ].join('\n'),
  parcels: '本次申请的订单',
  silent: (silence) => `已停滞 ${silence}`,
  longest: (silence) => `停滞最久的已有 ${silence}。`,
  notShown: (n) => `另有 ${n} 个订单，见附件表格。`,
  noNumber: '无运单号',
  noScan: '无轨迹',
};
