import type { StandingCount } from '../../../cloudfunctions/kernel/settle';
import { addDays } from '../../../domain/calendar/day';
import type { Consultation } from '../../../domain/consultation/consultation.schema';
import type { ItemWords } from '../../../domain/consultation/consultation-item.schema';
import type { Resolution } from '../../../domain/consultation/resolution.schema';
import type { TimelineItem } from '../../../domain/timeline/timeline.schema';
import { CAST, CAST_TODAY, CLASSES, SCHOOL_ID, STUDENTS } from '../../school/cast';
import { meetingIdOf } from '../../school/consultations';
import { startCloud, type TestCloud } from '../harness/cloud';
import { attendance, meetingPlan, newMeetingId } from './meeting-examples';
import { newWriteId, refusal } from './writes';

interface View {
  id: string;
  rev: number;
  state: string;
  on: string;
  people: { memberId: string; name: string; as: string[]; isPresent: boolean }[];
  quorum: { who: string; expected: number; present: number; needed: number; isMet: boolean }[];
  changes: { kind: string; from: string; to: string | null; reason: string }[];
  signOffs: { kind: string; words: string }[];
  reports: { who: string[] }[];
}
interface Whole extends View {
  items: { id: string; rev: number; words: ItemWords; by: string; voided: object | null }[];
  earlier: { id: string; rev: number; what: string; isLate: boolean }[];
  breaches: { clause: string; sentence: string }[];
  breachesAtEnd: { clause: string; sentence: string }[];
}

let world: TestCloud;
beforeAll(async () => {
  world = await startCloud();
});
afterAll(() => world.stop());

const teacher = CAST.homeroomTeacher;
const colleague = CAST.subjectTeacher;
type Who = { openid: string };
const call = <T = View>(path: string, input: object, who: Who = teacher) =>
  world.call<T>(who, path, input);
const placeId = CLASSES.seven3;
const whole = (consultationId: string, who: Who = teacher, of: string = placeId) =>
  call<Whole>('consultation.byId', { consultationId, placeId: of }, who);
const edit = (consultationId: string, rev: number) => ({
  consultationId,
  rev,
  writeId: newWriteId(),
});
const say = (
  consultationId: string,
  words: ItemWords,
  who: Who = teacher,
  itemId = newMeetingId(),
) =>
  call<{ id: string; rev: number }>(
    'consultationItem.record',
    { ...edit(consultationId, 0), itemId, words },
    who,
  );
const close = (consultationId: string, rev: number, breachReason = '') => ({
  ...edit(consultationId, rev),
  minutes: '商定了三件事',
  breachReason,
});
const clausesOf = (breaches: { clause: string }[]) => breaches.map(({ clause }) => clause);
const stored = (id: string) =>
  world.stored<Consultation>('consultations').find(({ _id }) => _id === id);

/** A weekly consultation of today, with everybody there. */
async function running(id = newMeetingId()) {
  await call('consultation.plan', { ...meetingPlan(placeId, id), recorderId: teacher.openid });
  const { people } = await whole(id);
  const came = people.map(({ memberId }) => memberId);
  await call('consultationAttendance.record', { ...attendance(id), came });
  return id;
}

const student = STUDENTS.firstChild._id;
const spoken = (more: Partial<Extract<ItemWords, { kind: 'student' }>> = {}): ItemWords => ({
  kind: 'student',
  studentId: student,
  status: '数学作业拖到很晚',
  cause: '不敢问',
  measure: '每天先做数学',
  ownerId: colleague.openid,
  helperIds: [],
  dueOn: addDays(CAST_TODAY, 7),
  ...more,
});

describe('a weekly consultation, from plan to sign-off (S4-201)', () => {
  const id = newMeetingId();

  test('is planned in one step; its teachers are invited, and the class teacher leads', async () => {
    const planned = await call('consultation.plan', {
      ...meetingPlan(placeId, id),
      recorderId: colleague.openid,
    });
    expect(planned).toMatchObject({ state: 'planned', rev: 1, chair: teacher.name });
    expect(planned.people).toContainEqual(
      expect.objectContaining({ name: teacher.name, as: ['homeroomTeacher', 'subjectTeacher'] }),
    );
    const listed = await call<{ open: { id: string }[] }>('consultation.list', {}, colleague);
    expect(listed.open.map((one) => one.id)).toContain(id);
  });

  test('opens with what its class still owes, late first', async () => {
    const { earlier } = await whole(id);
    expect(earlier.map(({ isLate }) => isLate)).toEqual([true, false]);
  });

  test('takes proposals before it begins, and nothing else', async () => {
    await say(id, { kind: 'topic', text: '午休', studentId: null }, colleague);
    const early = await refusal(say(id, spoken()));
    expect(early.message).toContain('请先签到');
  });

  test('counts who is there while people come in', async () => {
    const { people } = await whole(id);
    const [first, ...others] = people.map(({ memberId }) => memberId);
    await call('consultationAttendance.record', { ...attendance(id), came: [first as string] });
    const some = await whole(id);
    expect(some.state).toBe('running');
    const teachers = some.quorum.find(({ who }) => who === 'subjectTeacher');
    expect(teachers).toMatchObject({ isMet: false, needed: teachers?.expected });
    await call('consultationAttendance.record', { ...attendance(id), came: others }, colleague);
    expect((await whole(id)).quorum.every(({ isMet }) => isMet)).toBe(true);
  });

  test('keeps the words of two who write at once', async () => {
    await Promise.all([
      say(id, spoken()),
      say(id, { kind: 'note', text: '同桌互助有用' }, colleague),
      say(id, {
        kind: 'decision',
        text: '错题本每天一道',
        ownerId: teacher.openid,
        helperIds: [],
        dueOn: addDays(CAST_TODAY, 5),
      }),
    ]);
    const { items } = await whole(id);
    expect(items.map(({ words }) => words.kind).sort()).toEqual([
      'decision',
      'note',
      'student',
      'topic',
    ]);
  });

  test('does not end before the earlier decisions are looked at, and says by which clause', async () => {
    const early = await refusal(call('consultation.close', close(id, 1)));
    expect(early.code).toBe('badInput');
    expect(clausesOf((early.data as Whole).breaches)).toEqual(['S3-166', 'S3-164']);
    expect(clausesOf((await whole(id)).breachesAtEnd)).toEqual(['S3-166', 'S3-164']);
  });

  test('says of each earlier decision what became of it', async () => {
    const { earlier } = await whole(id);
    const [late, going] = earlier;
    const review = (one: typeof late, verdict: string, words: string, dueOn: string | null) =>
      call('resolution.revise', {
        resolutionId: one?.id,
        rev: one?.rev,
        writeId: newWriteId(),
        consultationId: id,
        verdict,
        words,
        dueOn,
      });
    const backwards = review(late, 'late', '忙运动会', addDays(CAST_TODAY, -1));
    expect((await refusal(backwards)).message).toContain('早于这次会商');
    await review(late, 'late', '忙运动会', addDays(CAST_TODAY, 7));
    await review(going, 'done', '', null);
    expect((await whole(id)).breachesAtEnd).toEqual([]);
  });

  test('ends: decisions become resolutions, the duty is settled, the student’s part is in the file', async () => {
    const input = close(id, 1);
    const closed = await call('consultation.close', input);
    expect(closed.state).toBe('closed');
    expect((await call('consultation.close', input)).rev).toBe(closed.rev);

    const decided = world
      .stored<Resolution>('resolutions')
      .filter(({ consultationId }) => consultationId === id);
    expect(decided.map(({ what, ownerName }) => `${what} ${ownerName}`).sort()).toEqual([
      `每天先做数学 ${colleague.name}`,
      `错题本每天一道 ${teacher.name}`,
    ]);
    const note = world.stored<TimelineItem>('timeline').find(({ refId }) => refId === id);
    expect(note).toMatchObject({ studentId: student, audience: 'staff', agreed: '每天先做数学' });
    const count = world
      .stored<StandingCount>('standings')
      .find(({ dutyId, subjectId }) => dutyId === 'weeklyConsultation' && subjectId === placeId);
    expect(count).toMatchObject({ count: 1, refIds: [id] });
  });

  test('waits for the sponsoring leader, who asks back, is answered, and signs', async () => {
    const queue = async () =>
      (
        await call<{ waiting: { id: string; isInSample: boolean }[] }>(
          'consultationSignOff.list',
          {},
          CAST.leader,
        )
      ).waiting;
    expect((await queue()).map((one) => one.id)).toContain(id);
    expect((await queue()).filter(({ isInSample }) => isInSample)).toHaveLength(1);

    const sign = (rev: number, verdict: string, words: string) =>
      call('consultation.signOff', { ...edit(id, rev), verdict, words }, CAST.leader);
    const silent = await refusal(sign(2, 'askedBack', ''));
    expect(silent.fields).toHaveProperty('words');
    await sign(2, 'askedBack', '家长知道吗？');
    expect((await queue()).map((one) => one.id)).not.toContain(id);
    await call('consultation.submit', { ...edit(id, 3), words: '已经打过电话' });
    expect((await queue()).map((one) => one.id)).toContain(id);
    const signed = await sign(4, 'signed', '');
    expect(signed.state).toBe('signedOff');
    expect(signed.signOffs.map(({ kind }) => kind)).toEqual(['askedBack', 'answered', 'signed']);
  });

  test('is over: nothing can be said in it any more', async () => {
    expect((await refusal(say(id, spoken()))).message).toContain('已经结束');
    expect((await refusal(call('consultation.close', close(id, 5)))).message).toContain('已经结束');
  });

  test('and the next one opens with what it decided', async () => {
    const next = newMeetingId();
    await call('consultation.plan', meetingPlan(placeId, next));
    const { earlier } = await whole(next);
    expect(earlier.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['每天先做数学', '错题本每天一道']),
    );
  });
});

describe('a detailed conference (S0-7)', () => {
  const id = newMeetingId();
  const plan = { ...meetingPlan(placeId, id), kindId: 'detailedConference', agenda: '期中' };

  test('is planned a week ahead, else the plan says so', async () => {
    await call('consultation.plan', plan, CAST.divisionHead);
    const { breaches } = await whole(id, CAST.divisionHead);
    expect(clausesOf(breaches)).toEqual(expect.arrayContaining(['S0-21', 'S0-22', 'S0-23']));
  });

  test('its plan is approved by the administrative meeting; other matters are not asked', async () => {
    const approve = (matter: string, by: string, who: Who) =>
      call(
        'consultationApproval.record',
        { consultationId: id, writeId: newWriteId(), matter, by },
        who,
      );
    await approve('plan', 'administrativeMeeting', CAST.studentAffairsOffice);
    await approve('plan', 'administrativeMeeting', CAST.principal);
    expect(stored(id)?.approvals).toHaveLength(1);
    const notHers = await refusal(approve('manySittings', 'principal', CAST.studentAffairsOffice));
    expect(notHers.message).toContain('校长批准');
    expect((await refusal(approve('plan', 'principal', CAST.principal))).message).toContain(
      '不需要',
    );
    expect((await refusal(approve('plan', 'principal', teacher))).code).toBe('notFound');
  });

  test('counts students live, and fails below 60 % (S0-9)', async () => {
    const students = (
      await world.call<{ students: { id: string }[] }>(teacher, 'student.list', {
        classId: placeId,
      })
    ).students.map((one) => one.id);
    const needed = Math.ceil(students.length * 0.6);
    const { people } = await whole(id, CAST.divisionHead);
    await call(
      'consultationAttendance.record',
      {
        ...attendance(id),
        came: people.map(({ memberId }) => memberId),
        studentsCame: students.slice(0, needed - 1),
        guests: [
          { who: 'guardian', change: 6 },
          { who: 'partyGroupHead', change: 1 },
        ],
        studentLevels: ['excellent', 'needsHelp'],
      },
      CAST.divisionHead,
    );
    const short = await whole(id, CAST.divisionHead);
    const line = short.quorum.find(({ who }) => who === 'students');
    expect(line).toMatchObject({ expected: students.length, needed, isMet: false });
    expect(short.breachesAtEnd.find(({ clause }) => clause === 'S0-9')?.sentence).toContain(
      '还差 1 人',
    );

    await call(
      'consultationAttendance.record',
      { ...attendance(id), studentsCame: [students[needed - 1] as string] },
      teacher,
    );
    const met = await whole(id, CAST.divisionHead);
    expect(met.quorum.find(({ who }) => who === 'students')?.isMet).toBe(true);
    expect(clausesOf(met.breachesAtEnd)).not.toContain('S0-9');
  });

  test('held in another sitting it needs the principal’s word (S0-43)', async () => {
    const { rev } = await whole(id, CAST.divisionHead);
    const again = {
      ...edit(id, rev),
      change: 'sitting',
      on: addDays(CAST_TODAY, 2),
      startsAt: null,
      place: '',
      reason: '时间不够',
    };
    await call('consultation.revise', again, CAST.divisionHead);
    expect(clausesOf((await whole(id)).breachesAtEnd)).toContain('S0-43');
    await call(
      'consultationApproval.record',
      { consultationId: id, writeId: newWriteId(), matter: 'manySittings', by: 'principal' },
      CAST.principal,
    );
    expect(clausesOf((await whole(id)).breachesAtEnd)).not.toContain('S0-43');
  });

  test('notes the groups and the agreed opinions, and is ended with what could not be kept explained', async () => {
    const words = {
      kind: 'group',
      group: 'guardian',
      good: '一起读书',
      problems: '',
      suggestions: '',
    } as const;
    await say(id, words, CAST.leader);
    await say(id, { kind: 'opinion', text: '作业量每天一看' });
    const { rev, breachesAtEnd } = await whole(id, CAST.divisionHead);
    expect(breachesAtEnd.length).toBeGreaterThan(0);
    const closed = await call(
      'consultation.close',
      close(id, rev, '临时定的会'),
      CAST.divisionHead,
    );
    expect(closed.state).toBe('closed');
    await call('consultationReport.submit', {
      consultationId: id,
      writeId: newWriteId(),
      text: '会后按意见做了三件事',
    });
    expect((await whole(id)).reports[0]?.who).toEqual(['homeroomTeacher', 'subjectTeacher']);
  });
});

describe('碰头会 (S4-200)', () => {
  test('is one tap and one line, and is sent twice only once', async () => {
    const input = {
      consultationId: newMeetingId(),
      writeId: newWriteId(),
      classId: placeId,
      line: '今天课间安静多了',
    };
    await call('consultation.record', input, colleague);
    await call('consultation.record', input, colleague);
    const { items, state } = await whole(input.consultationId);
    expect(state).toBe('signedOff');
    expect(items.map(({ words }) => words)).toEqual([{ kind: 'note', text: '今天课间安静多了' }]);
  });
});

describe('resolutions', () => {
  const resolutionId = `${meetingIdOf(CLASSES.seven1, 'signed')}~b`;
  const owner = CAST.homeroomTeacher71;
  const write = (rev: number) => ({ resolutionId, rev, writeId: newWriteId() });

  test('are late by themselves, and stand first among what is owed', async () => {
    const { resolutions } = await call<{ resolutions: { id: string; isLate: boolean }[] }>(
      'resolution.list',
      { of: 'mine' },
      owner,
    );
    expect(resolutions[0]).toMatchObject({ id: resolutionId, isLate: true });
    const late = await call<{ resolutions: { id: string }[] }>(
      'resolution.list',
      { of: 'late' },
      CAST.principal,
    );
    expect(late.resolutions.map(({ id }) => id)).toContain(resolutionId);
  });

  test('are reported by their owner, and by nobody else', async () => {
    await call('resolution.record', { ...write(1), isDone: false, words: '做了一半' }, owner);
    const other = call('resolution.record', { ...write(2), isDone: true, words: '好了' }, teacher);
    expect((await refusal(other)).code).toBe('notFound');
  });

  test('are checked by who is responsible, with a mark and a word', async () => {
    const check = { ...write(2), isOnTrack: false, words: '请到班里看看' };
    expect((await refusal(call('resolution.signOff', check, owner))).code).toBe('notFound');
    const seen = await call<{ lastCheckOn: string }>('resolution.signOff', check, CAST.principal);
    expect(seen.lastCheckOn).toBe(CAST_TODAY);
  });

  test('are changed by a running meeting of their place only (S3-161, S3-162)', async () => {
    const change = (consultationId: string, who: Who) =>
      call(
        'resolution.revise',
        {
          ...write(3),
          consultationId,
          verdict: 'carriedOver',
          words: '再做一周',
          dueOn: addDays(CAST_TODAY, 9),
        },
        who,
      );
    const notBegun = meetingIdOf(CLASSES.seven1, 'next');
    expect((await refusal(change(notBegun, owner))).message).toContain('只有会上');
    const elsewhere = await running();
    expect((await refusal(change(elsewhere, teacher))).code).toBe('notFound');
  });

  test('that are done leave what is owed, with the evidence in words', async () => {
    await call('resolution.record', { ...write(3), isDone: true, words: '七天都读了' }, owner);
    const done = world.stored<Resolution>('resolutions').find(({ _id }) => _id === resolutionId);
    expect(done).toMatchObject({ state: 'done', isOpen: false });
    expect(done?.steps.at(-1)).toMatchObject({ kind: 'done', words: '七天都读了' });
  });
});

describe('who takes part', () => {
  test('whoever is invited to a meeting of the school reads and records in it', async () => {
    const plan = {
      ...meetingPlan(SCHOOL_ID),
      kindId: 'principalMeeting',
      on: addDays(CAST_TODAY, 1),
    };
    await call('consultation.plan', plan, CAST.principal);
    const seen = await whole(plan.consultationId, CAST.leader, SCHOOL_ID);
    expect(seen.people.map(({ name }) => name)).toContain(CAST.leader.name);
    const refused = whole(plan.consultationId, CAST.divisionHead, SCHOOL_ID);
    expect((await refusal(refused)).code).toBe('notFound');
  });

  test('a student of another class is not spoken of, and nobody absent is charged', async () => {
    const id = await running();
    const other = say(id, spoken({ studentId: STUDENTS.secondChild._id }));
    expect((await refusal(other)).code).toBe('notInClass');
    const charged = say(id, spoken({ ownerId: CAST.homeroomTeacher82.openid }));
    expect((await refusal(charged)).message).toContain('参会的人里选');
  });

  test('what is said can be taken back with a reason, and asks nothing then', async () => {
    const id = await running();
    const { id: itemId } = await say(id, spoken());
    await call('consultationItem.void', { ...edit(id, 1), itemId, reason: '说错了学生' });
    const { items } = await whole(id);
    expect(items.find((one) => one.id === itemId)?.voided).toEqual({ reason: '说错了学生' });
    await call('consultation.close', close(id, 1, '人少，简单说了说'));
    expect(
      world.stored<Resolution>('resolutions').some(({ consultationId }) => consultationId === id),
    ).toBe(false);
  });
});
