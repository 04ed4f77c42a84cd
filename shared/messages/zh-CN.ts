import type { Instant } from '../domain/time.ts';
import type { DeadlineSource, Severity, SubjectKind } from '../domain/verdict.ts';
import { isSameDay, marketTime, wallTime } from './moment.ts';
import type { Viewpoint, WallTime } from './moment.ts';
import type { Messages, RuleTold } from './messages.ts';
import { spanOf } from './span.ts';
import { zhConnect } from './zh-CN-connect.ts';
import { zhDoor } from './zh-CN-door.ts';
import { zhReport } from './zh-CN-report.ts';
import { zhStages } from './zh-CN-stages.ts';
import { zhChase } from './zh-CN-chase.ts';
import { zhCorrection } from './zh-CN-correction.ts';
import { zhAppeal } from './zh-CN-appeal.ts';
import { zhEvidence } from './zh-CN-evidence.ts';
import { zhRenewal } from './zh-CN-renewal.ts';
import { zhSupplement } from './zh-CN-supplement.ts';
import { zhUnwatched } from './zh-CN-unwatched.ts';

function some(entries: readonly (readonly [string, number])[], between: string): string {
  return entries.flatMap(([word, count]) => (count > 0 ? [`${word} ${count}`] : [])).join(between);
}

const subjects: Record<SubjectKind, string> = {
  order: '个订单',
  credential: '项授权或密钥',
  shop: '家店铺',
  incident: '起事件',
};
const severities = { warning: '预警', breach: '异常', critical: '严重' } satisfies Record<Severity, string>;

function severitiesOf(live: Readonly<Record<Severity, number>>): string {
  const order = ['critical', 'breach', 'warning'] as const;
  return some(
    order.map((severity) => [severities[severity], live[severity]] as const),
    '，',
  );
}

/** People say the city whose clock it is; China's is Beijing whatever the zone is called. */
function zoneName(zone: string, at: Instant): string {
  if (zone === 'Asia/Shanghai') return '北京时间';
  if (zone === 'UTC') return 'UTC';
  const parts = new Intl.DateTimeFormat('zh-CN', { timeZone: zone, timeZoneName: 'shortGeneric' }).formatToParts(at);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}

function dated(time: WallTime, year: boolean): string {
  return `${year ? `${time.year}年` : ''}${time.month}月${time.day}日（${time.weekday}）${time.hour}:${time.minute}`;
}

function moment(at: Instant, from: Viewpoint): string {
  const here = wallTime(at, from.zone, 'zh-CN');
  const there = marketTime(at, from, 'zh-CN');
  const year = here.year !== wallTime(from.now, from.zone, 'zh-CN').year;
  const text = `${zoneName(from.zone, at)} ${dated(here, year)}`;
  if (!there) return text;
  const theirs = isSameDay(here, there) ? `${there.hour}:${there.minute}` : dated(there, false);
  return `${text}，${zoneName(there.zone, at)} ${theirs}`;
}

const trust = {
  tiktok: '平台规则，本系统推算',
  press: '据行业媒体，非平台官方口径',
  unverified: '非平台官方口径',
} as const satisfies Record<RuleTold['trust'], string>;

function validity({ from, to }: RuleTold): string {
  if (from === undefined && to === undefined) return '未注明日期';
  return [from && `${day(from)} 起`, to && `${day(to)} 前`].filter(Boolean).join('、') + '有效';
}

function day(date: string): string {
  return date.replace('T', ' ');
}

function source(of: DeadlineSource, rule?: RuleTold): string {
  switch (of.kind) {
    case 'platform':
      return `TikTok 平台字段 ${of.field}`;
    case 'clause':
      return [
        `规则包“${of.pack}”条款 ${of.clause}`,
        ...(rule ? [`来源：${rule.source}`, validity(rule)] : []),
        trust[rule?.trust ?? 'unverified'],
      ].join('，');
    case 'credential':
      return '授权或密钥自身的有效期';
    case 'extension':
      return '买家同意的延期（由店铺人员登记）';
  }
}

export const zhCN = {
  colon: '：',
  gap: '',
  stages: zhStages,
  retiredStage: (check, stage) => ({
    headline: `${check}：${stage}`,
    timing: (told) => `已超时 ${told.late}`,
    what: () => '该检查项已下线。',
    next: '今后不再判断此项。',
    act: () => '请在卖家中心查看该订单。',
  }),
  severity: severities,
  comesAndGoes: { word: '反复出现', note: '该问题多次在一天之内再次出现；恶化时，或连续一天不再出现时，会再通知。' },
  transition: { opened: '新增', escalated: '升级', reminded: '仍未处理', resolved: '已解决', reopened: '再次出现' },
  resolvedBecause: {
    'condition-cleared': '问题已解除',
    'order-closed': '订单已送达、完成或取消',
    abandoned: '超出监控期限，不再判断',
    'check-retired': '已不再监控此项',
  },
  remedy: {
    'supplement-tracking': '物流轨迹补录申请已写好，发往运营邮箱',
    'chase-carrier': '查件邮件已发给物流商；没有其邮箱的，已发往运营邮箱',
    'renew-credential': '续期步骤已发往运营邮箱',
    'correct-number': '待更正的运单号已发往运营邮箱',
    'appeal-pack': '申诉所需材料清单已发往运营邮箱',
  },
  otherRemedy: '已发起处理',
  credential: {
    'access-token': 'TikTok Shop 访问令牌',
    authorization: 'TikTok Shop 店铺授权',
    'second-source-key': '第二轨迹来源的密钥',
  },
  subjects: (kind, count) => `${count} ${subjects[kind]}`,
  duration: (length) => {
    const { days, hours, minutes } = spanOf(length);
    if (days > 0) return hours > 0 ? `${days} 天 ${hours} 小时` : `${days} 天`;
    if (hours > 0) return minutes > 0 ? `${hours} 小时 ${minutes} 分钟` : `${hours} 小时`;
    return minutes > 0 ? `${minutes} 分钟` : '不到 1 分钟';
  },
  moment,
  shortMoment: (at, from) => {
    const time = wallTime(at, from.zone, 'zh-CN');
    if (isSameDay(time, wallTime(from.now, from.zone, 'zh-CN'))) return `${time.hour}:${time.minute}`;
    return `${time.month}月${time.day}日 ${time.hour}:${time.minute}`;
  },
  source,
  notice: {
    kind: { 'first-look': '首次巡检', sweep: '最新变化', backfill: '历史补扫报告' },
    title: (live) => severitiesOf(live),
    flood: (n) => `一次性 ${n} 项变化`,
    allSolved: (n) => `已解决 ${n} 个，没有新问题`,
    quiet: '一切正常，未发现问题',
    openNow: (live) => `本店当前未解决：${severitiesOf(live)}。`,
    nextShort: (at) => `最近时限 ${at}`,
    actNow: '请立即处理',
    nextLine: '最近的时限',
    remaining: (left) => `剩余 ${left}`,
    allCrossed: '下列时限均已超过。',
    doFirst: '先做这件事',
    why: '为什么收到这条消息',
    because: (kind, counts, { since, unattended }) => {
      if (kind === 'first-look')
        return '本店已开始监控。以下是首次巡检发现的全部问题，只通知这一次，之后有变化才会通知。';
      if (kind === 'backfill') return '按您的要求补扫了历史订单，以下是其中发现的问题。';
      const changes = some(
        [
          ['新增', counts.opened],
          ['升级', counts.escalated],
          ['再次出现', counts.reopened],
          ['仍未处理', counts.reminded],
          ['已解决', counts.resolved],
        ],
        '，',
      );
      const from = since === undefined ? '与上次巡检相比' : `暂停发送期间（${since} 以来）`;
      const who = unattended === undefined ? '' : `超过 ${unattended}无人处理的问题会通知您。`;
      return `${from}：${changes || '没有变化'}。${who}`;
    },
    ifNobodyActs: '不处理的后果',
    whatToDo: '怎么做',
    solved: '已解决',
    order: '订单',
    parcel: '包裹',
    carrier: '物流商',
    deadline: '时限',
    ahead: (left) => `还有 ${left}`,
    ago: (late) => `已过 ${late}`,
    lastCall: '按本店作息的最后处理时间',
    rule: '规则',
    since: '开始于',
    lastScan: '最后一条轨迹',
    underWay: '处理中',
    foldedOrders: '涉及订单',
    folded: (count, named) => `${named.join('、')}${count > named.length ? ` 等共 ${count} 个，见附表` : ''}`,
    openOrder: '在卖家中心打开',
    acknowledge: '我来处理',
    handle: '暂缓或回复',
    worth: (sum, atLeast) => `涉及订单金额${atLeast ? '至少 ' : ' '}${sum}`,
    risk: {
      label: '风险金额',
      of: (sum) => `风险 ${sum}`,
      all: (risk, worth, atLeast) =>
        `风险金额${atLeast ? '至少 ' : ' '}${risk}${worth === undefined ? '' : `，涉及订单金额 ${worth}`}`,
      fine: (sum) => `每单罚款 ${sum}`,
      whole: '订单全额，按订单被取消或退款计算',
      share: (share) => `订单金额的 ${share}，按同类订单被判物流异常、可能退款的比例计算`,
      by: (pack, clause) => `（规则包“${pack}”条款 ${clause}）`,
      note: '风险金额按规则中的处罚推算，不代表 TikTok 官方口径。',
    },
    moreOfKind: (n, attached) => `同类还有 ${n} 条，${attached ? '见附件表格' : '请到卖家中心查看'}。`,
    andMore: (n) => `还有 ${n} 条，请到卖家中心查看。`,
    notListed: (n) => `另有 ${n} 个问题未能列入本消息，请到卖家中心查看。`,
    quarantined: (n) => `${n} 个订单的数据无法解析，沿用上一次的判断结果。`,
    snoozed: (n) => `另有 ${n} 个未结问题已暂缓提醒。`,
    inhibited: (n, causes) => `${n} 个问题因根因未解决暂不通知${causes.length > 0 ? `：${causes.join('；')}` : ''}。`,
    attached: (n) => `全部 ${n} 条明细见附件表格（CSV）。`,
    clauseNote: '来自规则包的时限是您自选的监控规则，不代表 TikTok 官方口径。',
    footer: '由 Tidewatch 发送，持续监控您的 TikTok Shop 订单时效。',
  },
  table: {
    order: '订单号',
    parcel: '包裹号',
    carrier: '物流商',
    number: '运单号',
    finding: '问题',
    severity: '级别',
    change: '变化',
    timing: '时效',
    since: (zone) => `开始时间（${zone}）`,
    deadline: (zone) => `时限（${zone}）`,
    lastCall: (zone) => `最后处理时间（${zone}）`,
    source: '时限来源',
    lastScanAt: (zone) => `最后轨迹时间（${zone}）`,
    lastScan: '最后一条轨迹',
    silence: '停滞时长',
    next: '不处理的后果',
    amount: '金额',
    currency: '币种',
    risk: '风险金额',
    riskCurrency: '风险币种',
    assumption: '计算假设',
    remedy: '处理中',
    link: '卖家中心链接',
  },
  unwatched: zhUnwatched,
  supplement: zhSupplement,
  chase: zhChase,
  renewal: zhRenewal,
  correction: zhCorrection,
  evidence: zhEvidence,
  appeal: zhAppeal,
  report: zhReport,
  door: zhDoor,
  connect: zhConnect,
} satisfies Messages;
