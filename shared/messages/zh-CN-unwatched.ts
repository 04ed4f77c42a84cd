import type { UnwatchedText } from './unwatched-text.ts';

export const zhUnwatched: UnwatchedText = {
  title: '未监控的项目',
  intro: '以下项目不会有任何通知，请自行留意，或按说明补齐所需数据。',
  of: (headline, subjects) => `${headline}（${subjects}）`,
  between: '；',
  because: {
    'needs-approved-carriers': '请在店铺设置的 “approvedCarriers” 中列出允许使用的物流商。',
    'needs-attestations':
      'TikTok 数据里看不到：请在店铺设置的 “attests” 中声明该项，并登记结果（npx tidewatch import attestations FILE.csv）。',
    'needs-scores': '该指标只在卖家中心显示：请导入最新分数（npx tidewatch import scores FILE.csv）。',
    'needs-limit': '本店的规则包没有规定该指标的上限或下限：请在店铺设置的 “packs” 中加入有规定的规则包。',
    'needs-orders': '已统计且已到期的订单太少，算不出有意义的比率，订单足够后会自动开始。',
    'needs-second-source':
      '看不到物流商是否有更新：请接入第二轨迹来源（店铺设置中的 “secondOpinion”），或导入物流商轨迹（npx tidewatch import traces FILE.csv）。',
    'no-deadline-known': 'TikTok 没有给出时限，本店的规则包里也没有：请在店铺设置的 “packs” 中加入该市场的规则包。',
    'issue-date-missing': '请在店铺设置的 “issuedAt” 中写明签发日期。',
    'status-unrecognised': 'TikTok 返回了本版本不认识的订单状态：请到卖家中心查看。',
    'address-masked': 'TikTok 隐藏了收件地址，系统无法核对：请在交接前抽查打印好的面单。',
    'second-budget-spent':
      '第二轨迹来源今天不再接受新的包裹：请调高店铺设置中的 “dailyRegistrations”，或向该服务购买额度。',
    'never-scanned': 'TikTok 上没有任何轨迹，无法计算停滞时长：请向物流商索要首条扫描。',
  },
  coming: {
    'learned-lanes': '目前所有店铺都不支持，需要先从历史包裹中学习运输时长。',
  },
  rule: {
    'pickup-predicted-late': '预计揽收超时',
    'stale-predicted': '预计轨迹停滞',
    'delivery-predicted-late': '预计送达超时',
  },
};
