import { isCodeValid, signedBy } from '../../../domain/class-code';
import {
  isPrincipalsToo,
  recipientOf,
  sayCard,
  speaksOfDanger,
} from '../../../domain/heart-to-heart-card/heart-to-heart-card.rules';
import { SubmitHeartToHeartCard } from '../../../domain/heart-to-heart-card/heart-to-heart-card.schema';
import { CODE_ALPHABET } from '../../../domain/short-code';

const now = new Date('2026-10-29T10:00:00+08:00');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

describe('words of danger', () => {
  test.each([
    '我真的不想活了',
    '我 不.想-活 了',
    '晚上想 死。',
    'ZiSha',
    '爸爸喝了酒就打我',
    '放学有人堵我要钱',
    '他说要把我的照片发出去，还摸我',
    '我在手上划自己',
    // harm to oneself, in the plainest words
    '我想从楼上跳下来',
    '有时候站在桥上就想跳',
    '我想消失',
    '真想从这个世界上消失',
    '我好想离开这个世界',
    '活着真没意思',
    '活着有什么意义',
    '我撑不下去了',
    '活够了',
    '想吃药自尽',
    '我会割手',
    '我拿刀划手臂',
    // harm by others
    '他打了我',
    '他打了我一分钟电话',
    '妈妈用皮带抽我',
    '爸爸把我打了一顿',
    '我被同学殴打',
    '天天被他们打',
    '老师体罚我',
    '他摸了我的身体',
    '有人让我脱衣服',
    '他偷拍我洗澡',
  ])('are heard in “%s”', (text) => expect(speaksOfDanger('', text)).toBe(true));

  test.each([
    '作业太多，笑死我的是还要背书',
    '想换个座位',
    '考不好怕妈妈生气',
    '',
    '我跳绳总是不及格',
    '想在楼下跳绳',
    '跳绳比赛下周开始',
    '跳远总跳不好，下午还要考',
    '我想和他们一起打篮球',
    '打电话给妈妈太少了',
    '被老师打断了发言',
    '手工课没带材料',
    '计划手工作品不知道怎么做',
    '班会活动没意思',
    '生活费不够了',
    '想离开这个座位',
  ])('are not heard in “%s”', (text) => expect(speaksOfDanger(text)).toBe(false));
});

describe('where a card goes (S4-257)', () => {
  const homeroomTeacherId = 'homeroom';
  test('to the mentor of who signed', () => {
    const student = { mentorId: 'mentor' };
    expect(recipientOf({ isUrgent: false, student, homeroomTeacherId })).toBe('mentor');
  });
  test('to the homeroom teacher without a name, or without a mentor', () => {
    expect(recipientOf({ isUrgent: false, student: null, homeroomTeacherId })).toBe('homeroom');
    const student = { mentorId: null };
    expect(recipientOf({ isUrgent: false, student, homeroomTeacherId })).toBe('homeroom');
  });
  test('to nobody of the class when it speaks of danger, or when nobody would get it', () => {
    const student = { mentorId: 'mentor' };
    expect(recipientOf({ isUrgent: true, student, homeroomTeacherId })).toBeNull();
    expect(recipientOf({ isUrgent: false, student: null, homeroomTeacherId: '' })).toBeNull();
  });
});

describe('a signature', () => {
  const roster = [
    { name: '赵清越', status: 'enrolled' as const },
    { name: '王宇', status: 'enrolled' as const },
    { name: '王宇', status: 'enrolled' as const },
    { name: '沈南乔', status: 'left' as const },
  ];
  test('is the one student of exactly that name, whatever the blanks', () => {
    expect(signedBy(' 赵 清越 ', roster)).toBe(roster[0]);
  });
  test.each(['', '赵', '王宇', '沈南乔', '没有这个人'])('“%s” is nobody’s', (name) => {
    expect(signedBy(name, roster)).toBeNull();
  });
});

describe('a code', () => {
  test('lets in until it expires or is ended', () => {
    const code = { expiresAt: hoursAgo(-1), endedAt: null };
    expect(isCodeValid(code, now)).toBe(true);
    expect(isCodeValid({ ...code, expiresAt: hoursAgo(0) }, now)).toBe(false);
    expect(isCodeValid({ ...code, endedAt: hoursAgo(1) }, now)).toBe(false);
    expect(isCodeValid(null, now)).toBe(false);
  });
  test('has no letters that are mistaken for one another', () => {
    expect(CODE_ALPHABET).not.toMatch(/[ILO01]/);
  });
  test('may be typed in small letters and with blanks', () => {
    const card = { writeId: 'w'.repeat(20), hard: '听不清', help: '', name: '' };
    expect(SubmitHeartToHeartCard.parse({ ...card, code: 'km7p 2xqa' }).code).toBe('KM7P2XQA');
    expect(SubmitHeartToHeartCard.safeParse({ ...card, code: 'km7p' }).success).toBe(false);
  });
});

test('an urgent card that nobody opens for two hours is the principal’s too, from then on', () => {
  const card = (openedAt: Date | null, createdAt: Date) =>
    isPrincipalsToo({ isPrincipalsFirst: false, openedAt, createdAt }, now);
  expect(card(null, hoursAgo(1.9))).toBe(false);
  expect(card(null, hoursAgo(2))).toBe(true);
  expect(card(hoursAgo(8.5), hoursAgo(9))).toBe(false);
  expect(card(hoursAgo(1), hoursAgo(9))).toBe(true);
});

test('an urgent card of a school without a counsellor is the principal’s at once', () => {
  const card = { isPrincipalsFirst: true, openedAt: null, createdAt: now };
  expect(isPrincipalsToo(card, now)).toBe(true);
});

test('a card says what was asked for and whether it was signed', () => {
  expect(sayCard({ hard: '听不清', help: '', name: '' })).toBe('听不清\n\n没有署名');
  expect(sayCard({ hard: '听不清', help: '换座位', name: '赵清越' })).toBe(
    '听不清\n\n希望得到的帮助：换座位\n\n署名：赵清越',
  );
});
