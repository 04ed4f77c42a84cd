import { inTime, late, left, silent } from './zh-CN-timing.ts';
import type { StageText, Told } from './messages.ts';
import type { orderStageIds } from './stage-ids.ts';

const oneChange = '每个订单只能改一次';

/** By the facts `remedy` and `ticket`. */
function asked(told: Told): string {
  const ticket = told.fact('ticket');
  if (ticket !== '?') return `工单 ${ticket} 提交`;
  return told.fact('remedy') === 'correct-number' ? '运单号更正发起' : '向物流商催查';
}

/** By the fact `reason` of the finding. */
function abnormal(told: Told): string {
  const number = told.fact('number');
  switch (told.fact('reason')) {
    case 'scan-before-order':
      return `首条轨迹比下单时间早一天以上，运单号${number === '?' ? '' : ` ${number} `}可能是别的包裹的。`;
    case 'no-number':
      return '订单已标记发货，但 TikTok 上没有运单号。';
    default:
      return `“${number}”不是有效的运单号。`;
  }
}

export const zhOrderStages: Readonly<Record<(typeof orderStageIds)[number], StageText>> = {
  'first-feedback-overdue': {
    headline: '发货后迟迟无首条轨迹',
    timing: late,
    what: () => '订单已标记发货，物流商还没有回传首条轨迹。',
    next: '一直没有揽收扫描，订单会计为迟发货；拖得越久，漏扫越难举证。',
    act: (n) => `先问物流商是否已收到这 ${n} 个订单但漏扫；还没交接的，今天交出去。`,
  },
  'sea-cutoff-soon': {
    headline: '揽收截止时间将到',
    timing: left,
    what: (told) => `物流商还没有揽收扫描。${inTime(told)}`,
    next: '截止时间前没有揽收的订单，会计入迟发货率。',
    act: (n) => `立即把这 ${n} 个订单交给物流商，并要求收货时当场扫描。`,
  },
  'sea-cutoff-passed': {
    headline: '已过揽收截止时间',
    timing: late,
    what: () => '已过揽收截止时间，仍没有揽收扫描。',
    next: '订单会计入迟发货率，再拖下去可能被 TikTok 取消。',
    act: (n) => `下一班揽收就把这 ${n} 个订单交出去；货已在物流商手里的，要求补扫。`,
  },
  'fast-dispatch-soon': {
    headline: '快速发货可能不达标',
    timing: left,
    what: (told) => (told.isPast ? '未在时限内扫描，已不算快速发货。' : '物流商还没有揽收扫描。'),
    next: '超过时限才扫描的订单不算快速发货，会拉低快速发货率。',
    act: (n) => `把这 ${n} 个订单送到自寄点，并当场完成扫描。`,
  },
  'auto-cancel-ship-soon': {
    headline: '未发货，将被 TikTok 自动取消',
    timing: left,
    what: (told) => (told.isPast ? '已过发货截止时间，仍未安排发货。' : `尚未安排发货。${inTime(told)}`),
    next: 'TikTok 会自动取消订单：这一单白丢，还可能计为卖家责任取消。',
    act: (n) => `马上在卖家中心或 ERP 里为这 ${n} 个订单安排发货，先做这件事。`,
  },
  'auto-cancel-collect-soon': {
    headline: '未揽收，将被 TikTok 自动取消',
    timing: left,
    what: (told) => (told.isPast ? '已过揽收截止时间，仍没有揽收扫描。' : `物流商还没有揽收扫描。${inTime(told)}`),
    next: 'TikTok 会自动取消订单：这一单白丢，已经寄出的包裹还要追回。',
    act: (n) => `今天把这 ${n} 个订单交给物流商并逐件扫描；货已在物流商手里的，要求补扫。`,
  },
  'auto-cancel-deliver-soon': {
    headline: '未妥投，将被 TikTok 自动取消',
    timing: left,
    what: (told) => (told.isPast ? '已过妥投截止时间，仍未妥投。' : '尚未妥投。'),
    next: 'TikTok 会自动取消订单并退款给买家，包裹之后送到也收不回货款。',
    act: (n) => `打电话给物流商，要求今天派送这 ${n} 个包裹；已丢件的，向物流商索赔。`,
  },
  'number-edit-window': {
    headline: '最后一天可修改运单号',
    timing: left,
    what: () => '订单已标记发货，但运单号至今没有任何扫描。',
    next: '过了时限，运单号和物流商都不能再改，填错的运单号将一直查不到轨迹。',
    act: (n) => `到物流商官网核对这 ${n} 个订单的运单号；查不到的，在卖家中心更正（${oneChange}）。`,
    over: '已有扫描，或修改时限已过',
  },
  'tracking-id-abnormal': {
    headline: '运单号异常',
    timing: (told) => `已异常 ${told.age}`,
    what: abnormal,
    next: 'TikTok 可能把订单标记为无有效物流轨迹，拉低有效追踪率。',
    act: (n) => `拿面单核对这 ${n} 个订单的运单号和物流商，有误的在卖家中心更正（${oneChange}）。`,
  },
  'tracking-supplement-pending': {
    headline: '已申请补录，仍无新轨迹',
    timing: silent,
    what: () => '申请物流轨迹补录已超过 48 小时，TikTok 上仍没有新的轨迹。',
    next: '包裹可能被判为物流异常，买家可以申请退款。',
    act: (n) => `查这 ${n} 个包裹的补录工单：没提交的立即提交；已提交的，补上物流商官网的最新轨迹并催办。`,
  },
  'remedy-overdue': {
    headline: '补救已发起两天，仍无效果',
    timing: (told) => `超期 ${told.age}`,
    what: (told) => `${asked(told)}已超过 48 小时，TikTok 上没有任何新动态。`,
    next: '不会自行解决，订单的时限仍在计算。',
    act: (n) => `再次催办这 ${n} 个订单，最好打电话；已提交的工单请跟进或关闭。`,
  },
  'remedy-failed': {
    headline: '补救没有执行成功',
    timing: (told) => `${told.age}前答复`,
    what: (told) => `已请求您的系统执行补救（${told.fact('remedy')}），系统答复执行失败。`,
    next: '不会自动请求其他人，订单的时限仍在计算。',
    act: (n) => `请在该系统中查明失败原因，或对这 ${n} 个订单手动处理。`,
  },
  'claim-eligible': {
    headline: 'TikTok Shipping 疑似丢件，可申请赔付',
    timing: silent,
    what: () => '包裹由 TikTok Shipping 承运，停滞时间已达到丢件标准。',
    next: '不申请就没有赔付；据称 TikTok Shipping 每件最高赔 100 美元。',
    act: (n) => `在卖家中心为这 ${n} 个包裹提交赔付申请，附上最后一条轨迹和货值证明。`,
  },
  'cancel-request-due': {
    headline: '买家申请取消订单',
    // Without a line nobody knows how much time is left.
    timing: (told) => (told.isPast ? `买家申请于 ${told.age}前` : `剩余 ${told.left}答复`),
    what: (told) => `买家在 ${told.age}前申请取消，尚未答复。`,
    next: '一直不答复，申请可能自动通过，订单取消并退款。',
    act: (n) => `先暂停发出这 ${n} 个订单，再到卖家中心同意或拒绝取消申请。`,
  },
};
