import type { StageText, Told } from './messages.ts';
import type { shopStageIds } from './stage-ids.ts';

const against = (told: Told) => `${told.share('rate')}，上限 ${told.share('limit')}`;
const room = (told: Told) => `距离 ${told.share('limit')} 上限还能再有 ${told.fact('left')} 单超时`;
const scored = (told: Told) => `${told.fact('score')} 分，要求不低于 ${told.fact('limit')} 分`;

/** Which exposure is at stake, where the policy pack says so. */
function atStake(told: Told): string {
  return told.fact('exposure') === '?' ? '' : `低于要求时搜索曝光减少 ${told.share('exposure')}。`;
}

const clocks: Readonly<Record<string, string>> = {
  'confirm-by': '确认时限',
  'pickup-by': '揽收时限',
  'deliver-by': '送达时限',
};

function apart(told: Told): string {
  const hours = told.fact('hours');
  return hours.startsWith('-') ? `早 ${hours.slice(1)} 小时` : `晚 ${hours} 小时`;
}

/** Carriers with the share of whole traces, and of how many. */
function worst(told: Told): string {
  const lanes = told.fact('worst');
  return lanes === '?' ? '' : `最差：${lanes}。`;
}

export const zhShopStages: Readonly<Record<(typeof shopStageIds)[number], StageText>> = {
  'confirm-rate-budget': {
    headline: '确认超时率接近上限',
    timing: room,
    what: (told) =>
      `近 ${told.fact('days')} 天的 ${told.fact('orders')} 个订单里有 ${told.fact('late')} 个确认超时` +
      `（${told.share('rate')}），另有 ${told.fact('open')} 个待确认：${room(told)}。`,
    next: '确认超时的订单再超过这个数，超时率就会越过上限，平台可能对店铺发出警告。',
    act: () => '先确认最早的待处理订单：在卖家中心或 ERP 里安排发货。',
  },
  'confirm-late-rate': {
    headline: '确认超时率超过上限',
    timing: against,
    what: (told) =>
      `近 ${told.fact('days')} 天的 ${told.fact('orders')} 个订单里有 ${told.fact('late')} 个确认超时：${against(told)}。`,
    next: '平台可能对店铺发出警告；每个超时订单要等当天移出统计窗口后才不再计入。',
    act: () => '今天确认完所有待处理订单，并查清超时订单的共同点：班次、仓库还是商品。',
  },
  'late-rate-budget': {
    headline: '送达超时率接近或超过上限',
    timing: room,
    what: (told) =>
      `已到期的 ${told.fact('orders')} 个订单（共 ${told.fact('days')} 天的订单）里有 ${told.fact('late')} 个送达超时：` +
      `${against(told)}，${room(told)}。`,
    next: '送达超时会拉低物流分；超过上限可能减少流量或记违规。',
    act: () => '催办接下来要到期的包裹；确定赶不上的，请买家申请延长收货。',
  },
  'kpi-one-week-miss': {
    headline: '发货时效一周未达标',
    timing: against,
    what: (told) =>
      `最近一个完整周的 ${told.fact('orders')} 个订单里有 ${told.fact('late')} 个发货超时：${against(told)}。`,
    next: '连续两周不达标，店铺可能被限制上新。',
    act: () => '今天把待揽收的包裹交出去，并和物流商定好下周的揽收安排。',
  },
  'kpi-two-week-miss': {
    headline: '发货时效连续两周未达标',
    timing: against,
    what: (told) =>
      `最近一周发货超时率 ${told.share('rate')}，前一周 ${told.share('rateBefore')}；上限 ${told.share('limit')}。`,
    next: '店铺可能被限制上新。',
    act: () => '今天就通知店铺负责人：停掉发不出货的促销，并增加揽收。',
  },
  'lts-forecast-below-75': {
    headline: '物流分可能跌破要求',
    timing: (told) => `我方估算 ${told.fact('low')} 至 ${told.fact('high')} 分`,
    what: (told) =>
      `最近导入的物流分为 ${scored(told)}。之后送达超时增多：按我方估算（非 TikTok 数据），` +
      `分数在 ${told.fact('low')} 到 ${told.fact('high')} 之间。${atStake(told)}`,
    next: '跌破要求后商品曝光会减少，直到分数恢复。',
    act: () => '先把已超时的包裹送达，超时对分数影响最大；新分数公布后请再次导入。',
  },
  'lts-below-75': {
    headline: '物流分低于要求',
    timing: scored,
    what: (told) => `最近导入的物流分为 ${scored(told)}。${atStake(told)}`,
    next: '分数恢复之前，商品曝光会持续减少。',
    act: () => '尽快送达超时包裹，补录缺失轨迹，新分数公布后再次导入。',
  },
  'trace-completeness-low': {
    headline: '轨迹完整度过低',
    timing: scored,
    what: (told) =>
      told.fact('origin') === 'imported'
        ? `导入的轨迹完整度为 ${scored(told)}。`
        : `按我方估算（非 TikTok 数据），${told.fact('traces')} 条轨迹里有 ${told.fact('whole')} 条没有超过 ${told.span('gap')}的中断，` +
          `约合 ${scored(told)}。${worst(told)}`,
    next: '完整度过低会拉低物流分，店铺获得的流量随之减少。',
    act: () => '查看哪家物流商的包裹经常停滞，补录缺失轨迹，并导入物流监控页的分数进行核对。',
  },
  'pickup-slow-lane': {
    headline: '揽收越来越慢',
    timing: (told) => `平均 ${told.span('mean')}`,
    what: (told) =>
      `最近一周 ${told.fact('pickups')} 个订单从确认到揽收平均 ${told.span('mean')}，前一周为 ` +
      `${told.span('meanBefore')}；一般为 ${told.span('usual')}。`,
    next: '继续下去，会有更多订单揽收超时。',
    act: () => '请物流商提早或增加揽收。',
  },
  'policy-drift': {
    headline: 'TikTok 的时限与本系统规则不一致',
    timing: apart,
    what: (told) =>
      `${clocks[told.fact('clock')] ?? told.fact('clock')}：TikTok 给出的时限比本系统规则${apart(told)}，` +
      `${told.fact('compared')} 个订单里有 ${told.fact('apart')} 个偏向同一侧。`,
    next: '带有平台时限的订单仍按平台时限判断；其他订单的时限可能算错。',
    act: () => '请对照 TikTok 现行规则检查店铺的规则包和市场设置，或通知维护人员。',
  },
  'order-sync-lag': {
    headline: '订单同步延迟',
    timing: (told) => `付款后最长 ${told.span('longest')}`,
    what: (told) =>
      `${told.fact('orders')} 个新订单里有 ${told.fact('late')} 个本该在更早的巡检中出现；最慢的在付款后 ` +
      `${told.span('longest')} 才出现。`,
    next: '这些订单被看到之前，确认时限已经过去了一部分。',
    act: () => '先确认这些订单；如再次发生，请检查应用的订单权限和 TikTok 服务状态。',
  },
  'monitor-heartbeat-missed': {
    headline: '监控曾经中断',
    timing: (told) => `中断 ${told.span('gap')}`,
    what: (told) => `有 ${told.span('gap')} 没有完成过对本店铺的巡检，现在已全部重新判断。`,
    next: '这段时间里可能有订单悄悄超时；目前仍超时的照常列出。',
    act: () => '先处理已超时的订单，并请技术人员查看监控的告警和定时任务。',
  },
};
