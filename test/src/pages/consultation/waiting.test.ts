import type { Meeting } from '../../../../src/pages/consultation/consultation.queries';
import { withWaiting } from '../../../../src/pages/consultation/run/waiting';
import type { QueuedWrite } from '../../../../src/platform/outbox/queued-writes';

const meeting = {
  id: 'm1',
  state: 'planned',
  people: [
    { memberId: 'a', name: '王晓岚', as: ['homeroomTeacher'], isPresent: false },
    { memberId: 'b', name: '吴知行', as: ['subjectTeacher'], isPresent: true },
  ],
  quorum: [
    { who: 'homeroomTeacher', present: 0, needed: 1, isMet: false },
    { who: 'guardian', present: 2, needed: 3, isMet: false },
  ],
  guests: [{ who: 'guardian', count: 2 }],
  presentStudentIds: [],
  studentLevels: [],
  items: [],
  earlier: [{ id: 'r1', state: 'open', reviewedIn: [], dueOn: '2026-10-27' }],
} as unknown as Meeting;

const write = (path: string, input: object, more: Partial<QueuedWrite> = {}): QueuedWrite => ({
  ...{ id: path, at: 1, path, title: '', of: path, page: null, draft: null, outdates: [] },
  ...{ wasSent: false, refusal: null },
  input: { consultationId: 'm1', ...input },
  ...more,
});
const attended = (more: object) =>
  write('consultationAttendance.record', {
    ...{ came: [], notCame: [], studentsCame: [], studentsNotCame: [], guests: [] },
    ...more,
  });
const nameOf = (id: string) => (id === 's1' ? '赵清越' : undefined);
const shown = (...writes: QueuedWrite[]) => withWaiting(meeting, writes, nameOf);

describe('a meeting without a network', () => {
  test('shows who was tapped, and counts them', () => {
    const known = shown(attended({ came: ['a'], guests: [{ who: 'guardian', change: 1 }] }));
    expect(known.state).toBe('running');
    expect(known.people[0]?.isPresent).toBe(true);
    expect(known.quorum.map(({ present, isMet }) => [present, isMet])).toEqual([
      [1, true],
      [3, true],
    ]);
  });

  test('shows what was said, with the student’s name, and that it still waits', () => {
    const words = { kind: 'student', studentId: 's1', status: '好多了', measure: '', cause: '' };
    const task = { ownerId: 'b', helperIds: [], dueOn: null };
    const known = shown(
      write('consultationItem.record', { itemId: 'i1', rev: 0, words: { ...words, ...task } }),
    );
    expect(known.items[0]).toMatchObject({
      by: '待发送，我',
      owner: '吴知行',
      student: { id: 's1', name: '赵清越' },
    });
  });

  test('shows what became of an earlier resolution', () => {
    const review = { resolutionId: 'r1', verdict: 'done', words: '', dueOn: null };
    expect(shown(write('resolution.revise', review)).earlier[0]).toMatchObject({
      state: 'done',
      reviewedIn: ['m1'],
    });
  });

  test('leaves out what the cloud refused, and what belongs to another meeting', () => {
    const refusal = { code: 'stale' as const, message: '', data: null };
    const other = write('consultationAttendance.record', { consultationId: 'm2', came: ['a'] });
    const known = shown({ ...attended({ came: ['a'] }), refusal }, other);
    expect(known).toEqual(meeting);
  });
});
