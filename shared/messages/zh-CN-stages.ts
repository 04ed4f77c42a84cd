import { zhCauseStages } from './zh-CN-cause-stages.ts';
import { zhLabelStages } from './zh-CN-label-stages.ts';
import { zhOrderStages } from './zh-CN-order-stages.ts';
import { zhShopStages } from './zh-CN-shop-stages.ts';
import { inTime, late, left, silent } from './zh-CN-timing.ts';
import type { Messages, StageText, Told } from './messages.ts';

/** What carriers usually do excuses nothing, but tells which parcels to look up last. */
function pauses(told: Told): string {
  const blind = told.fact('blindDays');
  const warehouse = `经中转仓的包裹揽收后最多 ${blind} 天没有公开轨迹属正常；平台时限照常计算。`;
  return `${blind === '?' ? '' : warehouse}${freeDays(told)}`;
}

function freeDays(told: Told): string {
  const days = told.fact('freeDays');
  return days === '?' ? '' : `其间有 ${days} 天是周末或节假日，物流商停扫属常见；平台时限照常计算。`;
}

function named(told: Told, then: string): string {
  return `${told.name}${told.owner ? `（负责人：${told.owner}）` : ''}${then}`;
}

function expiring(within: string, act: string): StageText {
  return {
    headline: `授权或密钥将在 ${within}内到期`,
    timing: left,
    what: (told) => named(told, '尚未续期。'),
    next: '到期后订单和物流轨迹会停止同步，所有包裹看起来都像轨迹停滞。',
    act: () => act,
  };
}

export const zhStages: Messages['stages'] = {
  'confirm-due-soon': {
    headline: '即将超过确认时限',
    timing: left,
    what: (told) => `尚未安排发货。${inTime(told)}`,
    next: '到时仍未确认，订单可能被自动取消并影响店铺分。',
    act: (n) => `请在卖家中心或 ERP 里为这 ${n} 个订单安排发货，安排发货即视为确认。`,
  },
  'confirm-overdue': {
    headline: '超时未确认',
    timing: late,
    what: () => '仍未安排发货。',
    next: '订单随时可能被自动取消，取消会计入卖家责任。',
    act: (n) => `立即为这 ${n} 个订单安排发货；确实发不了的，先主动和买家说明。`,
  },
  'pickup-due-soon': {
    headline: '揽收即将超时',
    timing: left,
    what: (told) => `物流商还没有揽收扫描。${inTime(told)}`,
    next: '到时仍无揽收扫描，将计为迟发货。',
    act: (n) => `今天把这 ${n} 个订单交给物流商，并要求收货时当场扫描。`,
  },
  'pickup-overdue': {
    headline: '超时未揽收',
    timing: late,
    what: () => '至今没有揽收扫描。',
    next: '已计为迟发货；长时间未揽收的订单可能被自动取消。',
    act: (n) => `先问物流商这 ${n} 个订单是否漏扫；还没交接的，今天务必交出去。`,
  },
  'trace-gap-48': {
    headline: '物流轨迹 48 小时未更新',
    timing: silent,
    what: (told) => `TikTok 上没有新的轨迹。${pauses(told)}`,
    next: '继续停滞下去，包裹可能被判为物流异常，买家可以申请退款。',
    act: (n) => `到物流商官网核对这 ${n} 个包裹的轨迹；周末停一两天属于正常情况。`,
  },
  'tracking-stale': {
    headline: '物流轨迹停滞超过 72 小时',
    timing: silent,
    what: (told) => `TikTok 上没有新的轨迹。${pauses(told)}`,
    next: '包裹可能被判为物流异常，买家可以申请退款。',
    act: (n) => `到物流商官网核对这 ${n} 个包裹；官网有新轨迹而 TikTok 没有的，提交物流轨迹补录申请。`,
  },
  'delivery-due-soon': {
    headline: '即将超过承诺送达时间',
    timing: left,
    what: () => '尚未妥投。',
    next: '超过承诺时间才妥投的订单，可能计入履约超时率。',
    act: (n) => `请物流商优先派送这 ${n} 个包裹；确定赶不上的，请买家申请延长收货。`,
  },
  'delivery-overdue': {
    headline: '已超过承诺送达时间',
    timing: late,
    what: () => '仍未妥投。',
    next: '很快可能计入履约超时率，买家主动申请延长的除外。',
    act: (n) => `今天催物流商派送这 ${n} 个包裹，或请买家申请延长收货。`,
  },
  'delivery-late-counted': {
    headline: '超时妥投，已计入考核',
    timing: late,
    what: () => '仍未妥投，超时已久，足以计入考核。',
    next: '可能已计入履约超时率，拉低物流分。',
    act: (n) => `催物流商尽快妥投这 ${n} 个包裹，并保留交接单和扫描记录以备申诉。`,
  },
  'credential-expiring-30': expiring('30 天', '和负责人约定续期日期。'),
  'credential-expiring-14': expiring('14 天', '请在本周内完成续期。'),
  'credential-expiring-7': expiring('7 天', '请立即续期，再拖几天相关数据就会中断。'),
  'credential-expiring-1': expiring('1 天', '今天必须续期，先做这件事。'),
  'token-refresh-failing': {
    headline: 'TikTok 拒绝刷新访问令牌',
    timing: (told) => `已被拒绝 ${told.age}`,
    what: (told) => named(told, '刷新失败。'),
    next: '现有令牌用完后，订单和轨迹将全部无法读取。',
    act: () => '重新连接店铺（npx tidewatch shop connect），并确认应用未被停用。',
  },
  'credential-expired': {
    headline: '授权或密钥已过期',
    timing: (told) => `已过期 ${told.late}`,
    what: (told) => named(told, '已经过期。'),
    next: '依赖它的数据已中断：新订单和新轨迹进不来，各项时限无法判断。',
    act: () => '立即续期或重新授权；下一次巡检会自动补齐数据。',
  },
  'authorization-withdrawn': {
    headline: '卖家已取消授权',
    timing: (told) => `已被拒绝 ${told.age}`,
    what: (told) =>
      `TikTok 通知卖家已取消授权，并拒绝所有请求。本店的监控就此结束；已存数据保留到 ${told.time('leavesAt')}，届时全部删除。`,
    next: '本店不再巡检，也不再发送通知。',
    act: () =>
      '要恢复监控，请重新连接店铺：npx tidewatch shop connect；只想保留数据，请运行 npx tidewatch shop resume 加店铺 ID。',
    over: '已重新获得 TikTok 授权',
  },
  'channel-closed': {
    headline: '通知渠道拒收消息',
    timing: (told) => `已持续 ${told.age}`,
    what: (told) => `渠道 ${told.name} 拒收所有消息${told.because ? `（${told.because}）` : ''}。`,
    next: '只看这个渠道的人收不到任何临期提醒。',
    act: () => '修复该渠道或保存新的地址，再运行 npm run redrive 补发搁置的通知。',
    over: '渠道已恢复使用',
  },
  'feed-refused': {
    headline: 'TikTok 数据未拉取完整',
    timing: (told) => `已 ${told.lag ?? told.age} 未读全`,
    what: (told) => `本次巡检没能读完全部变更${told.because ? `（${told.because}）` : ''}。`,
    next: '数据到齐之前，依赖新数据的时限暂不判断，不会误报，也不会误关。',
    act: () => '暂时不用处理，一小时内会自动重试；若持续出现，请检查应用和店铺授权。',
  },
  'traces-refused': {
    headline: 'TikTok 不返回物流轨迹',
    timing: (told) => `已 ${told.age} 未读到轨迹`,
    what: () => '订单数据正常，但物流轨迹的查询全部被拒绝或失败。',
    next: '恢复之前无法判断包裹是否停滞，不会误报，也不会误关。',
    act: () => '请确认应用已开通物流权限（seller.logistics），并且店铺已授权该权限。',
  },
  'feed-silent': {
    headline: '超过两小时没有新数据',
    timing: (told) => (told.lag ? `数据滞后 ${told.lag}` : `监控中断 ${told.age}`),
    what: (told) => `一直没能从 TikTok 读到新数据${told.because ? `（${told.because}）` : ''}。`,
    next: '监控处于失明状态：数据恢复之前，订单超时也无法发现。',
    act: () => '检查应用授权和 TikTok 服务状态，期间紧急订单请直接在卖家中心盯。',
  },
  ...zhOrderStages,
  ...zhLabelStages,
  ...zhShopStages,
  ...zhCauseStages,
};
