import { schoolWeek } from '../../domain/calendar/school-week';
import { isTermOver, termAt } from '../../domain/calendar/term';
import { isWritten } from '../../domain/class-ledger/class-ledger.rules';
import { LEDGER_FIELD_NAMES } from '../../domain/class-ledger/class-ledger.schema';
import { wordingHints } from '../../domain/wording';
import {
  CAST,
  CAST_TERM,
  CAST_TODAY,
  CLASSES,
  PLACES_WITHOUT_MENTOR,
  STUDENTS,
  studentIdOf,
} from './cast';
import { SEALED_MARK } from './lines';
import { makeSchool } from './make-school';
import { termsUpTo } from './terms';

const DEMO = { classes: 12, studentsPerClass: 45 };
const small = makeSchool().collections;
const demo = makeSchool(DEMO).collections;

describe.each([
  ['a small school', small],
  ['the demo’s school', demo],
])('%s', (_name, made) => {
  it('has every student of the cast at their place, by name', () => {
    for (const { _id, name } of Object.values(STUDENTS)) {
      expect(made.students.find((student) => student._id === _id)).toMatchObject({ name });
    }
  });

  it('gives every enrolled student a mentor who knows of it, but for the few who wait for one', () => {
    const mentees = new Map(
      made.members.map(({ _id, postings }) => [
        _id,
        postings.flatMap(({ role, studentIds }) => (role === 'mentor' ? (studentIds ?? []) : [])),
      ]),
    );
    const enrolled = made.students.filter(
      ({ status, schoolId }) => status === 'enrolled' && schoolId === 'qinghe',
    );
    const waiting = PLACES_WITHOUT_MENTOR.map((place) => studentIdOf(CLASSES.nine1, place));
    const mentored = enrolled.filter(({ _id }) => !waiting.includes(_id));
    for (const { _id, mentorId } of mentored) expect(mentees.get(mentorId ?? '')).toContain(_id);
    expect([...mentees.values()].flat()).toHaveLength(mentored.length);
  });

  it('counts the written lines of every ledger right', () => {
    for (const { classId, termId, writtenLines } of made.classLedgers) {
      const lines = made.ledgerEntries.filter(
        (entry) => entry.classId === classId && entry.termId === termId && isWritten(entry),
      );
      expect(lines).toHaveLength(writtenLines);
    }
  });

  it('marks a line as sealed exactly where a sealed family note exists', () => {
    const marked = made.ledgerEntries.filter((entry) => entry.hasSealedFamily);
    const notes = made.sealedNotes.filter(({ kind }) => kind === 'family');
    expect(notes.map(({ ofId }) => ofId).sort()).toEqual(marked.map(({ _id }) => _id).sort());
  });

  it('keeps sealed words in sealed notes only', () => {
    const { sealedNotes, ...open } = made;
    expect(JSON.stringify(sealedNotes)).toContain(SEALED_MARK);
    expect(JSON.stringify(open)).not.toContain(SEALED_MARK);
  });

  it('dates nothing later than its day', () => {
    const evening = new Date(`${CAST_TODAY}T23:59:59+08:00`);
    const moments = [...made.ledgerEntries, ...made.sealedNotes].map(({ updatedAt }) => updatedAt);
    expect(moments.filter((at) => at > evening)).toEqual([]);
  });
});

describe('the demo’s school', () => {
  it('has mentors of six to nine mentees, the homeroom teacher of eight', () => {
    const sizes = demo.members
      .flatMap(({ postings }) => postings)
      .filter(({ role }) => role === 'mentor')
      .map(({ studentIds }) => studentIds?.length ?? 0);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(6);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(9);
    const own = CAST.homeroomTeacher.postings.find(({ role }) => role === 'mentor');
    expect(own?.studentIds).toHaveLength(8);
  });

  it('has 32 of 45 lines written in 七年级(3)班, and no ledger begun in 八年级(2)班', () => {
    const ledger = (id: string) =>
      demo.classLedgers.find(({ classId, termId }) => classId === id && termId === CAST_TERM);
    expect(ledger(CLASSES.seven3)).toMatchObject({ writtenLines: 32 });
    expect(ledger(CLASSES.eight2)).toBeUndefined();
  });

  it('writes kindly: no line needs a wording hint', () => {
    const texts = demo.ledgerEntries.flatMap((entry) => LEDGER_FIELD_NAMES.map((f) => entry[f]));
    expect(texts.flatMap(wordingHints)).toEqual([]);
  });
});

describe('made again', () => {
  it('is the same school', () => {
    expect(makeSchool()).toEqual(makeSchool());
  });

  it('is another with another seed, but for the cast', () => {
    const other = makeSchool({ seed: 'other' }).collections;
    expect(other.students[0]).toMatchObject({ name: STUDENTS.firstChild.name });
    expect(other.students.map(({ name }) => name)).not.toEqual(
      small.students.map(({ name }) => name),
    );
  });
});

describe('its terms', () => {
  it('lead up to the term of the day', () => {
    expect(termsUpTo(CAST_TODAY, 3).map(({ id }) => id)).toEqual([
      '2024-2',
      '2025-1',
      '2025-2',
      '2026-1',
    ]);
  });

  it('put the day of the cast into the ninth week', () => {
    const [, current] = termsUpTo(CAST_TODAY, 1);
    expect(current && schoolWeek(current, CAST_TODAY)).toBe(9);
  });

  it.each(['2026-08-10', '2027-02-10', '2026-03-01', '2026-09-01'])(
    'leave a term to write in on %s',
    (day) => {
      const terms = termsUpTo(day, 1);
      const term = termAt(terms, day);
      expect(terms).toHaveLength(2);
      expect(term && isTermOver(term, day)).toBe(false);
    },
  );
});
