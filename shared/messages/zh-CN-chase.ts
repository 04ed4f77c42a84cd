import type { ChaseText } from './remedy-texts.ts';

const questions = [
  '停滞期间是否有过扫描但没有回传？如有，请补发缺失的轨迹及时间。',
  '包裹现在在哪里？',
  '因何滞留，何时继续运输？',
] as const;

export const zhChase: ChaseText = {
  subject: (carrier, n) => `${carrier}：${n} 个包裹没有新轨迹，请协助查件`,
  title: (carrier, n) => `${carrier}：${n} 个包裹没有新轨迹`,
  asks: (shop) => `${shop} 有包裹由贵司承运，已多日没有新的扫描记录，烦请查询。`,
  answer: '请直接回复本邮件，店铺运营人员会收到。',
  questionsHeading: '请逐个包裹告知',
  questions,
  noContact: (carrier, n) => `店铺没有登记 ${carrier} 的联系邮箱，因此发给您：请向其查询 ${n} 个包裹。`,
  stepsHeading: '处理步骤',
  steps: (carrier) => [
    `把下面的内容和附件表格发给 ${carrier} 的客户经理；没有客户经理的，拨打客服热线，报运单号查询。`,
    '请对方给出答复日期，到期再查一次。',
    '把对方邮箱写入店铺配置的 “carriers”：以后这类邮件会自动发给对方，回复直接到您的邮箱。',
  ],
  letterHeading: '发给物流商的内容，可直接粘贴（中文）',
  letter: (shop, lines, more) =>
    [
      '您好：',
      '',
      `我们是 ${shop}。以下包裹已多日没有新的扫描记录，请逐个告知：`,
      ...questions.map((question) => `- ${question}`),
      '',
      ...lines.map(
        ({ number, lastScan, silence }, place) => `${place + 1}. ${number}；最后轨迹：${lastScan}；已停滞 ${silence}`,
      ),
      ...(more > 0 ? [`另有 ${more} 个包裹，见附件表格。`] : []),
      '',
      '谢谢。',
    ].join('\n'),
  parcels: '包裹',
  longest: (silence) => `停滞最久的已有 ${silence}。`,
  notShown: (n) => `另有 ${n} 个包裹，见附件表格。`,
  footer: (shop) => `由 Tidewatch 代 ${shop} 发送；该店铺用它监控 TikTok Shop 订单。`,
};
