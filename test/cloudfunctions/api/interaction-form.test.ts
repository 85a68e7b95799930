import type { Audit } from '../../../cloudfunctions/kernel/audit';
import type { Member } from '../../../domain/access/roles';
import { addDays } from '../../../domain/calendar/day';
import type {
  InteractionProgress,
  InteractionRecord,
} from '../../../domain/interaction-form/interaction-record.schema';
import { recordIdOf } from '../../../domain/interaction-form/interaction-record.schema';
import { FORM_PRESETS } from '../../../domain/interaction-form/presets';
import type { TimelineItem } from '../../../domain/timeline/timeline.schema';
import { REVIEW_WORD, RISKY_WORD } from '../../../local-cloud/openapi/msg-sec-check';
import { CAST, CAST_TODAY, CLASSES, SCHOOL_ID, STUDENTS, studentIdOf } from '../../school/cast';
import { campaignIdOf } from '../../school/interaction-forms';
import { startCloud, type TestCloud } from '../harness/cloud';
import { filled, form, schoolPart, sending } from './interaction-writes';
import { newWriteId, refusal } from './writes';

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
  // A second guardian of 赵清越.
  world.cloud.database.insertMany('members', [
    {
      _id: 'oQingHe-mother',
      name: '赵清越的妈妈',
      postings: [{ schoolId: SCHOOL_ID, role: 'guardian', studentIds: [STUDENTS.firstChild._id] }],
    },
  ]);
});
afterAll(() => world.stop());

const FORM = campaignIdOf(SCHOOL_ID, 'guardians');
const CHILD = STUDENTS.firstChild._id;
const FATHER = CAST.guardianOfTwo;
const MOTHER = { openid: 'oQingHe-mother' };
const classId = CLASSES.seven3;

interface View {
  rev: number;
  answers: Record<string, string[]>;
  waits: boolean;
  isHidden: boolean;
  mayRelease: boolean;
}
interface Opened {
  record: View | null;
  schoolPart: { strengths: string } | null;
  last: { answers: Record<string, string[]> } | null;
  may: { answer: boolean };
}

const open = (person: { openid: string }, studentId = CHILD, campaignId = FORM) =>
  world.call<Opened>(person, 'interactionRecord.byId', { campaignId, studentId });
const submit = (person: { openid: string }, input: object) =>
  world.call<View>(person, 'interactionRecord.submit', input);
const progressOf = () =>
  world
    .stored<InteractionProgress>('interactionProgress')
    .find((one) => one.campaignId === FORM && one.classId === classId);

describe('a guardian fills in a form (S4-260)', () => {
  test('sees the school’s part first, and what was answered last time', async () => {
    const { schoolPart: part, last, record, may } = await open(FATHER);
    expect(part?.strengths).not.toBe('');
    expect(Object.keys(last?.answers ?? {})).toEqual(expect.arrayContaining(['mood', 'homework']));
    expect(record).toBeNull();
    expect(may.answer).toBe(true);
  });

  test('answers once; it is counted, stands in the file, and is audited with the grant', async () => {
    const before = progressOf();
    const input = filled(FORM, CHILD, 0, { bright: ['自己整理书包'] });
    const [first, again] = await Promise.all([submit(FATHER, input), submit(FATHER, input)]);
    expect([first.rev, again.rev]).toEqual([1, 1]);
    const after = progressOf();
    expect(after?.answered).toBe((before?.answered ?? 0) + 1);
    expect(after?.counts.mood?.o3).toBe((before?.counts.mood?.o3 ?? 0) + 1);

    const id = recordIdOf(FORM, CHILD);
    const audits = world.stored<Audit>('audits').filter(({ documentId }) => documentId === id);
    expect(audits).toMatchObject([
      { action: 'interactionRecord.submit', why: { role: 'guardian', scope: 'ownChild' } },
    ]);
    const noted = world.stored<TimelineItem>('timeline').filter(({ refId }) => refId === id);
    expect(noted).toMatchObject([{ kind: 'interactionRecord', audience: 'family' }]);
  });

  test('two guardians share one form; the later edit is shown both versions', async () => {
    expect((await open(MOTHER)).record?.answers.bright).toEqual(['自己整理书包']);
    await submit(MOTHER, filled(FORM, CHILD, 1, { mood: ['o1'] }));
    const late = submit(FATHER, filled(FORM, CHILD, 1, { mood: ['o4'] }));
    expect(await refusal(late)).toMatchObject({
      code: 'stale',
      message: '这条记录已被赵清越的妈妈更新，请对照后再保存。',
      data: { rev: 2, answers: { mood: ['o1'] } },
    });
    const counted = progressOf()?.counts.mood;
    await submit(FATHER, filled(FORM, CHILD, 2, { mood: ['o4'] }));
    expect(progressOf()?.counts.mood).toEqual({
      ...counted,
      o1: (counted?.o1 ?? 0) - 1,
      o4: (counted?.o4 ?? 0) + 1,
    });
  });

  test('is told what is missing, question by question', async () => {
    const child = STUDENTS.secondChild._id;
    const empty = { ...filled(FORM, child, 0), answers: { homework: ['o9'] } };
    expect(await refusal(submit(FATHER, empty))).toMatchObject({
      code: 'badInput',
      fields: {
        'answers.mood': '请填写“孩子回家后的心情”。',
        'answers.homework': '“写作业”的选项变了，请重新选。',
      },
    });
  });

  test('reaches nobody else’s child, nor a form that students fill in', async () => {
    const other = filled(FORM, STUDENTS.otherChild._id, 0);
    expect(await refusal(submit(FATHER, other))).toMatchObject({ code: 'notFound' });
    const students = filled(campaignIdOf(SCHOOL_ID, 'students'), CHILD, 0);
    expect(await refusal(submit(FATHER, students))).toMatchObject({ code: 'notFound' });
  });
});

describe('what the platform makes of the words', () => {
  const child = STUDENTS.otherChild._id;
  const guardian = CAST.guardian;

  test('forbidden ones are refused kindly, and nothing is stored', async () => {
    const sent = submit(guardian, filled(FORM, child, 0, { opinion: [RISKY_WORD] }));
    expect(await refusal(sent)).toMatchObject({ code: 'contentRefused' });
    expect((await open(guardian, child)).record).toBeNull();
  });

  test('doubtful ones are kept, and hidden from others until a teacher lets them through', async () => {
    const words = `${REVIEW_WORD}，希望多读书`;
    await submit(guardian, filled(FORM, child, 0, { opinion: [words] }));
    expect((await open(guardian, child)).record).toMatchObject({
      waits: true,
      answers: { opinion: [words] },
    });
    const principal = (await open(CAST.principal, child)).record;
    expect(principal).toMatchObject({ isHidden: true, answers: { mood: ['o3'] } });
    expect(principal?.answers.opinion).toBeUndefined();
    const texts = () =>
      world.call<{ texts: { text: string; name: string | null }[] }>(
        CAST.homeroomTeacher,
        'interactionText.list',
        { campaignId: FORM, classId, questionKey: 'opinion' },
      );
    expect((await texts()).texts.map(({ text }) => text)).not.toContain(words);

    const release = { campaignId: FORM, studentId: child, writeId: newWriteId() };
    expect((await open(CAST.homeroomTeacher, child)).record).toMatchObject({ mayRelease: true });
    await world.call(CAST.homeroomTeacher, 'interactionRecord.signOff', release);
    expect((await open(CAST.principal, child)).record?.answers.opinion).toEqual([words]);
    expect((await texts()).texts.map(({ text }) => text)).toContain(words);
  });
});

describe('a form is open for some days', () => {
  const own = sending({ kind: 'class', classId }, { closesOn: addDays(CAST_TODAY, 3) });
  const { campaignId } = own;
  const close = (person: { openid: string }, rev: number) =>
    world.call(person, 'interactionCampaign.close', { campaignId, rev, writeId: newWriteId() });

  test('a homeroom teacher sends it to the own class, once however often it is sent', async () => {
    await world.call(CAST.homeroomTeacher, 'interactionCampaign.plan', own);
    await world.call(CAST.homeroomTeacher, 'interactionCampaign.plan', own);
    const { toAnswer } = await world.call<{ toAnswer: { campaignId: string }[] }>(
      FATHER,
      'interactionDuty.list',
    );
    expect(toAnswer.filter((one) => one.campaignId === campaignId)).toHaveLength(1);
  });

  test('and to no other class, no division and no school', async () => {
    for (const target of [
      { kind: 'class', classId: CLASSES.seven4 },
      { kind: 'division', divisionId: 'qinghe-g7' },
      { kind: 'school' },
    ]) {
      const sent = world.call(CAST.homeroomTeacher, 'interactionCampaign.plan', sending(target));
      expect(await refusal(sent)).toMatchObject({ code: 'notFound' });
    }
  });

  test('closing, reopening and extending keep every answer', async () => {
    await submit(FATHER, filled(campaignId, CHILD, 0));
    await close(CAST.homeroomTeacher, 1);
    const late = filled(campaignId, CHILD, 1, { mood: ['o4'] });
    expect(await refusal(submit(FATHER, late))).toMatchObject({ code: 'formClosed' });
    expect((await open(FATHER, CHILD, campaignId)).record?.rev).toBe(1);
    await world.call(CAST.homeroomTeacher, 'interactionCampaign.revise', {
      ...{ campaignId, rev: 2, writeId: newWriteId() },
      closesOn: addDays(CAST_TODAY, 9),
    });
    expect((await submit(FATHER, late)).rev).toBe(2);
  });

  test('only whoever sent it, or the school, closes it', async () => {
    expect(await refusal(close(CAST.homeroomTeacher71, 3))).toMatchObject({ code: 'notFound' });
    await close(CAST.principal, 3);
  });

  test('a form that is changed later leaves what was sent as it was', async () => {
    const questions = FORM_PRESETS.mentorGuardian?.questions.slice(0, 2);
    await world.call(
      CAST.principal,
      'interactionForm.revise',
      form('mentorGuardian', 0, { questions }),
    );
    const opened = await world.call<{ questions: unknown[] }>(FATHER, 'interactionRecord.byId', {
      campaignId: FORM,
      studentId: CHILD,
    });
    expect(opened.questions).toHaveLength(FORM_PRESETS.mentorGuardian?.questions.length ?? 0);
  });

  test('a form that asks for the parents’ posts is refused with the reason', async () => {
    const [question] = FORM_PRESETS.mentorGuardian?.questions ?? [];
    const questions = [{ ...question, label: '父亲的工作 单位' }];
    const saved = world.call(
      CAST.principal,
      'interactionForm.revise',
      form('own2', 0, { questions }),
    );
    expect(await refusal(saved)).toMatchObject({
      code: 'badInput',
      message: expect.stringContaining('不能收集家长的职业'),
    });
  });
});

describe('the mentor', () => {
  const mentee = STUDENTS.menteeIn73._id;

  test('writes the school’s part of own mentees only', async () => {
    const written = () =>
      world.call<{ rev: number }>(
        CAST.mentor,
        'schoolPart.revise',
        schoolPart(FORM, studentIdOf(CLASSES.seven1, 4), 0),
      );
    const view = await written().catch(
      (error: { view: { data: { rev: number } } }) => error.view.data,
    );
    expect(view.rev).toBe(1);
    const foreign = world.call(CAST.mentor, 'schoolPart.revise', schoolPart(FORM, CHILD, 0));
    expect(await refusal(foreign)).toMatchObject({ code: 'notFound' });
  });

  test('hands the phone to a student for the form that students fill in (S4-297)', async () => {
    const campaignId = campaignIdOf(SCHOOL_ID, 'students');
    const rev =
      world
        .stored<InteractionRecord>('interactionRecords')
        .find(({ _id }) => _id === recordIdOf(campaignId, mentee))?.rev ?? 0;
    const input = filled(campaignId, mentee, rev, { talk: ['o1'] });
    const view = await world.call<View>(CAST.mentor, 'interactionRecord.record', input);
    expect(view).toMatchObject({ rev: rev + 1, answers: { talk: ['o1'] } });
  });

  test('sends a form to own mentees and sees who has not answered', async () => {
    const sent = sending({ kind: 'mentees' });
    await world.call(CAST.mentor, 'interactionCampaign.plan', sent);
    const list = await world.call<{ students: { name: string; answeredAt: null }[] }>(
      CAST.mentor,
      'interactionRecord.list',
      { campaignId: sent.campaignId },
    );
    expect(list.students).toHaveLength(6);
    expect(list.students.every(({ answeredAt }) => answeredAt === null)).toBe(true);
  });
});

describe('what the answers add up to', () => {
  interface Tally {
    answered: number;
    questions: {
      key: string;
      options: { key: string; count: number }[];
      theme: { rev: number; assigned: object };
    }[];
  }
  const tally = (person: { openid: string }, input: object) =>
    world.call<Tally>(person, 'interactionTally.byId', { campaignId: FORM, ...input });

  test('the counters say what counting every answer says', async () => {
    const records = world
      .stored<InteractionRecord>('interactionRecords')
      .filter((one) => one.campaignId === FORM);
    const found = await tally(CAST.principal, {});
    expect(found.answered).toBe(records.length);
    for (const { key, options } of found.questions) {
      for (const option of options) {
        const counted = records.filter(({ answers }) => answers[key]?.includes(option.key)).length;
        expect({ key, option: option.key, count: option.count }).toEqual({
          key,
          option: option.key,
          count: counted,
        });
      }
    }
  });

  test('a homeroom teacher reads the own class, not the school', async () => {
    expect((await tally(CAST.homeroomTeacher, { classId })).answered).toBeGreaterThan(0);
    expect(await refusal(tally(CAST.homeroomTeacher, {}))).toMatchObject({ code: 'notFound' });
  });

  test('free answers of a whole school carry no names', async () => {
    const { texts } = await world.call<{ texts: { key: string; name: string | null }[] }>(
      CAST.principal,
      'interactionText.list',
      { campaignId: FORM, questionKey: 'opinion' },
    );
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.every(({ name }) => name === null)).toBe(true);
    const [first] = texts;
    const theme = {
      ...{ campaignId: FORM, questionKey: 'opinion', rev: 0, writeId: newWriteId() },
      themes: [{ key: 'reading', label: '阅读' }],
      assigned: { [first?.key ?? '']: 'reading' },
    };
    await world.call(CAST.principal, 'interactionTheme.revise', theme);
    const sorted = (await tally(CAST.principal, {})).questions.find(({ key }) => key === 'opinion');
    expect(sorted?.theme).toMatchObject({ rev: 1, assigned: theme.assigned });
  });
});

describe('the school’s part is written before the families read it (S4-260)', () => {
  interface Duties {
    toAnswer: { campaignId: string }[];
    toPrepare: { campaignId: string; waiting: { studentId: string }[]; left: number }[];
  }
  const duties = (person: { openid: string }) => world.call<Duties>(person, 'interactionDuty.list');
  const target = { kind: 'class', classId: CLASSES.seven3 };
  const later = sending(target, {
    opensOn: addDays(CAST_TODAY, 2),
    closesOn: addDays(CAST_TODAY, 9),
  });
  const orphan = studentIdOf(CLASSES.seven3, 8);

  test('is asked of mentors from the day the form is sent out; families are not asked yet', async () => {
    const before = await duties(CAST.mentor);
    expect(before.toPrepare.map((one) => one.campaignId)).not.toContain(later.campaignId);
    await world.call(CAST.homeroomTeacher, 'interactionCampaign.plan', later);
    const asked = (await duties(CAST.mentor)).toPrepare.find(
      (one) => one.campaignId === later.campaignId,
    );
    expect(asked?.left).toBe(3);
    const { toAnswer } = await duties(FATHER);
    expect(toAnswer.map((one) => one.campaignId)).not.toContain(later.campaignId);
  });

  test('of whoever has no mentor it is asked of the homeroom teacher, until it is written', async () => {
    const mine = async () =>
      (await duties(CAST.homeroomTeacher)).toPrepare.find(
        (one) => one.campaignId === later.campaignId,
      );
    await world.patch('students', orphan, { mentorId: null, mentorName: null });
    const members = world.stored<Member>('members');
    const own = members.find(({ _id }) => _id === CAST.homeroomTeacher.openid);
    const postings = own?.postings.filter(({ role }) => role !== 'mentor');
    await world.patch('members', CAST.homeroomTeacher.openid, { postings });
    expect(await mine()).toMatchObject({ left: 1, waiting: [{ studentId: orphan }] });
    const words = schoolPart(later.campaignId, orphan, 0);
    await world.call(CAST.homeroomTeacher, 'schoolPart.revise', words);
    expect(await mine()).toBeUndefined();
  });
});
