import type { Audit } from '../../../cloudfunctions/kernel/audit';
import type { StandingCount } from '../../../cloudfunctions/kernel/settle';
import { addDays } from '../../../domain/calendar/day';
import { PRESETS, startFrom } from '../../../domain/regulation/presets/presets';
import type { Regulation } from '../../../domain/regulation/regulation.schema';
import type { School } from '../../../domain/school/school.schema';
import {
  CAST,
  CAST_NOW,
  CAST_TERM,
  CAST_TODAY,
  CLASSES,
  SCHOOL_ID,
  studentIdOf,
} from '../../school/cast';
import { startCloud, type TestCloud } from '../harness/cloud';
import { attendance, meetingPlan, newMeetingId } from './meeting-examples';
import { newWriteId, refusal, talk } from './writes';

interface Rules {
  rev: number;
  current: Regulation | null;
  next: Regulation | null;
  counts: { class: number };
  grades: { label: string; class: number }[];
  may: { revise: boolean };
}
interface Duties {
  duties: { id: string; title: string; action: string; done: number; of: number; dueOn: string }[];
  meetings: { id: string }[];
  resolutions: { what: string; isLate: boolean }[];
}

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

type Who = { openid: string };
const read = (who: Who = CAST.principal) => world.call<Rules>(who, 'regulation.byId');
const dutiesOf = (who: Who) => world.call<Duties>(who, 'meetingDuty.list');
const preset = (...ids: string[]) => {
  const chosen = PRESETS.filter(({ id }) => ids.includes(id));
  const rules = startFrom(chosen, { version: 0, effectiveOn: CAST_TODAY });
  return {
    presetIds: rules.presetIds,
    duties: rules.duties,
    meetingKinds: rules.meetingKinds,
  };
};
const revise = (rev: number, rules: object, effectiveOn = addDays(CAST_TODAY, 7)) => ({
  rev,
  writeId: newWriteId(),
  effectiveOn,
  ...rules,
});

describe('the school’s rules', () => {
  test('are read by all staff, with what they amount to; never by guardians', async () => {
    const { current, counts, grades, may } = await read(CAST.subjectTeacher);
    expect(current?.duties.map(({ id }) => id)).toContain('weeklyConsultation');
    expect(counts.class).toBe(5);
    // What a duty amounts to is said grade by grade: 七年级 3 个班，每周 3 次.
    expect(grades.map((grade) => `${grade.label} ${grade.class}`)).toEqual([
      '七年级 3',
      '八年级 1',
      '九年级 1',
    ]);
    expect(may.revise).toBe(false);
    expect((await refusal(read(CAST.guardian))).code).toBe('notFound');
  });

  test('change from a day on, and the days before keep theirs', async () => {
    const { rev } = await read();
    const input = revise(rev, preset('zhuliang'));
    const changed = await world.call<Rules>(CAST.studentAffairsOffice, 'regulation.revise', input);
    expect(changed.current?.presetIds).toContain('xijiao');
    expect(changed.next).toMatchObject({ presetIds: ['zhuliang'], version: 2 });
    const again = await world.call<Rules>(CAST.studentAffairsOffice, 'regulation.revise', input);
    expect(again.rev).toBe(changed.rev);
  });

  test('a change that is still to come is replaced, not piled up', async () => {
    const { rev } = await read();
    await world.call(CAST.principal, 'regulation.revise', revise(rev, preset('xijiao')));
    const school = world.stored<School>('schools').find(({ _id }) => _id === SCHOOL_ID);
    expect(school?.regulationHistory.map(({ version }) => version)).toEqual([1, 3]);
  });

  test('never change the past, nor by a stale hand, nor by a teacher', async () => {
    const { rev } = await read();
    const change = (who: Who, input: object) =>
      refusal(world.call(who, 'regulation.revise', input));
    const past = revise(rev, preset('xijiao'), addDays(CAST_TODAY, -1));
    expect((await change(CAST.principal, past)).message).toContain('不能早于今天');
    expect((await change(CAST.principal, revise(0, preset('xijiao')))).code).toBe('stale');
    expect((await change(CAST.homeroomTeacher, revise(rev, preset('xijiao')))).code).toBe(
      'notFound',
    );
  });

  test('each change is audited, with the wording before it', () => {
    const audits = world
      .stored<Audit>('audits')
      .filter(({ action }) => action === 'regulation.revise');
    expect(audits.map(({ why }) => why?.role).sort()).toEqual([
      'principal',
      'studentAffairsOffice',
    ]);
  });
});

describe('what 今天 asks by the rules', () => {
  const teacher = CAST.homeroomTeacher;
  const placeId = CLASSES.seven3;

  test('is the weekly consultation before its day, with the verb that settles it', async () => {
    const { duties, meetings, resolutions } = await dutiesOf(teacher);
    expect(duties).toContainEqual(
      expect.objectContaining({
        title: '班级学情会商例会',
        action: '开例会',
        dueOn: '2026-10-31',
        done: 0,
        of: 1,
      }),
    );
    expect(meetings.length).toBeGreaterThan(0);
    expect(resolutions[0]?.isLate).toBe(true);
  });

  test('is no longer asked once it was held; nobody reports a second time', async () => {
    const id = newMeetingId();
    await world.call(teacher, 'consultation.plan', meetingPlan(placeId, id));
    const came = [teacher.openid];
    await world.call(teacher, 'consultationAttendance.record', { ...attendance(id), came });
    await world.call(teacher, 'consultation.close', {
      consultationId: id,
      rev: 1,
      writeId: newWriteId(),
      minutes: '都好',
      breachReason: '老师在外听课',
    });
    const { duties } = await dutiesOf(teacher);
    expect(duties.map(({ title }) => title)).not.toContain('班级学情会商例会');
    const other = await dutiesOf(CAST.homeroomTeacher71);
    expect(other.duties.map(({ title }) => title)).toContain('班级学情会商例会');
  });

  test('asks guardians nothing', async () => {
    expect(await dutiesOf(CAST.guardian)).toEqual({
      ...{ duties: [], meetings: [], resolutions: [] },
      ...{ toSign: 0, toAnswer: [] },
    });
  });
});

describe('work that is noted in a file', () => {
  const mentor = CAST.mentor;
  const studentId = studentIdOf(CLASSES.seven3, 4);
  const counts = () =>
    world.stored<StandingCount>('standings').filter(({ subjectId }) => subjectId === studentId);

  test('settles the duty it is about (朱良: every two weeks), and voiding takes that back', async () => {
    const { rev } = await read();
    await world.call(
      CAST.principal,
      'regulation.revise',
      revise(rev, preset('zhuliang'), CAST_TODAY),
    );
    const input = talk([studentId]);
    await world.call(mentor, 'talk.record', input);
    expect(counts().map(({ count }) => count)).toEqual([1]);
    await world.call(mentor, 'talk.void', {
      talkId: `${input.writeId}~${studentId}`,
      writeId: newWriteId(),
      reason: '点错了',
    });
    expect(counts().map(({ count }) => count)).toEqual([0]);
  });
});

test('on the day of a change the new rules hold', async () => {
  const { rev } = await read();
  await world.call(CAST.principal, 'regulation.revise', revise(rev, preset('sanxing')));
  expect((await read()).current?.presetIds).toEqual(['zhuliang']);
  await world.clock.set(CAST_NOW.getTime() + 7 * 86_400_000);
  expect((await read()).current?.presetIds).toEqual(['sanxing']);
});

describe('the school’s calendar', () => {
  interface Calendar {
    rev: number;
    terms: { id: string; startsOn: string }[];
    ownDays: object[];
    exams: object[];
    isHolidayWeekCounted: boolean;
    may: { revise: boolean };
  }
  const calendar = (who: Who = CAST.principal) => world.call<Calendar>(who, 'schoolCalendar.byId');
  const save = async (who: Who, change: (before: Calendar) => object) => {
    const before = await calendar();
    const { may: _may, terms, ...rest } = before;
    const dates = terms.map(({ id: _id, ...one }) => one);
    return world.call<Calendar>(who, 'schoolCalendar.revise', {
      ...{ ...rest, terms: dates, writeId: newWriteId() },
      ...change(before),
    });
  };
  const numberOf = (week: string) => Number(/第(\d+)周/.exec(week)?.[1]);
  const sports = { label: '运动会', from: CAST_TODAY, to: CAST_TODAY, isSchoolDay: false };

  test('is read by all staff and set by the offices; weeks follow at the next tap', async () => {
    expect((await calendar(CAST.subjectTeacher)).may.revise).toBe(false);
    const weekOf = async () =>
      (await world.call<{ week: string }>(CAST.homeroomTeacher, 'me.byId')).week;
    const before = await weekOf();
    await save(CAST.academicAffairsOffice, ({ terms }) => ({
      ownDays: [sports],
      terms: terms.map(({ id, ...one }) => ({
        ...one,
        ...(id === CAST_TERM && { weekOneOn: addDays(one.startsOn, 7) }),
      })),
    }));
    // Week one begins a week later, so it is a week less.
    expect(numberOf(await weekOf())).toBe(numberOf(before) - 1);
  });

  test('keeps a term that has begun, and refuses a teacher and a stale hand', async () => {
    const lost = save(CAST.principal, ({ terms }) => ({
      terms: terms.slice(1).map(({ id: _id, ...one }) => one),
    }));
    expect((await refusal(lost)).message).toContain('不能删去');
    expect((await refusal(save(CAST.homeroomTeacher, () => ({})))).code).toBe('notFound');
    expect((await refusal(save(CAST.principal, () => ({ rev: 0 })))).code).toBe('stale');
  });
});
