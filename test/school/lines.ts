import {
  LEDGER_FIELD_NAMES,
  type LedgerFields,
} from '../../domain/class-ledger/class-ledger.schema';
import type { Random } from './random';

/**
 * What teachers write, in invented sentences: strengths first, facts instead of labels. A sentence
 * has an opening and an ending that are drawn apart, so that classes do not read alike.
 */
type Phrases = readonly (readonly [openings: readonly string[], endings: readonly string[]])[];

const PHRASES: Record<keyof LedgerFields, Phrases> = {
  strengths: [
    [
      ['值日时总把讲台擦到最后，', '小组里常主动记录，', '同桌请假时会替对方收好卷子，'],
      ['不用人提醒。', '做事有始有终。', '同学都愿意与之搭档。'],
    ],
    [
      ['课堂上敢提不同想法，', '遇到难题肯反复试，', '别人讲错时会先想一想再开口，'],
      ['说得出理由。', '错了也不急。', '同学跟着学会了多问一句。'],
    ],
    [
      ['朗读有感情，', '字写得端正，', '画图又快又准，', '体操动作标准，'],
      ['可以做大家的榜样。', '本学期进步看得见。', '值得多给机会展示。'],
    ],
  ],
  weaknesses: [
    [
      ['数学计算常漏一步，', '几何证明跳步，', '应用题单位常忘写，'],
      ['当面演算一遍就能改过来。', '请小组长订正时多看一眼。', '建议每天留一道题讲给同桌听。'],
    ],
    [
      ['课间容易着急，', '周一上午精神不足，', '长题目读到一半会停下，'],
      ['提前说好先做哪一步会好很多。', '可以一起定个小计划。', '需要老师走近看一眼。'],
    ],
    [
      ['发言声音偏轻，', '不太主动提问，', '小组讨论时常让给别人先说，'],
      ['先从两个人的小组里说起。', '请各科老师多等几秒。', '课前约好一个问题会更有把握。'],
    ],
  ],
  personality: [
    [
      [
        '安静，熟了以后话多，',
        '开朗，喜欢逗大家笑，',
        '细心，想好了再动手，',
        '直率，说话不绕弯，',
      ],
      ['对朋友很真诚。', '受了委屈不说，要多问一句。', '听得进建议。'],
    ],
  ],
  interests: [
    [
      [
        '喜欢羽毛球，',
        '爱看科普书，',
        '会拉二胡，',
        '喜欢做手工模型，',
        '喜欢养花，',
        '喜欢下象棋，',
      ],
      ['说起来眼睛发亮。', '可以请到班会上讲一讲。', '已经坚持了两年。', '愿意教同学。'],
    ],
  ],
  study: [
    [
      ['语文阅读稳步向前，', '英语单词每天自己记十个，', '几何部分学得扎实，', '实验做得仔细，'],
      ['笔记有自己的标记。', '错题能讲给别人听。', '下一步练审题。', '习惯已经养成。'],
    ],
  ],
  thinking: [
    [
      ['近来在想怎样当好小组长，', '希望和同桌一起进步，', '想参加校运会的接力，'],
      ['谈过一次，愿意试。', '已经鼓励过。', '约好两周后再聊。'],
    ],
    [
      ['在意老师的评价，', '对升学有些担心，', '刚换了同桌，还在适应，'],
      ['多说看得见的进步会安心些。', '愿意和老师聊。', '导师约了下周面谈。'],
    ],
  ],
};

const sentence = (random: Random, phrases: Phrases): string => {
  const [openings, endings] = random.pick(phrases);
  return random.pick(openings) + random.pick(endings);
};

/** A written line: strengths and study always, each other part as often as `fullness` says. */
export function drawFields(random: Random, fullness: number): LedgerFields {
  const isGiven = (name: keyof LedgerFields) =>
    name === 'strengths' || name === 'study' || random.chance(fullness);
  return Object.fromEntries(
    LEDGER_FIELD_NAMES.map((name) => [name, isGiven(name) ? sentence(random, PHRASES[name]) : '']),
  ) as LedgerFields;
}

const CONTRIBUTIONS: Phrases = [
  [
    ['这两周课上举手多了，', '作业订正得很认真，', '谈心时说想把字练好，', '小组实验里负责记录，'],
    ['请继续鼓励。', '值得表扬。', '当面夸过一次。', '也告诉了家里。'],
  ],
];

export const drawContribution = (random: Random): string => sentence(random, CONTRIBUTIONS);

/** Sealed: tests search every other answer for these words. */
export const SEALED_MARK = '家中近况';
const FAMILY: Phrases = [
  [
    [`${SEALED_MARK}：父母在外地工作，平时由祖辈照顾，`, `${SEALED_MARK}：家里刚添了弟弟，`],
    ['联系请在晚上七点以后。', '孩子需要多一点陪伴。'],
  ],
  [
    [`${SEALED_MARK}：父亲近期住院，`, `${SEALED_MARK}：正在搬家，路程变远，`],
    ['作业可以缓一天。', '请各科老师体谅。', '有事先找班主任。'],
  ],
];

export const drawFamilyNote = (random: Random): string => sentence(random, FAMILY);

const ANALYSES: Phrases = [
  [
    ['全班学风踏实，早读投入，', '班级气氛和睦，小组合作渐渐成形，', '多数同学能按时完成任务，'],
    [
      '男生课间爱打球，女生喜欢读书；数学分层明显，需要小组互助。',
      '任课教师反映课堂专注度比上学期好，下午第一节仍需提神。',
      '新学期有几名同学适应较慢，已安排同伴陪伴。',
    ],
  ],
];
const GOALS: Phrases = [
  [
    ['每名同学每周至少被看见一次，', '把早读和课前准备做成习惯，', '每组都能自己开好一次小组会，'],
    ['学期末人人有一项看得见的进步。', '让不爱说话的同学也有展示的机会。', '家校联系从报喜开始。'],
  ],
];

export const drawAnalysis = (random: Random): string => sentence(random, ANALYSES);
export const drawGoal = (random: Random): string => sentence(random, GOALS);

const SAID: Phrases = [
  [
    ['说这两周作业写得快了，', '说同桌讲题讲得清楚，', '说晚上睡得早了些，', '说想报名校运会，'],
    ['只是英语还常记混。', '自己也觉得踏实。', '想再试一试。', '希望老师多提醒。'],
  ],
];
const AGREED: Phrases = [
  [
    ['每天先做数学，', '把错题讲给同桌听，', '早读前把单词过一遍，', '周三大课间来办公室坐坐，'],
    ['两周后一起看。', '做到了就打一个勾。', '有困难随时来说。'],
  ],
];

export const drawSaid = (random: Random): string => sentence(random, SAID);
export const drawAgreed = (random: Random): string => sentence(random, AGREED);
