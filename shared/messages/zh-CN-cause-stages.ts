import { late, silent } from './zh-CN-timing.ts';
import type { StageText, Told } from './messages.ts';
import type { causeStageIds } from './stage-ids.ts';

const places: Readonly<Record<string, string>> = {
  origin: '始发地',
  'export-customs': '出口海关',
  'line-haul': '干线运输途中',
  'import-customs': '进口海关',
  destination: '目的国境内',
  'last-mile': '末端派送环节',
};

/** By the fact `reason` of the finding. */
function unreadable(told: Told): string {
  switch (told.fact('reason')) {
    case 'no-number':
      return '订单没有可供查询的运单号。';
    case 'not-followed':
      return '第二轨迹来源不支持该物流商，还没有人核对过物流商自己的轨迹。';
    case 'not-found':
      return 'TikTok 显示已揽收，但第二轨迹来源查不到该运单号。';
    case 'other-parcel':
      return '第二轨迹来源在该运单号下显示的，像是另一个包裹。';
    case 'nothing-in-common':
      return '第二轨迹来源与 TikTok 的轨迹没有一条相同，可能不是同一个包裹。';
    default:
      return '第二轨迹来源有更新，但从文字看不出发生了什么。';
  }
}

/** How far the carrier's times had to be moved to fit TikTok's; said because zones are often left out. */
function shift(told: Told): string {
  const minutes = Number(told.fact('shiftMinutes'));
  if (!Number.isFinite(minutes)) return '';
  return `（按物流商时间比 TikTok ${minutes < 0 ? '快' : '慢'} ${Math.abs(minutes / 60)} 小时推算）`;
}

const nodes: Readonly<Record<string, string>> = {
  'departed-origin-country': '离开始发国',
  'arrived-destination-country': '到达目的国',
  'import-customs-cleared': '完成清关',
  'handed-to-last-mile': '交给末端派送',
  'out-for-delivery': '开始派送',
};

/** How fresh that is. */
function looked(told: Told): string {
  const hours = told.fact('lookHours');
  return hours === '?' ? '' : `轨迹每 ${hours} 小时查看一次，之后可能已有变化。`;
}

const troubles: Readonly<Record<string, string>> = {
  'delivery-attempt-failed': '派送未成功',
  'exception-other': '物流商报告途中异常',
  'exception-address': '地址或收件人有误',
  'exception-lost-damaged': '丢失、破损或销毁',
  'returned-to-sender': '退回发件人',
};

/** Said where more than this one are affected. */
function alike(told: Told): string {
  const count = Number(told.fact('alike'));
  return count > 1 ? `该物流商的 ${told.fact('among')} 个包裹中有 ${count} 个情况相同。` : '';
}

const causes: Readonly<Record<string, string>> = {
  'carrier-check-needed': '无法与物流商轨迹核对',
  'not-picked-up': '物流商也没有扫描',
  'carrier-stalled': '物流商自身也没有更新',
  'api-sync-failure': '物流商有更新而 TikTok 没有显示',
};

function at(told: Told): string {
  const known = places[told.fact('place')];
  return known === undefined ? '' : `（${known}）`;
}

export const zhCauseStages: Readonly<Record<(typeof causeStageIds)[number], StageText>> = {
  'carrier-check-needed': {
    headline: '轨迹停滞，需人工核对',
    changed: '原因有变',
    timing: silent,
    what: unreadable,
    next: '平台可能判为物流异常，买家可申请退款。',
    act: (n) =>
      `到物流商官网查询这 ${n} 个包裹，并导入查到的轨迹（npx tidewatch import traces FILE.csv）；清单见附件。`,
  },
  'not-picked-up': {
    headline: '未揽收：物流商也没有扫描',
    changed: '原因有变',
    timing: late,
    what: () => '面单已生成，但 TikTok 和物流商都没有任何扫描。',
    next: '会计为迟发货，TikTok 可能取消订单。',
    act: (n) => `在仓库或交接单上找到这 ${n} 个包裹：还在的立即交出，其余的向物流商查是否漏扫。`,
  },
  'carrier-stalled': {
    headline: '物流商自身停滞',
    changed: '原因有变',
    timing: silent,
    what: (told) => `物流商也没有比 TikTok 更新的轨迹，包裹停在${places[told.fact('place')] ?? '途中'}。`,
    next: '平台可能判为物流异常，买家可申请退款；此时申请补轨迹没有凭据。',
    act: (n) => `要求物流商查找这 ${n} 个包裹，并书面说明原因。`,
  },
  'api-sync-failure': {
    headline: '物流商有更新，TikTok 没有显示',
    changed: '原因有变',
    timing: silent,
    what: (told) =>
      `物流商在 ${told.ago('missingAt')}前已有扫描（“${told.fact('missing')}”），TikTok 至今没有这条轨迹${shift(told)}。${alike(told)}`,
    next: 'TikTok 只看自己的轨迹：包裹虽在途中，仍可能被判为物流异常，买家可申请退款。',
    act: (n) => `以物流商轨迹为凭据，为这 ${n} 个包裹提交补轨迹申请。`,
  },
  'milestone-missing': {
    headline: '轨迹缺少关键节点',
    timing: (told) => `已超过预期 ${told.age}`,
    what: (told) => `轨迹没有显示包裹${nodes[told.fact('node')] ?? '继续前进'}，也没有之后的任何节点。${looked(told)}`,
    next: '轨迹不完整会拉低轨迹完整率，进而影响物流评分。',
    act: (n) => `向物流商询问这 ${n} 个包裹的位置，并要求把缺失的扫描回传给 TikTok。`,
  },
  'customs-hold': {
    headline: '海关扣留',
    timing: (told) => `已 ${told.age}`,
    what: (told) => `最新轨迹显示包裹被海关扣留${at(told)}。${looked(told)}`,
    next: '迟迟不答复，包裹会被退回或销毁；送达时限照常计算。',
    act: (n) => `向物流商问清海关对这 ${n} 个包裹的要求：一般是发票、品名说明或补缴税款。`,
  },
  'delivery-trouble': {
    headline: '派送遇到问题',
    timing: (told) => `已 ${told.age}`,
    what: (told) => `最新轨迹显示：${troubles[told.fact('milestone')] ?? '途中受阻'}。${looked(told)}`,
    next: '物流商通常会再次派送；一直无人签收就会退回。',
    act: (n) => `告知这 ${n} 个订单的买家下次派送时间或自提地点。`,
  },
  'delivery-exception': {
    headline: '无法派送、退回、丢失或破损',
    timing: (told) => `已 ${told.age}`,
    what: (told) => `最新轨迹显示：${troubles[told.fact('milestone')] ?? '无法派送'}。${looked(told)}`,
    next: '包裹不会正常送达：订单计为异常，买家可申请退款。',
    act: (n) => `立即联系物流商处理这 ${n} 个包裹：更正地址、截停退件或申请赔付。`,
  },
  'last-mile-unfollowed': {
    headline: '交给末端物流商后没有扫描',
    timing: silent,
    what: () => '包裹已交给当地末端物流商，之后没有任何扫描。',
    next: '轨迹往往在尾程单号下继续更新，而没有人跟踪。',
    act: (n) => `用尾程单号到当地物流商官网查询这 ${n} 个包裹。`,
  },
  'many-parcels-one-cause': {
    headline: '多个包裹，同一原因',
    changed: '范围扩大',
    timing: (told) => `已持续 ${told.age}`,
    what: (told) =>
      `${told.fact('carrier')} 的 ${told.fact('parcels')} 个包裹中有 ${told.fact('members')} 个轨迹停滞${at(told)}，${causes[told.fact('cause')] ?? '原因不明'}（平时 ${told.share('usual')}）。`,
    next: '每个包裹各自的时限照常计算；结束之前合并通知。',
    act: () => '与物流商一次处理：一张工单，附上清单。',
  },
  'parcels-dark': {
    headline: '密钥过期导致包裹轨迹中断',
    timing: (told) => `已过期 ${told.late}`,
    what: (told) =>
      `${told.name}${told.owner ? `（负责人：${told.owner}）` : ''}过期后，已有 ${told.fact('parcels')} 个包裹没有轨迹更新。`,
    next: '物流商可能仍在运送，但 TikTok 会把它们判为物流异常。',
    act: () => '先续期密钥，其他事情往后放；续期后仍停滞的包裹会合并通知一次。',
  },
  'credential-refused': {
    headline: '密钥被拒绝',
    timing: (told) => `已持续 ${told.age}`,
    what: (told) => `${told.name}被服务方拒绝。`,
    next: '停滞的包裹无法再与物流商自己的轨迹核对。',
    act: () => '检查店铺设置中的密钥；如已更换或作废，请更新。',
  },
  'second-source-silent': {
    headline: '第二轨迹来源没有响应',
    timing: (told) => `已持续 ${told.age}`,
    what: () => '对本店第二轨迹来源的查询全部失败。',
    next: '停滞原因保持最近一次的判断；各项时限照常监控。',
    act: () => '如为临时故障，无需处理；否则请查看服务方的状态页。',
  },
};
