import { forbiddenQuestion } from '../../../domain/interaction-form/forbidden-question';
import { PlanInteractionCampaign } from '../../../domain/interaction-form/interaction-campaign.schema';
import {
  addCounts,
  askedByCode,
  cleanAnswers,
  concerns,
  filePathOf,
  filesOf,
  isOpen,
  lastAnswers,
  recount,
  refusedAnswers,
  refusedWindow,
  wordsOf,
} from '../../../domain/interaction-form/interaction-form.rules';
import {
  type Question,
  ReviseInteractionForm,
} from '../../../domain/interaction-form/interaction-form.schema';
import { FORM_PRESETS } from '../../../domain/interaction-form/presets';

const ask = (key: string, kind: Question['kind'], labels: string[] = [], isRequired = false) => ({
  ...{ key, kind, label: key, isRequired },
  options: labels.map((label, index) => ({ key: `o${index + 1}`, label })),
});

describe('what a form must not ask', () => {
  test.each([
    ['父亲的职业', '职业'],
    ['妈妈在哪里工作', '职业'],
    ['家长 工 作 单 位', '职业'],
    ['家庭年收入', '收入'],
    ['家里的经济状况', '收入'],
    ['孩子是否单亲', '单亲'],
    ['父母是否离异', '单亲'],
    ['孩子与父亲还是母亲同住：与父亲居住', '单亲'],
    ['学生姓名', '已经知道'],
    ['孩子的班级', '已经知道'],
    ['您的职业', '职业'],
    ['您的职业是什么', '职业'],
    ['您从事什么工作', '职业'],
    ['您在哪里上班', '职业'],
    ['爸爸做什么的', '职业'],
    ['妈妈是干什么工作的', '职业'],
    ['家庭条件如何', '收入'],
    ['父母是否在一起', '单亲'],
    ['爸爸妈妈现在还在一起吗', '单亲'],
    ['孩子与谁一起生活', '单亲'],
    ['孩子是否和父母一起生活', '单亲'],
    ['家长电话', '已经知道'],
    ['学号', '已经知道'],
    ['孩子姓名和班级', '已经知道'],
    ['请填写学生姓名、学号', '已经知道'],
  ])('“%s” is refused with the reason', (label, reason) => {
    expect(forbiddenQuestion(label)).toContain(reason);
  });

  test.each([
    '孩子长大想做什么工作',
    '最近在家，孩子让您高兴的一件事',
    '平时几点能陪孩子',
    '和同学相处得怎么样',
    '写作业时坐得住吗',
    '班级里最让您放心的地方',
    '您对家长学校工作的意见',
    '对家长委员会工作的建议',
    '您对学校和家长沟通工作的建议',
    '家长对班主任工作的评价',
    '孩子和父母一起生活中最开心的一件事',
    '孩子和父母在一起的时间',
    '您工作日晚上几点能陪孩子',
    '您上班前能陪孩子吃早饭吗',
    '您做什么的时候孩子最高兴',
    '孩子的职业理想',
    '孩子在家给谁打电话',
    '家长会上想听什么',
  ])('“%s” may be asked', (label) => {
    expect(forbiddenQuestion(label)).toBeNull();
  });

  test('every preset may be stored as it is, and asks for strengths first', () => {
    for (const [formId, form] of Object.entries(FORM_PRESETS)) {
      const input = { formId, rev: 0, writeId: 'w'.repeat(20), ...form };
      expect(ReviseInteractionForm.safeParse(input).error?.issues ?? []).toEqual([]);
      expect(form.questions[0]?.key).toBe('bright');
    }
  });
});

test('the title under which a form is sent out asks nothing forbidden either', () => {
  const campaign = {
    ...{ campaignId: 'c'.repeat(20), writeId: 'w'.repeat(20), formId: 'mentorGuardian' },
    ...{ target: { kind: 'school' }, opensOn: '2026-10-20', closesOn: '2026-10-30' },
  };
  const issues = (title: string) =>
    PlanInteractionCampaign.safeParse({ ...campaign, title }).error?.issues ?? [];
  expect(issues('家长职业调查')[0]).toMatchObject({ path: ['title'] });
  expect(issues('家长职业调查')[0]?.message).toContain('不能收集家长的职业');
  expect(issues('十月家长互动表')).toEqual([]);
});

describe('when and for whom a form is open', () => {
  const window = { opensOn: '2026-10-20', closesOn: '2026-10-30', closedAt: null };

  test('from its first day to its last, and not after it was closed', () => {
    expect(isOpen(window, '2026-10-19')).toBe(false);
    expect(isOpen(window, '2026-10-20')).toBe(true);
    expect(isOpen(window, '2026-10-30')).toBe(true);
    expect(isOpen(window, '2026-10-31')).toBe(false);
    expect(isOpen({ ...window, closedAt: new Date() }, '2026-10-25')).toBe(false);
  });

  test('a last day that is over, before the first, or too far away is refused', () => {
    expect(refusedWindow('2026-10-20', '2026-10-19', '2026-10-01')).toMatch('在开始之前');
    expect(refusedWindow('2026-10-01', '2026-10-19', '2026-10-20')).toMatch('已经过去');
    expect(refusedWindow('2026-10-20', '2027-10-19', '2026-10-20')).toMatch('最多 120 天');
    expect(refusedWindow('2026-10-20', '2026-10-20', '2026-10-20')).toBeNull();
  });

  test('it concerns the students of its classes, or those it names', () => {
    const student = { _id: 's1', classId: 'c1' };
    const to = (fields: object) => ({
      ...{ target: 'class' as const, classIds: ['c1'], studentIds: [] },
      ...fields,
    });
    expect(concerns(to({}), student)).toBe(true);
    expect(concerns(to({ classIds: ['c2'] }), student)).toBe(false);
    expect(concerns(to({ target: 'school', classIds: [] }), student)).toBe(true);
    expect(concerns(to({ target: 'mentees', studentIds: ['s1'] }), student)).toBe(true);
    expect(concerns(to({ target: 'mentees', studentIds: [] }), student)).toBe(false);
  });
});

describe('answers', () => {
  const questions = [
    ask('mood', 'scale', ['低', '中', '高'], true),
    ask('help', 'multiple', ['一', '二']),
    ask('words', 'text'),
    ask('day', 'date'),
    ask('photo', 'photo'),
  ];
  const refused = (answers: Record<string, string[]>) =>
    refusedAnswers(questions, answers, 'c1~s1');

  test('what must be answered is, and the rest may stay empty', () => {
    expect(refused({})).toEqual({ mood: '请填写“mood”。' });
    expect(refused({ mood: ['o3'] })).toEqual({});
  });

  test('only options that are offered, each once, and one where one is asked', () => {
    expect(refused({ mood: ['o9'] })).toHaveProperty('mood');
    expect(refused({ mood: ['o1', 'o2'] })).toEqual({ mood: '“mood”最多 1 个。' });
    expect(refused({ mood: ['o1'], help: ['o1', 'o1'] })).toHaveProperty('help');
    expect(refused({ mood: ['o1'], help: ['o1', 'o2'] })).toEqual({});
  });

  test('a photo lies under its own record, and a day is a day', () => {
    const own = `cloud://env.x/${filePathOf('c1~s1', 'A'.repeat(20))}`;
    const foreign = `cloud://env.x/${filePathOf('c1~s2', 'A'.repeat(20))}`;
    expect(refused({ mood: ['o1'], photo: [own] })).toEqual({});
    expect(refused({ mood: ['o1'], photo: [foreign] })).toHaveProperty('photo');
    expect(refused({ mood: ['o1'], day: ['明天'] })).toHaveProperty('day');
  });

  test('all words together have a limit', () => {
    const many = [ask('words', 'text')];
    expect(refusedAnswers(many, { words: ['字'.repeat(5_001)] }, 'r')).toHaveProperty('words');
  });

  test('what was not asked, and what says nothing, is left out', () => {
    expect(cleanAnswers(questions, { mood: ['o1'], words: [''], other: ['x'] })).toEqual({
      mood: ['o1'],
    });
  });

  test('last time’s answers are offered where they still fit; photos are not', () => {
    const last = { mood: ['o9'], help: ['o1'], words: ['好'], photo: ['cloud://x'] };
    expect(lastAnswers(questions, last)).toEqual({ help: ['o1'], words: ['好'] });
  });
});

describe('counting', () => {
  const questions = [ask('mood', 'single', ['低', '高']), ask('words', 'text')];

  test('an answer that takes the place of another moves one count', () => {
    const first = recount(questions, {}, null, { mood: ['o1'] });
    expect(first).toEqual({ mood: { o1: 1, o2: 0 } });
    expect(recount(questions, first, { mood: ['o1'] }, { mood: ['o2'] })).toEqual({
      mood: { o1: 0, o2: 1 },
    });
  });

  test('the classes of a school add up', () => {
    const classes = [
      { counts: { mood: { o1: 2, o2: 0 } } },
      { counts: { mood: { o1: 1, o2: 4 } } },
    ];
    expect(addCounts(questions, classes).mood).toEqual({ o1: 3, o2: 4 });
  });
});

describe('a signature', () => {
  const sign = [ask('sign', 'signature', [], true)];
  const drawn = `cloud://env.bucket/${filePathOf('c~s', 'a'.repeat(20))}`;

  test('is a drawing of this form, or a name that was typed', () => {
    expect(refusedAnswers(sign, { sign: [drawn] }, 'c~s')).toEqual({});
    expect(refusedAnswers(sign, { sign: ['赵建国'] }, 'c~s')).toEqual({});
    expect(refusedAnswers(sign, { sign: [drawn] }, 'c~other').sign).toContain('没有传好');
    expect(refusedAnswers(sign, { sign: ['长'.repeat(21)] }, 'c~s').sign).toContain('最多 20 个字');
    expect(refusedAnswers(sign, {}, 'c~s').sign).toBe('请填写“sign”。');
  });

  test('that was typed is checked as words are; one that was drawn is opened as pictures are', () => {
    expect(wordsOf(sign, { sign: ['赵建国'] })).toBe('赵建国');
    expect(wordsOf(sign, { sign: [drawn] })).toBe('');
    expect(filesOf(sign, { sign: [drawn] })).toEqual([drawn]);
    expect(filesOf(sign, { sign: ['赵建国'] })).toEqual([]);
  });

  test('is given afresh each time', () => {
    expect(lastAnswers(sign, { sign: ['赵建国'] })).toEqual({});
  });
});

test('with a code nobody is asked for pictures: the phone may be anybody’s', () => {
  const asked = [ask('face', 'photo'), ask('mood', 'text'), ask('sign', 'signature')];
  expect(askedByCode(asked).map(({ key }) => key)).toEqual(['mood', 'sign']);
});
