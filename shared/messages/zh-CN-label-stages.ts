import { late } from './zh-CN-timing.ts';
import type { StageText, Told } from './messages.ts';
import type { labelStageIds } from './stage-ids.ts';

/** By the fact `what` of the finding. */
function unfitAddress(told: Told): string {
  switch (told.fact('what')) {
    case 'postcode':
      return '邮编不符合目的国格式。';
    case 'both':
      return '地址含有中文等非拉丁文字，邮编也不符合目的国格式。';
    default:
      return '地址含有中文等非拉丁文字。';
  }
}

function open(told: Told): string {
  return `已持续 ${told.age}`;
}

function ordered(told: Told): string {
  return `下单已 ${told.age}`;
}

function confirmed(told: Told): string {
  return `确认已 ${told.age}`;
}

function noQrLabel(): string {
  return '还没有人登记外箱已贴 TikTok 官方二维码标签。';
}

const refused = '没贴标签的包裹可能被目的地分拣中心拒收，并产生滞留费。';

function stickQrLabel(n: number): string {
  return `给这 ${n} 个包裹贴好二维码标签（正面右下角，不小于 5 × 5 厘米），贴完登记。`;
}

export const zhLabelStages: Readonly<Record<(typeof labelStageIds)[number], StageText>> = {
  'label-not-platform': {
    headline: '面单不是平台或 ERP 出的',
    timing: open,
    what: () => '据登记，面单既不是 TikTok 后台出的，也不是 ERP 通过 API 出的。',
    next: '可能被判为虚假发货，签收了也照样算。',
    act: (n) => `作废这 ${n} 个订单的面单，在卖家中心或 ERP 重新打单换贴；已经交接的，联系物流商拦截。`,
  },
  'carrier-not-approved': {
    headline: '物流商不在允许名单内',
    timing: confirmed,
    what: (told) => `订单用的物流商是 ${told.fact('carrier')}，不在本店的允许名单内。`,
    next: '轨迹可能回传不到 TikTok，订单还可能被判为虚假发货。',
    act: (n) => `交接前给这 ${n} 个订单换物流商；确认可以用的，把它加进店铺设置的 “approvedCarriers”。`,
  },
  'address-not-latin': {
    headline: '地址或邮编不符合面单要求',
    timing: ordered,
    what: unfitAddress,
    next: '面单可能不被接收，包裹也可能因无法派送被退回。',
    act: (n) => `打单前联系这 ${n} 个订单的买家，要到英文地址和正确邮编并改好。`,
    over: '已更正，或包裹已交出',
  },
  'battery-flag-missing': {
    headline: '疑似带电，未申报',
    timing: ordered,
    what: () => '商品名称显示带电池，但商品没有标记为危险品。',
    next: '带电未申报的包裹可能被航司拒收，或清关失败。',
    act: (n) => `打单前给这 ${n} 个订单勾选“含电池”；确认不带电的，登记为 battery,none。`,
    over: '已更正，或包裹已交出',
  },
  'declared-name-mismatch': {
    headline: '申报品名与实物不符',
    timing: open,
    what: () => '据登记，报关品名与实际货物不一致。',
    next: '海关可能退件，店铺还可能被扣分。',
    act: (n) => `交接前更正这 ${n} 个订单的申报品名，改好后登记为相符。`,
    over: '已更正，或包裹已交出',
  },
  'eu-qr-label-open': {
    headline: '外箱二维码标签待登记',
    timing: confirmed,
    what: noQrLabel,
    next: refused,
    act: stickQrLabel,
  },
  'eu-qr-label-due-soon': {
    headline: '揽收在即，外箱二维码标签未登记',
    timing: confirmed,
    what: noQrLabel,
    next: refused,
    act: stickQrLabel,
  },
  'eu-qr-label-missing': {
    headline: '已交接，外箱二维码标签未登记',
    timing: (told) => `交接已 ${told.age}`,
    what: () => '包裹已经交出，没有人登记外箱已贴 TikTok 官方二维码标签。',
    next: refused,
    act: (n) => `向打包人员核实这 ${n} 个订单：已贴的补登记；没贴的，请物流商在出境前拦截。`,
  },
  'pick-start-slow': {
    headline: '确认后迟迟未拣货',
    timing: late,
    what: () => '订单已确认，还没有人登记开始拣货。',
    next: '这一项不罚款，但拖多久，留给揽收的时间就少多久。',
    act: (n) => `马上安排这 ${n} 个订单拣货；已经开始的，补登记开始时间。`,
  },
};
