import type { Audit } from '../../../cloudfunctions/kernel/audit';
import type { InteractionCode } from '../../../domain/interaction-form/interaction-code.schema';
import {
  type InteractionProgress,
  type InteractionRecord,
  recordIdOf,
} from '../../../domain/interaction-form/interaction-record.schema';
import { RISKY_WORD } from '../../../local-cloud/openapi/msg-sec-check';
import { CAST, CLASSES, SCHOOL_ID, STUDENTS } from '../../school/cast';
import { campaignIdOf, FORM_CODE } from '../../school/interaction-forms';
import { startCloud, type TestCloud } from '../harness/cloud';
import { newWriteId, refusal } from './writes';

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

const campaignId = campaignIdOf(SCHOOL_ID, 'students');
const classId = CLASSES.seven3;
const tablet = CAST.stranger;
const { name: NAME, _id: STUDENT } = STUDENTS.otherChild;
const ANSWERS = { mood: ['o3'], talk: ['o1'] };

const slip = (more: object = {}) => ({
  ...{ code: FORM_CODE, name: NAME, writeId: newWriteId(), answers: ANSWERS },
  ...more,
});
const submit = (input: object, person: { openid: string } = tablet) =>
  world.call<{ name: string }>(person, 'interactionSlip.submit', input);
const open = (who: object, person: { openid: string } = tablet) =>
  world.call<{ name: string; questions: { kind: string }[] }>(person, 'interactionSlip.byId', who);
const recordOf = (studentId: string) =>
  world
    .stored<InteractionRecord>('interactionRecords')
    .find(({ _id }) => _id === recordIdOf(campaignId, studentId));
const answered = () =>
  world
    .stored<InteractionProgress>('interactionProgress')
    .find((one) => one.campaignId === campaignId && one.classId === classId)?.answered ?? 0;

describe('a student fills in a form with the code of the class, without an account (S4-297)', () => {
  test('by code and whole name gets the questions, and nothing of anybody’s answers', async () => {
    const opened = await open({ code: FORM_CODE.toLowerCase(), name: ` ${NAME} ` });
    expect(opened).toMatchObject({ name: NAME });
    expect(Object.keys(opened).sort()).toEqual(['closesOn', 'intro', 'name', 'questions', 'title']);
  });

  test('is stored once however often it is sent, counted, and says nothing of whose phone it was', async () => {
    const before = answered();
    const input = slip();
    await Promise.all([submit(input), submit(input)]);
    await submit(input);
    expect(answered()).toBe(before + 1);
    const record = recordOf(STUDENT);
    expect(record).toMatchObject({ answers: ANSWERS, rev: 1, updatedByName: '学生本人' });
    expect(JSON.stringify(record)).not.toContain(tablet.openid);
    const audits = world
      .stored<Audit>('audits')
      .filter(({ documentId }) => documentId === record?._id);
    expect(audits).toMatchObject([{ action: 'interactionSlip.submit', why: null }]);
  });

  test('a second hand with the same name changes nothing, and is sent to the teacher', async () => {
    const again = submit(slip({ answers: { mood: ['o1'], talk: ['o1'] } }));
    expect((await refusal(again)).message).toBe('这份表已经交过。想改，请在老师的手机上改。');
    expect(recordOf(STUDENT)?.answers).toEqual(ANSWERS);
  });

  test('a wrong code, a wrong name and a guessed one are answered alike', async () => {
    const wrong = [
      open({ code: 'NNNNNNNN', name: NAME }),
      open({ code: FORM_CODE, name: '没有这个人' }),
      open({ code: FORM_CODE, name: STUDENTS.menteeIn71.name }),
    ];
    const answers = await Promise.all(wrong.map(refusal));
    expect(new Set(answers.map(({ code }) => code))).toEqual(new Set(['slipRefused']));
  });

  test('words that WeChat forbids are refused, a drawn signature of any phone too', async () => {
    const name = STUDENTS.firstChild.name;
    const risky = submit(slip({ name, answers: { ...ANSWERS, help: [RISKY_WORD] } }));
    expect(await refusal(risky)).toMatchObject({ code: 'contentRefused' });
    expect(recordOf(STUDENTS.firstChild._id)).toBeUndefined();
  });

  test('who guesses on is told nothing more for an hour', async () => {
    const guesser = { openid: 'oGuesser' };
    for (let n = 0; n < 30; n += 1) {
      await refusal(open({ code: FORM_CODE, name: `甲${n}` }, guesser));
    }
    expect(await refusal(open({ code: FORM_CODE, name: NAME }, guesser))).toMatchObject({
      code: 'tooManyTries',
    });
    expect(await open({ code: FORM_CODE, name: NAME })).toMatchObject({ name: NAME });
  });
});

describe('the code of a class for a form', () => {
  const record = (person: { openid: string }, more: object = {}) =>
    world.call<{ code: string; isValid: boolean }>(person, 'interactionCode.record', {
      ...{ campaignId, classId, writeId: newWriteId() },
      ...more,
    });

  test('is made by the homeroom teacher, shown beside who has not answered, and ends when told to', async () => {
    const writeId = newWriteId();
    const [one, two] = await Promise.all([
      record(CAST.homeroomTeacher, { writeId }),
      record(CAST.homeroomTeacher, { writeId }),
    ]);
    expect(one.code).toBe(two.code);
    const listed = await world.call<{ codes: { code: string }[] }>(
      CAST.homeroomTeacher,
      'interactionRecord.list',
      { campaignId, classId },
    );
    expect(listed.codes.map(({ code }) => code)).toContain(one.code);
    await world.call(CAST.homeroomTeacher, 'interactionCode.close', {
      code: one.code,
      writeId: newWriteId(),
    });
    expect(await refusal(open({ code: one.code, name: NAME }))).toMatchObject({
      code: 'slipRefused',
    });
  });

  test('is not made for another class, nor for a form that guardians fill in', async () => {
    expect(await refusal(record(CAST.homeroomTeacher, { classId: CLASSES.seven1 }))).toMatchObject({
      code: 'notFound',
    });
    const guardians = campaignIdOf(SCHOOL_ID, 'guardians');
    expect(await refusal(record(CAST.homeroomTeacher, { campaignId: guardians }))).toMatchObject({
      code: 'notFound',
    });
    expect(await refusal(record(CAST.subjectTeacher))).toMatchObject({ code: 'notFound' });
  });

  test('others who look at the class are shown no code', async () => {
    const listed = await world.call<{ codes: unknown }>(CAST.principal, 'interactionRecord.list', {
      ...{ campaignId, classId },
    });
    expect(listed.codes).toBeNull();
    expect(world.stored<InteractionCode>('interactionCodes').length).toBeGreaterThan(1);
  });
});
