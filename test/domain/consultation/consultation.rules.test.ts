import {
  approvalsAsked,
  attendanceOf,
  consultationBreaches,
  isBefore,
  quorumOf,
  sampleOf,
} from '../../../domain/consultation/consultation.rules';
import type { Consultation } from '../../../domain/consultation/consultation.schema';
import {
  type ItemWords,
  ItemWordsSchema,
  taskOf,
} from '../../../domain/consultation/consultation-item.schema';
import type { Resolution } from '../../../domain/consultation/resolution.schema';
import type { MeetingKind } from '../../../domain/regulation/meeting-kind.schema';
import { CLASS_CONFERENCE } from '../../../domain/regulation/presets/class-conference';
import { XIJIAO } from '../../../domain/regulation/presets/xijiao';
import { CLASSES } from '../../school/cast';
import { meetingIdOf } from '../../school/consultations';
import { makeSchool } from '../../school/make-school';

const made = makeSchool({ studentsPerClass: 45 }).collections;
const meetingOf = (part: Parameters<typeof meetingIdOf>[1]) =>
  (made.consultations as Consultation[]).find(
    ({ _id }) => _id === meetingIdOf(CLASSES.seven3, part),
  ) as Consultation;
const kindOf = (kinds: readonly MeetingKind[], id: string) =>
  kinds.find((kind) => kind.id === id) as MeetingKind;
const detailed = kindOf(CLASS_CONFERENCE.meetingKinds, 'detailedConference');
const weekly = kindOf(XIJIAO.meetingKinds, 'weeklyConsultation');
const students = (count: number) => Array.from({ length: count }, (_, place) => `student${place}`);

describe('who is there', () => {
  const meeting = meetingOf('conference');
  const withStudents = (count: number) => ({ ...meeting, presentStudentIds: students(count) });
  const line = (count: number) =>
    quorumOf(detailed, withStudents(count)).find(({ who }) => who === 'students');

  test('27 of 45 students are 60 %, 26 are not (S0-9)', () => {
    expect(line(26)).toMatchObject({ needed: 27, isMet: false });
    expect(line(27)).toMatchObject({ needed: 27, isMet: true });
  });

  test('one person counts in each role in which they sit there', () => {
    const { invited } = meeting;
    const [first] = invited;
    const there = attendanceOf({ ...meeting, presentIds: [first?.memberId ?? ''] });
    const seats = invited.filter(({ memberId }) => memberId === first?.memberId);
    for (const { who } of seats) expect(there[who]?.present).toBe(1);
  });

  test('guests count for the role in which they come', () => {
    const there = attendanceOf({ ...meeting, guests: [{ who: 'guardian', count: 6 }] });
    expect(there.guardian).toEqual({ expected: 0, present: 6 });
  });
});

describe('what a meeting lacks', () => {
  const running: Consultation = { ...meetingOf('next'), state: 'running' };
  const around = {
    calendarDay: { kind: 'schoolDay' as const, label: null },
    items: [],
    earlier: [],
    missingReports: [],
  };
  const decision = (more: object): { words: ItemWords; voidedAt: Date | null } => ({
    words: {
      ...{ kind: 'decision', text: '错题本', ownerId: 'a', helperIds: [], dueOn: '2026-11-06' },
      ...more,
    } as ItemWords,
    voidedAt: null,
  });
  const clauses = (more: object) =>
    consultationBreaches(weekly, running, { ...around, ...more }).map(({ clause }) => clause);

  test('is a decision without its owner or its day (S3-163)', () => {
    expect(clauses({ items: [decision({})] })).not.toContain('S3-163');
    expect(clauses({ items: [decision({ ownerId: null })] })).toContain('S3-163');
    expect(clauses({ items: [decision({ dueOn: null })] })).toContain('S3-163');
  });

  test('is nothing that was taken back', () => {
    const gone = { ...decision({ ownerId: null }), voidedAt: new Date(0) };
    expect(clauses({ items: [gone] })).not.toContain('S3-163');
  });

  test('is an earlier decision that was not looked at, or is late without a new day (S3-164, S3-166)', () => {
    const late = { what: '读书', dueOn: '2026-10-20', isOpen: true, steps: [] };
    expect(clauses({ earlier: [late] })).toEqual(expect.arrayContaining(['S3-164', 'S3-166']));
    const step = { kind: 'late', consultationId: running._id };
    const explained = { ...late, steps: [step], dueOn: '2026-11-20' };
    expect(clauses({ earlier: [explained] })).not.toContain('S3-164');
    expect(clauses({ earlier: [explained] })).not.toContain('S3-166');
  });
});

describe('what a meeting answers for', () => {
  const meeting = { _id: 'now', on: '2026-10-31', isOpen: true };
  const earlier = (more: Partial<Resolution>) =>
    isBefore(meeting, {
      ...{ isOpen: true, steps: [], decidedOn: '2026-10-24', consultationId: 'then' },
      ...more,
    } as Resolution);

  test('is what was decided before it and is open, or was closed in it', () => {
    expect(earlier({})).toBe(true);
    expect(earlier({ isOpen: false })).toBe(false);
    const steps = [{ consultationId: 'now' }] as Resolution['steps'];
    expect(earlier({ isOpen: false, steps })).toBe(true);
  });

  test('is not what it decided itself, nor what came later', () => {
    expect(earlier({ consultationId: 'now' })).toBe(false);
    expect(earlier({ decidedOn: '2026-11-07' })).toBe(false);
  });
});

describe('what is said', () => {
  test('is a task only where somebody is to do something', () => {
    const student: ItemWords = {
      ...{ kind: 'student', studentId: 's', status: '好', cause: '', measure: '' },
      ...{ ownerId: null, helperIds: [], dueOn: null },
    };
    expect(taskOf(student)).toBeNull();
    expect(taskOf({ ...student, measure: '每天先做数学' })?.what).toBe('每天先做数学');
    expect(taskOf({ kind: 'opinion', text: '少留作业' })).toBeNull();
  });

  test('about a student needs a status or a measure, and says so in Chinese', () => {
    const empty = ItemWordsSchema.safeParse({
      ...{ kind: 'student', studentId: 's', status: '', cause: '只有原因', measure: '' },
      ...{ ownerId: null, helperIds: [], dueOn: null },
    });
    expect(empty.error?.issues[0]?.message).toContain('请写一句现状');
  });
});

describe('the sign-off', () => {
  const ids = Array.from({ length: 12 }, (_, n) => `meeting${n}`);

  test('proposes one in five for a closer look, at least one', () => {
    expect(sampleOf(ids, '2026-10-29', 'leader')).toHaveLength(3);
    expect(sampleOf(['only'], '2026-10-29', 'leader')).toEqual(['only']);
    expect(sampleOf([], '2026-10-29', 'leader')).toEqual([]);
  });

  test('proposes the same all day, whatever the order, and others on other days', () => {
    const today = sampleOf(ids, '2026-10-29', 'leader');
    expect(sampleOf([...ids].reverse(), '2026-10-29', 'leader')).toEqual(today);
    const days = ['2026-10-30', '2026-10-31', '2026-11-01'].map((day) =>
      sampleOf(ids, day, 'leader').join(),
    );
    expect(new Set([today.join(), ...days]).size).toBeGreaterThan(1);
  });
});

test('a kind’s approvals are asked once each: plan, other time, many sittings (S0-13, S0-22, S0-43)', () => {
  expect(approvalsAsked(detailed)).toEqual([
    { matter: 'plan', by: 'administrativeMeeting' },
    { matter: 'otherTime', by: 'administrativeMeeting' },
    { matter: 'manySittings', by: 'principal' },
  ]);
  expect(approvalsAsked(weekly)).toEqual([]);
});
